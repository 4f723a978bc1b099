"""What one mention of an instrument lends to another in the same document: date, year, issuer, number, title.

Only what the document itself says is carried, and only where it can mean no other instrument: a number that
the document gives with two dates lends neither.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache
from itertools import pairwise

import ontology
from extractors.law_titles import split_title
from extractors.mention import Mention
from extractors.named_titles import PERIOD

SPACES = re.compile(r"\s+")

FIGURES = tuple("0123456789")

# "43/2019/QH14"
YEAR_IN_NUMBER = re.compile(r"\d+/(\d{4})/")

# " về đổi mới căn bản (", " (sau đây gọi là ": between a plenum's resolution and its number.
BRACKET = re.compile(r"[^()\n]{0,300}\(\s*(?:sau\s+đây\s+gọi\s+(?:tắt\s+)?là\s+)?\Z")


def carry(mentions: list[Mention], latest: int | None) -> None:
    """Fill in, in place, what other mentions of an instrument say. `latest`: the document's own year."""
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
        _carry_dates(group)
        _carry_issuer(group)


def _carry_dates(group: list[Mention]) -> None:
    dates = {m.date for m in group if m.date}
    years = {m.known_year for m in group if m.known_year}
    for mention in group:
        if mention.date is None and len(dates) == 1 and mention.kind != "law":
            (date,) = dates
            if mention.known_year in (None, int(date[:4])):
                mention.date = date
                mention.rules.append("date-carried")
        if mention.known_year is None and len(years) == 1:
            (mention.year,) = years


def _carry_issuer(group: list[Mention]) -> None:
    """Issuers that words name come before those that only the numbers imply."""
    named = {m.issuer for m in group if m.issuer and not m.issuer_implied}
    issuers = named or {m.issuer for m in group if m.issuer}
    if len(issuers) != 1:
        return
    (issuer,) = issuers
    for mention in group:
        if (mention.issuer is None or mention.issuer_implied) and mention.issuer != issuer:
            mention.issuer = issuer
            mention.rules.append("issuer-carried")


@lru_cache(maxsize=16_384)
def law_key(title: str) -> str:
    """Laws of one title share a key, however cased."""
    return SPACES.sub(" ", split_title(title)[1] or title).casefold()


@cache
def _years() -> dict[str, frozenset[int]]:
    """The years of the known versions of each title."""
    table: dict[str, set[int]] = defaultdict(set)
    for law in ontology.laws():
        if law.date:
            table[law_key(law.title)].add(law.date.year)
    return {key: frozenset(years) for key, years in table.items()}


def _carry_laws(mentions: list[Mention], latest: int | None) -> None:
    laws = [m for m in mentions if m.kind == "law" and m.title]
    groups: dict[str, list[Mention]] = defaultdict(list)
    for law in laws:
        assert law.title
        groups[law_key(law.title)].append(law)
    _number_amending(mentions, groups)
    for key, group in groups.items():
        _carry_law(key, group, latest)


def _carry_law(key: str, group: list[Mention], latest: int | None) -> None:
    """What the mentions of one title say of its number and date, where they can mean one version only."""
    full = [m for m in group if m.number or m.date or m.year]
    years = {m.known_year for m in full}
    if len(years) != 1:
        return
    (year,) = years
    if year is not None and latest is not None and year > latest:
        return
    number = next((m.number for m in full if m.number), None)
    date = next((m.date for m in full if m.date), None)
    overtaken = year is not None and any(year < other <= (latest or 0) for other in _years().get(key, ()))
    quoted_alone = overtaken and not any(m.quoted for m in full)
    for mention in group:
        if (mention.number and mention.date) or not _fits_time(key, year, mention):
            continue
        # What another act says in quoted words may be of another time: "Căn cứ Hiến pháp …" in a footnote.
        if mention.quoted and quoted_alone:
            continue
        mention.number, mention.date, mention.year = mention.number or number, mention.date or date, year
        mention.rules.append("law-carried")


def _fits_time(key: str, year: int | None, mention: Mention) -> bool:
    """Whether the version of `year` can be meant where the mention hangs on a dated act.

    An act does not detail a law that a newer version had replaced by then.
    """
    act = mention.source
    if act is None or year is None or act.known_year is None:
        return True
    if year > act.known_year and act.relation != "amends":
        return False
    return not any(year < other <= act.known_year for other in _years().get(key, ()))


def _number_amending(mentions: list[Mention], groups: dict[str, list[Mention]]) -> None:
    """ "Luật X … được sửa đổi bởi Luật số N" numbers "Luật sửa đổi, bổ sung một số điều của Luật X"."""
    by_target = _numbers_by_amended_title(mentions)
    inner: dict[int, set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.outer is not None and mention.title:
            inner[id(mention.outer)].add(law_key(mention.title))
    for key, group in groups.items():
        if not key.startswith("sửa đổi"):
            continue
        targets = {target for m in group for target in inner.get(id(m), ())}
        numbers = by_target.get(next(iter(targets)), set()) if len(targets) == 1 else set()
        if len(numbers) != 1:
            continue
        (number,) = numbers
        year = YEAR_IN_NUMBER.match(number)
        for mention in group:
            if mention.number is None and mention.date is None:
                mention.number, mention.year = number, int(year[1]) if year else None


def _numbers_by_amended_title(mentions: list[Mention]) -> dict[str, set[str]]:
    numbers: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.kind != "numbered" or not mention.inverse or mention.relation != "amends":
            continue
        if mention.source is not None and mention.source.title:
            numbers[law_key(mention.source.title)].add(mention.number or "")
    return numbers


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
    """ "Nghị quyết Hội nghị Trung ương 8 khóa XI … (Nghị quyết số 29-NQ/TW)": the number in brackets."""
    for mention, following in pairwise(mentions):
        if mention.kind != "party" or "party-plenum" not in mention.rules or mention.number:
            continue
        if following.kind == "numbered" and following.type == mention.type and "TW" in following.signs:
            between = text[mention.end : following.start]
            if BRACKET.fullmatch(between) and ";" not in between:
                mention.number, mention.date = following.number, following.date
                mention.year = following.year


def fullest_titles(mentions: list[Mention]) -> None:
    """A named instrument's title as the document's fullest mention writes it, unless the period differs."""
    full: dict[tuple[str, str], str] = {}
    for mention in mentions:
        title = mention.title or ""
        for start in _period_starts(title):
            full.setdefault((mention.type, _title_key(title[:start])), title)
    for mention in mentions:
        if mention.kind == "named" and mention.title and not PERIOD.search(mention.title):
            mention.title = full.get((mention.type, _title_key(mention.title)), mention.title)


@lru_cache(maxsize=4096)
def _period_starts(title: str) -> tuple[int, ...]:
    """Where the period may begin that a title ends with, the words or marks before it counted in or not."""
    first = PERIOD.search(title) if title[-5:].rstrip(")").endswith(FIGURES) else None
    if first is None:
        return ()
    return tuple(at for at in range(first.start(), len(title)) if PERIOD.fullmatch(title, at))


def _title_key(title: str) -> str:
    return SPACES.sub(" ", title).casefold()
