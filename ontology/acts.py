"""Acts: laws in every version, central instruments, and what the Party's central bodies issued in which term.

One cached function a table, each returning immutable values in file order.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from ontology.models import Instrument, Law, NumberedAct, Plenum, Term
from ontology.rows import Row, rows
from ontology.slugs import slug


@cache
def party_acts() -> tuple[Instrument, ...]:
    """Well-known acts of the Party's central bodies: number, day, issuer, title.

    Not all of them: a number that stands here once may have been used in another term.
    """
    return tuple(
        Instrument(
            number=row.text("number"),
            type=row.text("type"),
            title=row.text("title"),
            date=row.day("date"),
            issuer=row.text("issuer"),
            effective=None,
            repaired="",
            source=row.text("source"),
        )
        for row in rows("party_acts")
    )


@cache
def terms() -> tuple[Term, ...]:
    """Terms of the Party (with plenums and what they issued) and of the National Assembly, in order."""
    acts: dict[tuple[str, str], list[NumberedAct]] = defaultdict(list)
    for row in rows("party_acts"):
        acts[row.text("term"), row.text("plenum")].append(
            NumberedAct(
                row.text("number"), row.text("type"), row.day("date"), row.text("title"), row.text("source")
            )
        )
    plenums: dict[str, list[Plenum]] = defaultdict(list)
    for row in rows("plenums"):
        term, ordinal = row.text("term"), row.text("ordinal")
        plenums[term].append(
            Plenum(
                int(ordinal),
                row.day("start"),
                row.day("end"),
                tuple(acts[term, ordinal]),
                row.text("source"),
            )
        )
    return tuple(_term(row, plenums) for row in rows("terms"))


def _term(row: Row, plenums: dict[str, list[Plenum]]) -> Term:
    party = row.text("kind") == "party"
    return Term(
        kind="party" if party else "assembly",
        ordinal=row.number("ordinal"),
        roman=row.text("roman"),
        symbol=row.text("symbol"),
        start=row.required_day("start"),
        end=row.day("end"),
        congress_start=row.day("congress_start"),
        congress_end=row.day("congress_end"),
        plenums=tuple(plenums[row.text("roman")]) if party else (),
        source=row.text("source"),
    )


@cache
def laws() -> tuple[Law, ...]:
    """Laws, codes, ordinances and constitutions: every version of each short title, oldest first."""
    return tuple(
        Law(
            title=row.text("title"),
            type=row.text("type"),
            number=row.text("number"),
            date=row.day("date"),
            effective=row.day("effective"),
            expired=row.day("expired"),
            replaced_by=row.many("replaced_by"),
            amended_by=row.many("amended_by"),
            aliases=row.many("aliases"),
            issuer=row.text("issuer"),
            slug=slug(row.text("title")),
            source=row.text("source"),
        )
        for row in rows("laws")
    )


@cache
def instruments() -> tuple[Instrument, ...]:
    """The central instruments of the legal code (Bộ pháp điển), cleaned; loaded when first asked for.

    Not all there are: what is missing may bear the same number in another year.
    """
    return tuple(
        Instrument(
            number=row.text("number"),
            type=row.text("type"),
            title=row.text("title"),
            date=row.day("date"),
            issuer=row.text("issuer"),
            effective=row.day("effective"),
            repaired=row.text("repaired"),
            source=row.text("source"),
        )
        for row in rows("instruments")
    )
