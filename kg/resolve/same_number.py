"""When two instruments known in full are one: spelt, typed or attributed differently, yet one number.

Three facts of Vietnamese numbering carry it. The central bodies of the Party share one sequence for each type
(`05-CT/TW` of one day is one directive, whichever body a text names). Laws, codes and resolutions of the
National Assembly share one sequence a year (`91/2015/QH13`). A normative number holds its year and central
signs, so it is one instrument in the whole country, whoever is named as issuer.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.iris import UNKNOWN
from kg.resolve.authority import central_symbols
from kg.resolve.facts import Target
from kg.resolve.match_keys import NUMBER

PARTY_CENTRE = frozenset(
    {"ban-chap-hanh-trung-uong", "bo-chinh-tri", "ban-bi-thu", "trung-uong", "dang-cong-san-viet-nam"}
)
"""Bodies that number their acts in one sequence with the sign TW, by slug."""

_ASSEMBLY_SIGNS = ("-qh", "-ubtvqh")


def same_numbers(targets: Iterable[Target]) -> dict[str, str]:
    """Which of the targets of one number key stand for another of them: IRI → IRI, in one step.

    The one that stands for all is that of the tables, else the one that names most bodies, else the first.
    """
    groups: list[list[Target]] = []
    for target in sorted(targets, key=_preference):
        group = next((group for group in groups if is_same(group[0], target)), None)
        if group is None:
            groups.append([target])
        else:
            group.append(target)
    return {other.iri: group[0].iri for group in groups for other in group[1:]}


def _preference(target: Target) -> tuple[bool, bool, int, str]:
    return not target.in_table, target.number_year is None, -len(target.bodies), target.iri


def is_same(first: Target, second: Target) -> bool:
    """Whether two targets that share a number key are one instrument."""
    if first.iri == second.iri:
        return True
    if first.year != second.year or _days_contradict(first, second):
        return False
    same_day = bool(first.days & second.days)
    shared = set(first.keys).intersection(second.keys)
    key = next((key for key in shared if key.startswith(NUMBER)), None)
    if key is None:
        return False
    if key.endswith("-tw") and first.bodies | second.bodies <= PARTY_CENTRE:
        return first.type == second.type and same_day
    if _is_assembly(key):
        return first.bodies == second.bodies and first.number_year == second.number_year is not None
    if first.type != second.type and UNKNOWN not in (first.type, second.type):
        return False
    if first.bodies == second.bodies:
        return first.number_year == second.number_year or None in (first.number_year, second.number_year)
    if not is_national(key):
        return False
    return same_day or first.number_year == second.number_year is not None


def is_national(key: str) -> bool:
    """Whether the last sign of the number is that of a central body, so the number is no local one.

    >>> is_national("n:80-nd-cp"), is_national("n:38-kh-ubnd")
    (True, False)
    """
    signs = key.removeprefix(NUMBER).split("-")[1:]
    tails = ("-".join(signs[start:]) for start in range(len(signs)))
    return any(tail in central_symbols() for tail in tails)


def _is_assembly(key: str) -> bool:
    """Whether the number holds no sign of a type: "43/2019/QH14", "02/2020/UBTVQH14"."""
    signs = key.removeprefix(NUMBER).split("-", 1)[-1]
    return any(f"-{signs}".startswith(sign) for sign in _ASSEMBLY_SIGNS) and "-" not in signs


def _days_contradict(first: Target, second: Target) -> bool:
    return bool(first.days) and bool(second.days) and not first.days & second.days
