"""What one mention of an instrument lends to another in the same document: date, year, issuer, number, title.

Only what the document itself says is carried, and only where it can mean no other instrument: a number that
the document gives with two dates lends neither.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

import ontology
from extractors.laws import split_title
from extractors.mention import Mention
from extractors.named import PERIOD

SPACES = re.compile(r"\s+")


def carry(mentions: list[Mention], latest: int | None) -> None:
    """Fill in what other mentions of the same instrument say (in place). `latest`: the document's own year."""
    _carry_numbered(mentions)
    _carry_laws(mentions, latest)
    _carry_plenums(mentions)


def _number_key(number: str) -> str:
    return number.upper().lstrip("0")


def _carry_numbered(mentions: list[Mention]) -> None:
    groups: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.number:
            groups[_number_key(mention.number)].append(mention)
    for group in groups.values():
        dates = {m.date for m in group if m.date}
        issuers = {m.issuer for m in group if m.issuer and not m.issuer_implied} or {
            m.issuer for m in group if m.issuer
        }
        years = {m.known_year for m in group if m.known_year}
        for mention in group:
            if mention.date is None and len(dates) == 1 and mention.kind != "law":
                (date,) = dates
                if date and mention.known_year in (None, int(date[:4])):
                    mention.date = date
                    mention.rules.append("date-carried")
            if mention.known_year is None and len(years) == 1 and not mention.date:
                mention.year = next(iter(years))
            if (
                (mention.issuer is None or mention.issuer_implied)
                and len(issuers) == 1
                and next(iter(issuers)) != mention.issuer
            ):
                mention.issuer = next(iter(issuers))
                mention.rules.append("issuer-carried")


def law_key(title: str) -> str:
    """Laws of one title share a key, however cased."""
    return SPACES.sub(" ", split_title(title)[1] or title).casefold()


@cache
def _versions() -> dict[str, list[tuple[str, int]]]:
    """Known versions of each title: (number, year), oldest first."""
    table: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for law in ontology.laws():
        if law.date:
            table[law_key(law.title)].append((law.number, law.date.year))
    return {key: sorted(set(rows), key=lambda row: row[1]) for key, rows in table.items()}


def _carry_laws(mentions: list[Mention], latest: int | None) -> None:
    laws = [m for m in mentions if m.kind == "law" and m.title]
    groups: dict[str, list[Mention]] = defaultdict(list)
    for law in laws:
        assert law.title
        groups[law_key(law.title)].append(law)
    _number_amending(mentions, groups)
    for key, group in groups.items():
        full = [m for m in group if m.number or m.date or m.year]
        identities = {(m.known_year) for m in full}
        if len(identities) != 1:
            continue
        number = next((m.number for m in full if m.number), None)
        date = next((m.date for m in full if m.date), None)
        year = next((m.known_year for m in full), None)
        if year is not None and latest is not None and year > latest:
            continue
        for mention in group:
            if (mention.number and mention.date) or not _fits_time(key, year, mention):
                continue
            mention.number, mention.date, mention.year = mention.number or number, mention.date or date, year
            mention.rules.append("law-carried")


def _fits_time(key: str, year: int | None, mention: Mention) -> bool:
    """Whether the version of `year` can be meant where the mention hangs on a dated act: an act does not detail
    a law that a newer version had replaced by then."""
    act = mention.source
    if act is None or year is None or act.known_year is None:
        return True
    if year > act.known_year and act.relation != "amends":
        return False
    newer = [y for _, y in _versions().get(key, ()) if year < y <= act.known_year]
    return not newer


def _number_amending(mentions: list[Mention], groups: dict[str, list[Mention]]) -> None:
    """ "Luật X … được sửa đổi bởi Luật số N" gives the number of "Luật sửa đổi, bổ sung một số điều của Luật X"."""
    by_target: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if (
            mention.kind == "numbered"
            and mention.inverse
            and mention.relation == "amends"
            and mention.source is not None
            and mention.source.title
        ):
            by_target[law_key(mention.source.title)].add(mention.number or "")
    for key, group in groups.items():
        if not key.startswith("sửa đổi"):
            continue
        targets = {law_key(m.title) for m in mentions if m.outer in group and m.title}
        numbers = by_target.get(next(iter(targets)), set()) if len(targets) == 1 else set()
        if len(numbers) == 1:
            (number,) = numbers
            year = re.match(r"\d+/(\d{4})/", number)
            for mention in group:
                if mention.number is None and mention.date is None:
                    mention.number, mention.year = number, int(year[1]) if year else None


BRACKET = re.compile(r"[^()\n]{0,300}\(\s*(?:sau\s+đây\s+gọi\s+(?:tắt\s+)?là\s+)?\Z")


def _carry_plenums(mentions: list[Mention]) -> None:
    """A plenum's resolution takes the number that some mention gives in brackets right behind it."""
    groups: dict[tuple[str | None, ...], list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.kind == "party" and "party-plenum" in mention.rules:
            groups[(mention.type, mention.title, mention.term)].append(mention)
    for group in groups.values():
        full = next((m for m in group if m.number), None)
        if full is None:
            continue
        for mention in group:
            if mention.number is None:
                mention.number, mention.date, mention.year = full.number, full.date, full.year
                mention.issuer = full.issuer or mention.issuer


def name_plenums(text: str, mentions: list[Mention]) -> None:
    """ "Nghị quyết Hội nghị Trung ương 8 khóa XI … (Nghị quyết số 29-NQ/TW ngày …)": the number in brackets."""
    for mention, following in zip(mentions, mentions[1:], strict=False):
        if mention.kind != "party" or "party-plenum" not in mention.rules or mention.number:
            continue
        if following.kind == "numbered" and following.type == mention.type and "TW" in following.signs:
            between = text[mention.end : following.start]
            if BRACKET.fullmatch(between) and ";" not in between:
                mention.number, mention.date = following.number, following.date
                mention.year = following.year


def fullest_titles(mentions: list[Mention]) -> None:
    """A named instrument's title as the document's fullest mention writes it, unless the period differs."""
    for mention in mentions:
        if mention.kind != "named" or not mention.title or PERIOD.search(mention.title):
            continue
        key = SPACES.sub(" ", mention.title).casefold()
        for other in mentions:
            if other is mention or other.type != mention.type or not other.title:
                continue
            full = SPACES.sub(" ", other.title).casefold()
            if (
                full.startswith(key)
                and len(full) > len(key)
                and PERIOD.fullmatch(other.title, len(mention.title))
            ):
                mention.title = other.title
                break
