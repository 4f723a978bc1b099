"""Pages that find documents: the home page, the results of a search, the list of documents, narrowed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.models import DatasetStats, InstrumentPage
from kg.questions.narrowing import Narrowed
from kg.questions.standing import STATUSES
from ontology import document_types, provinces
from ontology.slugs import slug
from viz.language import Language, messages
from viz.render import neighbours, render, with_parameters


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that results can be narrowed by, how many have it (None: not counted), and where that leads."""

    value: str
    label: str
    count: int | None
    href: str


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow results. `name` is that of its parameter; `chosen` the value in force as it is shown,
    `without` the address that takes it back."""

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
        facets=facets(found, asked, language, address),
        pages=neighbours(
            address, result.offset, result.limit, more=result.offset + result.limit < result.total
        ),
    )  # fmt: skip


def facets(found: Narrowed, asked: Mapping[str, str], language: Language, address: str) -> tuple[Facet, ...]:
    """What the results can be narrowed by, and what they are narrowed by already."""
    bare, say = with_parameters(address, offset=None), messages(language)
    offered: dict[str, Iterable[tuple[str, int | None]]] = {
        "type": found.facets.types,
        "issuer": found.facets.issuers,
        "province": found.facets.provinces,
        "year": found.facets.years,
        "status": found.facets.statuses,
    }
    if found.result.total and not found.facets.statuses:
        offered["status"] = ((status, None) for status in STATUSES)

    def shown(name: str, value: str) -> str:
        return say(f"pages.effect.{value}") if name == "status" and value else value

    return tuple(
        Facet(
            name,
            tuple(
                Choice(value, shown(name, value), count, with_parameters(bare, **{name: value}))
                for value, count in values
            ),
            shown(name, asked[name]),
            with_parameters(bare, **{name: None}),
        )
        for name, values in ((name, tuple(values)) for name, values in offered.items())
        if asked[name] or len(values) > 1
    )


def browse_page(page: InstrumentPage, asked: Mapping[str, object], language: Language, address: str) -> str:
    """The instruments of one type, body, province, year or status, a page at a time."""
    return render(
        "browse.html", language, address, page=page, asked=asked,
        types=sorted({kind.name for kind in document_types()}),
        provinces=sorted({unit.name for unit in provinces()}, key=slug), statuses=STATUSES,
        pages=neighbours(address, page.offset, page.limit, more=page.offset + page.limit < page.total),
    )  # fmt: skip
