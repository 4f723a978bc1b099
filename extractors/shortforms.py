"""Short forms: "Nghị định số 80" for Nghị định số 80/2017/NĐ-CP, "Đề án 06" for what a bracket calls so.

A short form counts only where the document itself says, before it, what it stands for.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from extractors.anchors import Anchor
from extractors.mention import Mention
from extractors.phrases import word_set
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


def short_forms(text: str, anchors: list[Anchor], mentions: list[Mention]) -> list[Mention]:
    """Mentions by a short form, each with the identity of what it stands for."""
    numbers = _by_number(text, anchors, mentions)
    return [*numbers, *_by_alias(text, sorted([*mentions, *numbers], key=lambda m: m.start))]


# The running number of a canonical one: "80", "12a"
OWN_RUNNING = re.compile(r"\d+[a-z]?")


def _by_number(text: str, anchors: list[Anchor], mentions: list[Mention]) -> list[Mention]:
    known: dict[tuple[str, str], list[Mention]] = {}
    for mention in mentions:
        if mention.number and mention.kind == "numbered":
            running = OWN_RUNNING.match(mention.number)
            if running:
                known.setdefault((mention.type, running[0].lstrip("0")), []).append(mention)
    taken = sorted((m.start, m.end) for m in mentions)
    found = []
    for anchor in anchors:
        match = RUNNING.match(text, anchor.end)
        if not match:
            continue
        kind = type_words().get(anchor.word, "")
        full = [
            m for m in known.get((kind, match["running"].lstrip("0")), ()) if m.start < anchor.start + 400
        ]
        if _inside(taken, anchor.start, match.end()):
            continue
        if len({m.number for m in full}) == 1:
            found.append(_stand_in(text, anchor.start, match.end(), full[0], "short-form"))
        elif (
            not full
            and kind in word_set("type in short")
            and PLACED.search(text, max(0, anchor.start - 60), anchor.start)
        ):
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
    found: list[Mention] = []
    explained: set[str] = set()
    for match in CALLED.finditer(text):
        name = " ".join(match["name"].split())
        kind = _type_of(name)
        if kind is None or name in explained or _inside(taken, match.start("name"), match.end("name")):
            continue
        target = _named_before(mentions, match.start(), kind)
        if target is None:
            continue
        explained.add(name)
        again = re.compile(r"(?<!\w)" + re.escape(name).replace(r"\ ", r"\s+") + r"(?![\w/]|\s+này)")
        uses = [
            _stand_in(text, use.start(), use.end(), target, "alias-name")
            for use in again.finditer(text, match.start("name"))
            if not _inside(taken, use.start(), use.end())
        ]
        found += uses
        taken = sorted([*taken, *((m.start, m.end) for m in uses)])
    return found


def _type_of(name: str) -> str | None:
    """The type word a short name begins with; a bare type word is no name."""
    words = name.split()
    for count in (4, 3, 2):
        kind = type_words().get(" ".join(words[:count]).casefold())
        if kind and len(words) > count:
            return kind
    return None


def _named_before(mentions: list[Mention], position: int, kind: str) -> Mention | None:
    near = [m for m in mentions if m.end <= position and position - m.end < 500]
    same = [m for m in near if m.type == kind]
    return same[-1] if same else None


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
