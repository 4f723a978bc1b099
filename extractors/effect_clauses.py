"""Clauses on the days of effect: "Thông tư này có hiệu lực từ ngày …", "Luật X, có hiệu lực từ ngày …".

A clause is said of the document itself where its own type with "này" opens the sentence, outside quotes and
footnotes; else of the instrument named before it. Only days that the text states, or counts from the day of
signing, are read: "kể từ ngày đăng Công báo" names no day that the text knows.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from extractors.dates import FULL_DATE, iso_date
from extractors.mention import Mention
from extractors.models import EffectEvent, Head
from extractors.paragraphs import paragraph_end
from extractors.sentences import split
from extractors.structure import Structure

ANCHORS = ("hiệu lực", "hiệu\nlực")
"""What every clause contains; nothing else of the text is looked at."""

# "có hiệu lực thi hành kể từ ngày 01 tháng 7 năm 2026", "hết hiệu lực từ 1/7/2026", "có hiệu lực kể từ ngày
# ký ban hành", "có hiệu lực sau 45 ngày, kể từ ngày ký".
CLAUSE = re.compile(
    rf"""(?P<verb>có|hết)\s+hiệu\s+lực(?:\s+thi\s+hành)?(?:\s+sau\s+(?P<wait>\d{{1,3}})\s+ngày)?,?\s+(?:kể\s+)?từ\s+
      (?:ngày\s+(?P<signing>ký|ban\s+hành|(?:được\s+)?(?:Quốc\s+hội\s+)?thông\s+qua)\b|(?:ngày\s+)?{FULL_DATE})""",
    re.VERBOSE,
)
VERBS = ("có", "hết")
LONGEST_VERB = 8
"""How far (characters) before the anchor its verb may begin."""

# " đến hết ngày 31 tháng 12 năm 2026", " cho đến ngày 01/3/2027": when the effect ends.
UNTIL = re.compile(rf",?\s+(?:cho\s+)?đến\s+(?P<whole>hết\s+)?(?:ngày\s+)?{FULL_DATE}")

# "Điều 12. Thông tư này ", "1. Nghị quyết này ": the document's own type opens the sentence.
OWN_SUBJECT = re.compile(
    r"(?:\A|[\n.:;)*])\s*(?P<type>[A-ZĐ]\w+(?:\s\w+){0,2})\s+này\s+(?:chính\s+thức\s+)?\Z"
)
LONGEST_SUBJECT = 60

# " của Chính phủ …, ", " này ", " ": between an instrument and what is said of its effect.
SAID_BEHIND = re.compile(r"(?:(?:.*,)?|\s*này)\s*(?:chính\s+thức\s+)?\Z", re.DOTALL)

# "⏎2. ", "; ", "quy định tại ", "theo ": before the instrument that a clause speaks of.
OPENS = re.compile(r"(?:\A|[\n.;:“\"(])\s*(?:[-–+*•]\s*|\d{1,2}[.)]?\s*)?\Z|\b(?:theo|tại)\s+\Z")

# "một số điều của⏎", "được sửa đổi bởi ": before one that belongs to the words on the line above.
BOUND = re.compile(
    r"\b(?:của|bởi|bằng|và|hoặc|với|là|thực\s+hiện|thi\s+hành|hướng\s+dẫn|sửa\s+đổi|bổ\s+sung)\s*\Z"
)
LONGEST_LEAD = 16
"""How far (characters) before an instrument these words may begin."""

# "; ", ". Các": the words between belong to another clause.
BREAK = re.compile(r"[;:]\s|\.\s+(?=[A-ZĐÀ-Ỹ])")
LONGEST_TITLE = 700
"""How far (characters) behind an instrument's name its title may run before the clause."""

LONGEST_WAIT = timedelta(days=3 * 366)
"""No act waits longer for its effect, or reaches further back: a day beyond is a misprint."""

CONFIDENCE = {"own-day": 0.98, "own-signing": 0.96, "own-until": 0.96, "named": 0.95}
"""How sure a clause is, by its rule: whether it names the day or counts it, and of which act it speaks."""


@dataclass(frozen=True, slots=True)
class FoundEffect:
    """A clause in the flow: what it is said of (None: the document), where it and its sentence stand."""

    subject: Mention | None
    event: EffectEvent
    day: date
    start: int
    end: int
    sentence: tuple[int, int]
    rule: str


def find_effects(
    text: str, head: Head, structure: Structure, mentions: Sequence[Mention]
) -> list[FoundEffect]:
    """The clauses of a flow text whose mentions (sorted) are related already; each fact once."""
    signed = _day(head.date)
    facts: dict[tuple[object, ...], FoundEffect] = {}
    for clause in _clauses(text):
        quoted = structure.footnote_at(clause.start()) or structure.quote_at(clause.start())
        own = None if quoted else _own_subject(text, clause, head)
        if own is not None:
            found = _of_document(text, clause, own, signed)
        else:
            found = _of_named(text, clause, mentions)
        for effect in found:
            facts.setdefault((_identity(effect.subject), effect.event, effect.day), effect)
    return _undisputed(list(facts.values()))


