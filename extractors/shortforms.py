"""Short forms: "Nghị định số 80" for Nghị định số 80/2017/NĐ-CP, "Đề án 06" for what a bracket calls so.

A short form counts only where the document itself says, before it, what it stands for.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from extractors.anchors import Anchor
from extractors.dates import read_date_behind
from extractors.home import Home
from extractors.mention import Mention
from extractors.number_tail import read_tail
from extractors.phrases import by_first_letter, spaced, word_set
from extractors.pinpoints import read_before
from extractors.type_words import type_words

# A short number behind a type word, not the rest of a longer one: " số 80", " 80"
RUNNING = re.compile(
    r"\s+(?:(?:số|SỐ)\s+)?(?P<running>\d{1,4}[a-z]?)"
    r"(?![\w/-]|[.,]\d|\s*[/-]\s*[A-ZĐ\d]|\s+(?:năm|điều|khoản|văn|tháng))"
)

# A bracket that gives a name: "(sau đây gọi tắt là Đề án 06)", "(gọi tắt: “Quy chế 12”)"
CALLED = re.compile(
    r"\(\s*(?:sau\s+đây|dưới\s+đây|từ\s+đây)?\s*(?:được\s+)?(?:gọi|viết)\s*(?:tắt|chung)?\s*(?:là|:)\s*"
    r"[“\"]?(?P<name>[A-ZĐ][^()“”\"]{2,60}?)[”\"]?\s*\)"
)

# Behind a name that is no whole one: "Đề án 06" in "Đề án 06/2022", "Đề án 06 này"
GOES_ON = re.compile(r"[\w/]|\s+này")

BEFORE_BRACKET, LONGEST_NAME = 500, 1_500
"""How far (characters) before the bracket the instrument ends that it names, and how long that may be."""


def short_forms(text: str, anchors: list[Anchor], mentions: list[Mention], home: Home) -> list[Mention]:
    """Mentions by a short form, each with the identity of what it stands for."""
    numbers = _by_number(text, anchors, mentions, home)
    return [*numbers, *_by_alias(text, sorted([*mentions, *numbers], key=lambda m: m.start))]


# The running number of a canonical one: "80", "12a"
OWN_RUNNING = re.compile(r"\d+[a-z]?")


def _by_number(text: str, anchors: list[Anchor], mentions: list[Mention], home: Home) -> list[Mention]:
    known: dict[tuple[str, str], dict[str, Mention]] = {}
    for mention in mentions:
        if mention.number and mention.kind == "numbered":
            running = OWN_RUNNING.match(mention.number)
            if running:
                firsts = known.setdefault((mention.type, running[0].lstrip("0")), {})
                firsts.setdefault(mention.number, mention)
    taken = sorted((m.start, m.end) for m in mentions)
    found = []
    for anchor in anchors:
        match = RUNNING.match(text, anchor.end)
        if not match:
            continue
        kind = type_words().get(anchor.word, "")
        if _inside(taken, anchor.start, match.end()):
            continue
        firsts = known.get((kind, match["running"].lstrip("0")), {})
        full = [m for m in firsts.values() if m.start < anchor.start + 400]
        day = read_date_behind(text, match.end())
        if day is not None and (day.iso is None or not day.worded):
            day = None
        if day is not None:
            full = [m for m in full if m.date in (None, day.iso) and m.known_year in (None, day.year)]
        if len(full) == 1:
            end = day.end if day else match.end()
            found.append(_stand_in(text, anchor.start, end, full[0], "short-form"))
        elif not full and kind in word_set("type in short"):
            if day is not None:
                found.append(_dated(text, anchor.start, match, kind, home))
            elif PLACED.search(text, max(0, anchor.start - 60), anchor.start):
                found.append(_unexplained(text, anchor.start, match, kind))
    return found


# A place inside an act, or words that need one: what follows can only be an act: "khoản 2 ", "theo "
PLACED = re.compile(
    r"(?:Điều\s+\d+\w?|[Kk]hoản\s+\d+|quy\s+định\s+(?:tại|của)|theo|hướng\s+dẫn\s+tại|của|tại)\s+(?:của\s+)?\Z"
)


def _unexplained(text: str, start: int, match: re.Match[str], kind: str) -> Mention:
    """A short number that the document nowhere explains: reported as written, with little confidence."""
    lead, pins = read_before(text, start, max(0, start - 300))
    return Mention(
        start,
        match.end(),
        "numbered",
        kind,
        match["running"],
        pinpoints=pins,
        lead=lead,
        rules=["short-form-unexplained"],
        confidence=0.6,
    )


def _dated(text: str, start: int, match: re.Match[str], kind: str, home: Home) -> Mention:
    """A short number whose date tells which act is meant: "Quyết định 1719 ngày 14/10/2021 của Thủ tướng"."""
    mention = _unexplained(text, start, match, kind)
    read_tail(text, mention, home)
    mention.rules, mention.confidence = ["short-form-dated"], 0.8
    return mention


def _inside(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    index = bisect_right(taken, (start, 1 << 60)) - 1
    return (index >= 0 and taken[index][1] > start) or (index + 1 < len(taken) and taken[index + 1][0] < end)


GUESSED = frozenset(("coded", "carried-out"))
"""Rules that read a name from its words alone: what the document itself explains comes before them."""


def _by_alias(text: str, mentions: list[Mention]) -> list[Mention]:
    """ "(sau đây gọi tắt là Đề án 06)": the name in brackets, and wherever it stands again."""
    if "gọi" not in text and "viết tắt" not in text:
        return []
    taken = sorted((m.start, m.end) for m in mentions if not GUESSED.intersection(m.rules))
    explained = _explained(text, mentions, taken)
    return [
        _stand_in(text, start, end, explained[name].target, "alias-name")
        for name, start, end in _uses(text, explained)
        if not _inside(taken, start, end)
    ]


@dataclass(frozen=True, slots=True)
class Explained:
    """What a name stands for, from the bracket on that gives it."""

    since: int
    target: Mention


def _explained(text: str, mentions: list[Mention], taken: list[tuple[int, int]]) -> dict[str, Explained]:
    """The names that brackets give to what stands before them."""
    names: dict[str, Explained] = {}
    starts = [m.start for m in mentions]
    for match in CALLED.finditer(text):
        name = " ".join(match["name"].split())
        kind = _type_of(name)
        if kind is None or name in names or _inside(taken, match.start("name"), match.end("name")):
            continue
        target = _named_before(mentions, starts, match.start(), kind)
        if target is not None:
            names[name] = Explained(match.start("name"), target)
    return names


def _uses(text: str, names: Mapping[str, Explained]) -> Iterator[tuple[str, int, int]]:
    """Every place where one of the names stands, the longest there: the name, its start, its end."""
    if not names:
        return
    first_words = by_first_letter(sorted({name.partition(" ")[0] for name in names}, key=len, reverse=True))
    lengths = sorted({len(name) for name in names}, reverse=True)
    done = 0
    for head in re.compile(rf"(?<!\w){first_words}(?=\s)").finditer(
        text, min(n.since for n in names.values())
    ):
        start = head.start()
        if start < done:
            continue
        words = " ".join(text[start : start + 2 * lengths[0]].split())
        for name in (words[:length] for length in lengths):
            known = names.get(name)
            if known is None or start < known.since:
                continue
            end = re.compile(spaced(name)).match(text, start)
            if end and not GOES_ON.match(text, end.end()):
                yield name, start, end.end()
                done = end.end()
                break


def _type_of(name: str) -> str | None:
    """The type word a short name begins with; a bare type word is no name."""
    words = name.split()
    if name.casefold() in type_words():
        return None
    for count in (4, 3, 2):
        kind = type_words().get(" ".join(words[:count]).casefold())
        if kind and len(words) > count:
            return kind
    return None


def _named_before(mentions: list[Mention], starts: list[int], position: int, kind: str) -> Mention | None:
    """The last mention of a type, or of a narrower one, that ends shortly before a bracket."""
    for index in range(bisect_right(starts, position) - 1, -1, -1):
        mention = mentions[index]
        if mention.start < position - LONGEST_NAME - BEFORE_BRACKET:
            return None
        alike = f"{mention.type} ".startswith(f"{kind} ")
        if alike and mention.end <= position and position - mention.end < BEFORE_BRACKET:
            return mention
    return None


def _stand_in(text: str, start: int, end: int, full: Mention, rule: str) -> Mention:
    lead, pins = read_before(text, start, max(0, start - 300))
    return Mention(
        start,
        end,
        full.kind,
        full.type,
        full.number,
        full.signs,
        full.date,
        full.year,
        full.issuer,
        title=full.title,
        term=full.term,
        pinpoints=pins,
        lead=lead,
        rules=[rule],
        confidence=0.92,
    )
