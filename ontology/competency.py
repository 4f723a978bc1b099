"""The competency queries: `queries/*.rq`, each with a head of comments that says what it answers.

The head holds `# title-vi:`, `# title-en:`, `# explanation-vi:`, `# explanation-en:` and, for every
parameter, `# parameter: name | kind | label (vi) | label (en) | example`. The rest is SPARQL over the union
of all graphs; the prefixes of the dataset are known and not declared again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Literal, cast, get_args

from ontology.rows import TableError

QUERIES = Path(__file__).parent / "queries"

_IRI = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|^`\\]+", re.IGNORECASE)


ParameterKind = Literal["text", "integer", "decimal", "date", "iri"]


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a competency query asks for: `$name` in its text, a label in both languages, an example."""

    name: str
    kind: ParameterKind
    label_vi: str
    label_en: str
    example: str


@dataclass(frozen=True, slots=True)
class CompetencyQuery:
    """A named question of the ontology, as SPARQL with `$name` where its parameters go."""

    name: str
    title_vi: str
    title_en: str
    explanation_vi: str
    explanation_en: str
    parameters: tuple[Parameter, ...]
    text: str


class ParameterError(ValueError):
    """A value that a query's parameter cannot take, or a parameter that is missing or unknown."""


@cache
def queries() -> tuple[CompetencyQuery, ...]:
    """All competency queries, by name."""
    return tuple(_read(path) for path in sorted(QUERIES.glob("*.rq")))


def find_query(name: str) -> CompetencyQuery:
    """The query of that name. Raises KeyError with the names there are."""
    for found in queries():
        if found.name == name:
            return found
    raise KeyError(f"{name!r}; there are: {', '.join(found.name for found in queries())}")


def bind_query(found: CompetencyQuery, values: Mapping[str, str]) -> str:
    """The query's SPARQL with `values` in place of its parameters, each checked and escaped for its kind.

    A parameter that is not given takes its example only where it is a limit (integer or decimal); any other
    must be given. Raises ParameterError.
    """
    unknown = values.keys() - {parameter.name for parameter in found.parameters}
    if unknown:
        raise ParameterError(f"{found.name} has no parameter {', '.join(sorted(unknown))}")
    text = found.text
    for parameter in found.parameters:
        value = values.get(parameter.name)
        if value is None and parameter.kind in ("integer", "decimal"):
            value = parameter.example
        if value is None:
            raise ParameterError(f"{found.name} needs {parameter.name}, e.g. {parameter.example}")
        term = _term(parameter, value)
        text = re.sub(rf"\${parameter.name}\b", lambda _match, term=term: term, text)  # type: ignore[misc]
    return text


def _term(parameter: Parameter, value: str) -> str:
    """`value` as SPARQL writes it."""
    match parameter.kind:
        case "text":
            escaped = (
                value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
            )
            return f'"{escaped}"'
        case "integer" if re.fullmatch(r"\d{1,9}", value):
            return value
        case "decimal":
            try:
                number = Decimal(value)
            except InvalidOperation:
                number = Decimal("NaN")
            if number.is_finite():
                return f"{number:f}" if "." in f"{number:f}" else f"{number:f}.0"
        case "date":
            try:
                return f'"{date.fromisoformat(value).isoformat()}"^^xsd:date'
            except ValueError:
                pass
        case "iri" if _IRI.fullmatch(value):
            return f"<{value}>"
    raise ParameterError(
        f"{parameter.name}: {value!r} is no {parameter.kind}; an example is {parameter.example}"
    )


def _read(path: Path) -> CompetencyQuery:
    head: dict[str, str] = {}
    parameters: list[Parameter] = []
    lines = path.read_text(encoding="utf-8").splitlines()
    body = next((index for index, line in enumerate(lines) if not line.startswith("#")), len(lines))
    for line in lines[:body]:
        name, _, value = line.lstrip("# ").partition(":")
        if name == "parameter":
            parameters.append(_parameter(value, path.name))
        else:
            head[name.strip()] = value.strip()
    try:
        return CompetencyQuery(
            name=path.stem,
            title_vi=head["title-vi"],
            title_en=head["title-en"],
            explanation_vi=head["explanation-vi"],
            explanation_en=head["explanation-en"],
            parameters=tuple(parameters),
            text="\n".join(lines[body:]).strip() + "\n",
        )
    except KeyError as missing:
        raise TableError(f"{path.name}: the head has no {missing}") from None


def _parameter(cell: str, where: str) -> Parameter:
    parts = [part.strip() for part in cell.split("|")]
    if len(parts) != 5 or parts[1] not in get_args(ParameterKind):
        raise TableError(
            f"{where}: a parameter is written name | kind | label | label | example, not {cell!r}"
        )
    return Parameter(parts[0], cast(ParameterKind, parts[1]), parts[2], parts[3], parts[4])