def _clauses(text: str) -> Iterator[re.Match[str]]:
    for anchor in ANCHORS:
        at = text.find(anchor)
        while at >= 0:
            verb = max(text.rfind(verb, max(0, at - LONGEST_VERB), at) for verb in VERBS)
            if verb >= 0 and (match := CLAUSE.match(text, verb)):
                yield match
            at = text.find(anchor, at + 1)


def _own_subject(text: str, clause: re.Match[str], head: Head) -> int | None:
    """Where the document's own type opens the sentence of the clause."""
    before = OWN_SUBJECT.search(text, max(0, clause.start() - LONGEST_SUBJECT), clause.start())
    if before is None or head.type is None:
        return None
    written = " ".join(before["type"].split()).casefold()
    return before.start("type") if head.type.casefold().startswith(written) else None


def _of_document(text: str, clause: re.Match[str], start: int, signed: date | None) -> Iterator[FoundEffect]:
    day = _stated(clause, signed)
    if day is None or (signed and abs(day - signed) > LONGEST_WAIT):
        return
    event: EffectEvent = "begins" if clause["verb"] == "có" else "ends"
    sentence = _sentence(text, start, clause.end())
    yield FoundEffect(
        None, event, day, start, clause.end(), sentence, "own-signing" if clause["signing"] else "own-day"
    )
    until = UNTIL.match(text, clause.end()) if event == "begins" else None
    last = _written(until) if until else None
    if until and last and last > day:
        gone = last + timedelta(days=1) if until["whole"] else last
        yield FoundEffect(None, "ends", gone, start, until.end(), sentence, "own-until")


def _of_named(text: str, clause: re.Match[str], mentions: Sequence[Mention]) -> Iterator[FoundEffect]:
    index = bisect_right(mentions, clause.start(), key=lambda m: m.start) - 1
    day = None if clause["signing"] else _written(clause)
    if index < 0 or day is None:
        return
    nearest = mentions[index].outer or mentions[index]
    between = text[nearest.end : clause.start()]
    if len(between) > LONGEST_TITLE or BREAK.search(between) or not SAID_BEHIND.match(between):
        return
    subject = _spoken_of(nearest)
    if subject is None or "this-act" in subject.rules or not _may_take_effect(subject, day):
        return
    if (subject.pinpoints and "," not in between) or not _opens(text, subject):
        return
    event: EffectEvent = "begins" if clause["verb"] == "có" else "ends"
    sentence = _sentence(text, subject.start, clause.end())
    yield FoundEffect(subject, event, day, subject.start, clause.end(), sentence, "named")


def _spoken_of(nearest: Mention) -> Mention | None:
    """The instrument that a clause behind `nearest` speaks of: the one in whose title it stands.

    "Nghị định A sửa đổi Nghị định B, có hiệu lực …" speaks of A; None where it may be either, as in "Luật A
    được sửa đổi bởi Luật B, có hiệu lực …". No title names what is younger than its act.
    """
    subject, inverse = nearest, False
    while (source := subject.source) is not None and source.sentence == nearest.sentence:
        if (source.known_year or 0) < (subject.known_year or 0) and not subject.inverse:
            break
        subject, inverse = source, subject.inverse
    return None if inverse else subject


def _opens(text: str, subject: Mention) -> bool:
    """Whether the instrument opens its clause, and is not the object of words whose own subject is unread."""
    bounds = max(0, subject.left - LONGEST_LEAD), subject.left
    return OPENS.search(text, *bounds) is not None and BOUND.search(text, *bounds) is None


def _may_take_effect(subject: Mention, day: date) -> bool:
    issued = _day(subject.date)
    if issued is not None:
        return issued <= day <= issued + LONGEST_WAIT
    return subject.known_year is None or subject.known_year <= day.year <= subject.known_year + 3


def _stated(clause: re.Match[str], signed: date | None) -> date | None:
    """The day that a clause states, by the day of signing where it counts from that."""
    if not clause["signing"]:
        return None if clause["wait"] else _written(clause)
    return signed + timedelta(days=int(clause["wait"] or 0)) if signed else None


def _written(match: re.Match[str]) -> date | None:
    return _day(iso_date(match["year"], match["month"], match["day"]))


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """From the subject of a clause to the end of its sentence."""
    return start, split(text, start, paragraph_end(text, end), [(start, end)])[0][1]


def _identity(subject: Mention | None) -> object:
    return (subject.type, subject.number or subject.title or id(subject)) if subject else None


def _undisputed(effects: list[FoundEffect]) -> list[FoundEffect]:
    """Without those whose day another clause on the same instrument contradicts: then nobody knows."""
    days: dict[tuple[object, EffectEvent], set[date]] = {}
    for effect in effects:
        days.setdefault((_identity(effect.subject), effect.event), set()).add(effect.day)
    return [effect for effect in effects if len(days[_identity(effect.subject), effect.event]) == 1]
