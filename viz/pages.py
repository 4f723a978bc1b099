"""Where pages are made: one Jinja environment, autoescape always on, every text from the catalogue."""

from __future__ import annotations

from datetime import date
from functools import cache
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined

from viz.language import Language


@cache
def environment() -> Environment:
    """The environment of all templates. Document texts are hostile: there is no way round autoescape."""
    made = Environment(
        loader=PackageLoader("viz", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["vndate"] = vietnamese_date
    made.filters["capfirst"] = capital_first
    made.filters["path_of"] = path_of
    return made


def path_of(iri: str) -> str:
    """The part of an IRI of ours after `id/`, quoted as a part of an address."""
    return quote(iri.partition("/id/")[2], safe="/-._~")


def capital_first(text: str) -> str:
    """The first letter in upper case, the rest as it is: `căn cứ` → `Căn cứ`."""
    return text[:1].upper() + text[1:]


def number(value: int, language: Language) -> str:
    """A count with its thousands set apart: `12.345` in Vietnamese, `12,345` in English."""
    text = f"{value:,}"
    return text.replace(",", ".") if language == "vi" else text


def vietnamese_date(iso: str | date | None) -> str:
    """`2023-08-23` as people write it here, `23/08/2023`; what is not a whole date stays as it is."""
    if iso is None:
        return ""
    parts = str(iso).split("-")
    return "/".join(reversed(parts)) if len(parts) == 3 else str(iso)
