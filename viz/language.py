"""What the product says to people, Vietnamese first and English: data in `viz/messages/`, one loader."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

Language = Literal["vi", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
DEFAULT_LANGUAGE: Language = "vi"

_FOLDER = Path(__file__).parent / "messages"


@dataclass(frozen=True, slots=True)
class Messages:
    """All messages of one language; a call fills in placeholders: `say("cli.answer.count", count=3)`."""

    language: Language
    texts: Mapping[str, str]

    def __call__(self, key: str, /, **values: object) -> str:
        """The message `key` with its placeholders filled. An unknown key is a defect: KeyError."""
        return self.texts[key].format(**values) if values else self.texts[key]

    def has(self, key: str) -> bool:
        """Whether there is a message of that name."""
        return key in self.texts


@cache
def messages(language: Language) -> Messages:
    """The catalogue in `language`. Source: every `viz/messages/*.toml`, keys as `file.table.name`."""
    return Messages(language, {key: texts[language] for key, texts in all_messages().items()})


@cache
def all_messages() -> Mapping[str, Mapping[str, str]]:
    """Every message in every language, by its key."""
    found: dict[str, Mapping[str, str]] = {}
    for path in sorted(_FOLDER.glob("*.toml")):
        with path.open("rb") as file:
            found.update(_flatten(tomllib.load(file), path.stem))
    return found


def _flatten(table: Mapping[str, Any], prefix: str) -> dict[str, Mapping[str, str]]:
    if set(table) == set(LANGUAGES):
        return {prefix: table}
    found: dict[str, Mapping[str, str]] = {}
    for name, value in table.items():
        found.update(_flatten(value, f"{prefix}.{name}"))
    return found
