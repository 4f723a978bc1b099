"""Pages that find documents: the home page, the results of a search, the list by type, body and year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.models import DatasetStats, InstrumentPage
from kg.questions.narrowing import Narrowed
from ontology import document_types
from viz.language import Language
from viz.render import neighbours, render, with_parameters


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that results can be narrowed by, how many have it, and where that leads."""

    value: str
    count: int
    href: str


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow results. `name` is that of its parameter; `chosen` the value in force, `without` the
    address that takes it back."""

    name: str
    choices: tuple[Choice, ...]
    chosen: str
    without: str


def home_page(stats: DatasetStats, language: Language, address: str = "/") -> str:
    """Search box and the state of the dataset."""
    return render("home.html", language, address, stats=stats)


def search_page(found: Narrowed, asked: Mapping[str, str], language: Language, address: str) -> str:
    """Instruments that match, best first, with what they can be narrowed by."""
    result = found.result
    return render(
        "search.html", language, address, result=result, counted=found.counted,
        facets=facets(found, asked, address),
        pages=neighbours(
            address, result.offset, result.limit, more=result.offset + result.limit < result.total
        ),
    )  # fmt: skip


def facets(found: Narrowed, asked: Mapping[str, str], address: str) -> tuple[Facet, ...]:
    """What the results can be narrowed by, and what they are narrowed by already."""
    bare = with_parameters(address, offset=None)
    offered = {"type": found.types, "issuer": found.issuers, "year": found.years}
    return tuple(
        Facet(
            name,
            tuple(Choice(value, count, with_parameters(bare, **{name: value})) for value, count in values),
            asked[name],
            with_parameters(bare, **{name: None}),
        )
        for name, values in offered.items()
        if asked[name] or len(values) > 1
    )


def browse_page(page: InstrumentPage, asked: Mapping[str, object], language: Language, address: str) -> str:
    """The instruments of one type, body or year, a page at a time."""
    return render(
        "browse.html", language, address, page=page, asked=asked,
        types=sorted({kind.name for kind in document_types()}),
        pages=neighbours(address, page.offset, page.limit, more=page.offset + page.limit < page.total),
    )  # fmt: skip
