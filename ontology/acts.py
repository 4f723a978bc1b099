"""Acts: laws in every version, central instruments, and what the Party's central bodies issued in which term.

One cached function a table, each returning immutable values in file order.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from ontology.models import Instrument, Law, NumberedAct, Plenum, Term
from ontology.records import records
from ontology.rows import Row, rows
from ontology.slugs import slug


@cache
def laws() -> tuple[Law, ...]:
    """Laws, codes, ordinances and constitutions: every version of each short title, oldest first."""
    return records("laws", Law, slug=lambda row: slug(row.text("title")))


@cache
def instruments() -> tuple[Instrument, ...]:
    """The central instruments of the legal code (Bộ pháp điển), cleaned; loaded when first asked for.

    Not all there are: what is missing may bear the same number in another year.
    """
    return records("instruments", Instrument)


@cache
def party_acts() -> tuple[Instrument, ...]:
    """Well-known acts of the Party's central bodies: number, day, issuer, title.

    Not all of them: a number that stands here once may have been used in another term.
    """
    return records("party_acts", Instrument, effective=lambda row: None, repaired=lambda row: "")


@cache
def terms() -> tuple[Term, ...]:
    """Terms of the Party (with plenums and what they issued) and of the National Assembly, in order."""
    plenums = _plenums()
    return records(
        "terms",
        Term,
        plenums=lambda row: plenums[row.text("roman")] if row.text("kind") == "party" else (),
    )


def _plenums() -> dict[str, tuple[Plenum, ...]]:
    """The plenums of each term of the Party, by its Roman numeral."""
    issued: dict[tuple[str, str], list[NumberedAct]] = defaultdict(list)
    numbered = records("party_acts", NumberedAct)
    for row, act in zip(rows("party_acts"), numbered, strict=True):
        issued[row.text("term"), row.text("plenum")].append(act)

    def acts_of(row: Row) -> tuple[NumberedAct, ...]:
        return tuple(issued[row.text("term"), row.text("ordinal")])

    held: dict[str, tuple[Plenum, ...]] = defaultdict(tuple)
    plenums = records("plenums", Plenum, acts=acts_of)
    for row, plenum in zip(rows("plenums"), plenums, strict=True):
        held[row.text("term")] += (plenum,)
    return held
