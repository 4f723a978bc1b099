"""Settings of the server: environment variables with the prefix DANCHIEU_, or a `.env` file."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from viz.language import DEFAULT_LANGUAGE, Language


class Settings(BaseSettings):
    """What the server serves and how far a request may go."""

    model_config = SettingsConfigDict(
        env_prefix="DANCHIEU_", env_file=".env", extra="ignore", populate_by_name=True, env_ignore_empty=True
    )

    store: Path = Field(default=Path("kg-data"), description="Folder of the dataset.")
    language: Language = Field(
        default=DEFAULT_LANGUAGE,
        validation_alias="DANCHIEU_LANG",
        description="Language of pages and messages.",
    )
    token: SecretStr | None = Field(
        default=None,
        min_length=16,
        description="Opens the routes that write; without it there are none. At least 16 characters.",
    )
    updates: bool = Field(
        default=False,
        description="Take SPARQL updates of graphs for notes, with the token, where a server has the graphs.",
    )
    query_seconds: float = Field(default=20.0, gt=0, description="Deadline of a SPARQL query, in seconds.")
    query_rows: int = Field(default=10_000, gt=0, description="Most rows of a SPARQL answer.")
    query_characters: int = Field(
        default=20_000_000, gt=0, description="Most characters of the terms of a SPARQL answer."
    )
    query_length: int = Field(default=100_000, gt=0, description="Longest SPARQL query, in characters.")
    reading_seconds: float = Field(
        default=60.0, gt=0, description="Deadline of reading what one request sends to be read, in seconds."
    )
    requests_per_minute: int = Field(
        default=0, ge=0, description="Most requests of one client in a minute; 0 is without limit."
    )
    costly_per_minute: int = Field(
        default=600,
        ge=0,
        description="Most queries, exports, dumps and extractions of one client in a minute; 0: any.",
    )
    kept_bytes: int = Field(
        default=32_000_000, ge=0, description="Bytes of answers kept for whoever asks again; 0: none."
    )
    upload_bytes: int = Field(default=50_000_000, gt=0, description="Largest upload, all its files together.")
    upload_files: int = Field(default=200, gt=0, description="Most files in one upload.")
    log: bool = Field(default=False, description="One line of JSON on standard error for each request.")
