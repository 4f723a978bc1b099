"""Problems that only several citations of one document show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from kg.problems.citations import Cited
from kg.problems.found import Found


def check_together(citations: Iterable[Cited]) -> Iterator[Found]:
    """One number of one issuer with the same day and month in different years: one year is likely a slip.

    Other dates of one number are two instruments, for numbers begin anew each year.
    """
    named: dict[tuple[str, ...], dict[date, Cited]] = defaultdict(dict)
    for cited in citations:
        if cited.day and cited.number and cited.issuer:
            key = cited.hash, cited.type, cited.number, cited.issuer, f"{cited.day:%m-%d}"
            named[key].setdefault(cited.day, cited)
    for days in named.values():
        first, *others = (days[day] for day in sorted(days))
        for other in others:
            if other.instrument != first.instrument:
                yield _found(other, first)


def _found(cited: Cited, other: Cited) -> Found:
    return Found(
        "date-contradicts-mention",
        cited.instrument,
        f"{cited.number} ở chỗ này ghi ngày {cited.day:%d/%m/%Y}, ở chỗ khác trong cùng văn bản ghi ngày "
        f"{other.day:%d/%m/%Y}.",
        f"{cited.number} is dated {cited.day} here and {other.day} elsewhere in the same document.",
        (other.citation, cited.citation),
        cited.hash,
    )
