"""Resolutions of the Party cited by the plenum that passed them, without a number."""

from __future__ import annotations

import re
from datetime import date

import ontology
from kg.iris import Iris
from kg.resolve.authority import roman_of
from kg.resolve.facts import Candidate, Node, Resolution
from kg.resolve.keys import Naming, full_path
from ontology.models import NumberedAct, Plenum, Term
from ontology.slugs import slug

# "Hội nghị lần thứ tám", "Hội nghị Trung ương 8", "Trung ương sáu", "HNTW 5": which plenum of the term.
_ORDINAL = re.compile(
    r"(?:lan-thu|trung-uong|hntw|tw)-(?:lan-thu-)?"
    r"(?P<ordinal>\d{1,2}|nhat|hai|ba|tu|bon|nam|sau|bay|tam|chin|muoi(?:-(?:mot|hai|ba|bon|lam))?)(?=-|$)"
)
_WORDS = {
    "nhat": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9,
    "muoi": 10, "muoi-mot": 11, "muoi-hai": 12, "muoi-ba": 13, "muoi-bon": 14, "muoi-lam": 15,
}  # fmt: skip
# "khóa XI", "khoá XII".
_TERM = re.compile(r"kh(?:óa|oá)\s+[IVX]+\b")
_LEAST_SHARED = 0.8
"""The part of the words of a mention's subject that the act's title must have to be about it,"""
_LEAST_WORDS = 3
"""and how many words make a subject."""
_EMPTY_WORDS = frozenset({"ve", "va", "cac", "mot", "so", "viec"})


def resolve_plenum(node: Node, latest: date | None, iris: Iris) -> Resolution | None:
    """Resolve "Nghị quyết Hội nghị Trung ương 8 khóa XI"; None where the node names no plenum."""
    said = node.title or ""
    ordinal, term = plenum_ordinal(said), _term(node, said)
    if ordinal is None or term is None or node.type not in ("nghi-quyet", "ket-luan", "quy-dinh"):
        return None
    plenum = next((plenum for plenum in term.plenums if plenum.ordinal == ordinal), None)
    if plenum is None:
        return None
    acts = [act for act in plenum.acts if slug(act.type) == node.type and act.number]
    acts = [act for act in acts if not (latest and act.date and act.date > latest)]
    about = [act for act in acts if _shared(act, said) >= _LEAST_SHARED]
    if len(about) == 1:
        return Resolution(node.iri, _iri(about[0], iris), "plenum", 0.97, ("plenum", "subject", "in-table"))
    if len(acts) == 1 and _settled(plenum):
        return Resolution(
            node.iri, _iri(acts[0], iris), "plenum", 0.92, ("plenum", "only-resolution", "in-table")
        )
    ranked = sorted(acts, key=lambda act: (-_shared(act, said), act.number))
    candidates = (
        Candidate(
            _iri(act, iris), round(min(0.8, 0.3 + _shared(act, said) / 2), 2), ("plenum", "several-fit")
        )
        for act in ranked
    )
    return Resolution(node.iri, candidates=tuple(candidates))


def plenum_ordinal(said: str) -> int | None:
    """The number of the plenum in a mention's words.

    >>> plenum_ordinal("Nghị quyết Hội nghị lần thứ tám Ban Chấp hành Trung ương khóa XI")
    8
    """
    plain = slug(said)
    if "hoi-nghi" not in plain and "trung-uong" not in plain and "hntw" not in plain:
        return None
    match = _ORDINAL.search(plain)
    if match is None or "dai-hoi" in plain[: match.start()]:
        return None
    return _WORDS.get(match["ordinal"]) or int(match["ordinal"])


def _term(node: Node, said: str) -> Term | None:
    match = _TERM.search(said)
    roman = node.term or (roman_of(match[0]) if match else None)
    return ontology.party_terms().get(roman or "")


def _settled(plenum: Plenum) -> bool:
    """Whether the plenum is far enough back that the table holds all it passed."""
    return plenum.end is not None and plenum.end < date(2020, 1, 1)


def _shared(act: NumberedAct, said: str) -> float:
    """The part of the mention's subject ("… khóa XI về …") that the title repeats."""
    match = _TERM.search(said)
    subject = set(slug(said[match.end() :]).split("-")) - _EMPTY_WORDS - {""} if match else set()
    if len(subject) < _LEAST_WORDS:
        return 0.0
    return len(subject.intersection(slug(act.title).split("-"))) / len(subject)


def _iri(act: NumberedAct, iris: Iris) -> str:
    issuer = "Ban Chấp hành Trung ương"
    path = full_path(Naming(act.type, act.number, issuer, act.date.isoformat() if act.date else None))
    if path is None:
        raise ValueError(f"The act {act.number} of a plenum has no date.")
    return iris.instrument(path)
