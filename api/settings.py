"""Settings of the server: environment variables with the prefix DANCHIEU_, or a `.env` file."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from viz.language import DEFAULT_LANGUAGE, Language


class Settings(BaseSettings):
    """What the server serves and how far a question may go."""

    model_config = SettingsConfigDict(
        env_prefix="DANCHIEU_", env_file=".env", extra="ignore", populate_by_name=True
    )

    store: Path = Field(default=Path("kg-data"), description="Folder of the dataset.")
    language: Language = Field(
        default=DEFAULT_LANGUAGE,
        validation_alias="DANCHIEU_LANG",
        description="Language of pages and messages.",
    )
    query_seconds: float = Field(default=20.0, gt=0, description="Deadline of a SPARQL query, in seconds.")
    query_rows: int = Field(default=10_000, gt=0, description="Most rows of a SPARQL answer.")
    query_characters: int = Field(
        default=20_000_000, gt=0, description="Most characters of the terms of a SPARQL answer."
    )
    query_length: int = Field(default=100_000, gt=0, description="Longest SPARQL query, in characters.")
