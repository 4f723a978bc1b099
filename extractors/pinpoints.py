"""Places inside a cited act: "điểm a khoản 1 Điều 12", "các khoản 2, 3 Điều 7", "từ Điều 5 đến Điều 9".

Vietnamese names the small place before the large one, so a list is read from left to right with the places
still waiting for their article kept aside.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache

from extractors import letters
from extractors.models import Pinpoint

LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The letters that number points, in their order (no f, j, w, z)."""

# Each alternative begins with a letter of its own, so that other letters are passed over at once.
UNIT = (
    r"(?:Đ(?:i(?:ều|ền|ểm)|IỀU|IỂM)|đi(?:ều|ền|ểm)|K(?:hoản|HOẢN)|khoản|M(?:ục|ỤC)|mục|C(?:hương|HƯƠNG)|chương"
    r"|P(?:hụ\s+lục|HỤ\s+LỤC|hần)|p(?:hụ\s+lục|hần)|tiết(?<!chi tiết))"
)
VALUE = r"(?:\d+(?:\.\d+)*[a-zđ]?\d?|[IVX]+(?:\.\d+)?|[a-zđ]\d?(?:\.\d+)?|thứ\s+[a-zà-ỹ]+)(?![\wÀ-ỹ/])"
# Between two units of a run: ", ", " và ", " của "
JOIN = (
    r"(?:\s*[,;]\s*(?:và\s+|hoặc\s+)?(?:tại\s+)?|\s+và\s+(?:tại\s+)?|\s+hoặc\s+|\s*-\s*|\s+đến\s+|\s*,?\s*đến\s+"
    r"|\s+(?:của\s+|thuộc\s+|tại\s+)?)"
)
# Between two values of one unit: ", ", " và ", " đến "
JOIN_VALUES = r"(?:\s*,\s*(?:và\s+)?|\s+và\s+|\s+hoặc\s+|\s*;\s*|\s+đến\s+|\s*-\s*)"
GROUP = rf"(?:các\s+|từ\s+)?{UNIT}(?:\s+{VALUE})?(?:{JOIN_VALUES}{VALUE})*"
RUN = rf"{GROUP}(?:{JOIN}{GROUP})*"

# "Điều 12", "khoản 1", "Phụ lục II"
UNITS = letters.compile(rf"{UNIT}\b")

# Before a list or a range: "các ", "từ "
OPENS_LIST = letters.compile(r"(?:các|từ)\s+\Z")

ISSUED_WITH = r"(?:Quy\s+(?:định|chế|chuẩn)|Điều\s+lệ|Đề\s+án|Danh\s+mục|Kế\s+hoạch|bản\s+Quy\s+định)"
# A run right before a mention: "điểm a khoản 1 Điều 12 của ", "Điều 3 Quy chế ban hành kèm theo "
BEFORE = letters.compile(
    rf"(?P<run>{RUN})\s*,?\s*(?:\(\s*)?(?:(?:của\s+)?{ISSUED_WITH}\s+)?"
    r"(?:ban\s+hành\s+)?(?:kèm\s+theo\s+|của\s+|tại\s+|trong\s+|thuộc\s+|ở\s+)?(?:của\s+)?\Z"
)

# What a run has before a unit it goes on with: "khoản 1 ", "điểm a, b và các "
AHEAD = letters.compile(rf"{GROUP}{JOIN}(?:các\s+|từ\s+)?")

# "các khoản 2, 3 và 5 Điều 7", "từ Điều 5 đến Điều 9"
ANYWHERE = letters.compile(RUN)

# Whether a unit stands near: "Điều 12", "PHỤ LỤC và Phụ lục"
NEAR = letters.compile(
    r"(?:Đi(?:ều|ền|ểm)|đi(?:ều|ền|ểm)|Khoản|khoản|Mục|mục|Chương|chương|lục|Phần|phần|ĐI|KHO|MỤC)\b"
)

# The parts of a run: "Điều", "12a", "đến"
TOKEN = letters.compile(
    rf"(?P<unit>{UNIT})|(?P<value>{VALUE})|(?P<range>đến|-)|(?P<sep>[,;]|và|hoặc)|(?P<word>\w+)"
)

# What every unit's name holds, without which no place is named: "Điều 12", "KHOẢN 1"
TAILS = letters.compile(r"i(?:ề[un]|ểm)|h(?:oản|ương|ần)|ục|IỀU|HOẢN|ỤC")

FIELDS = {
    "điều": "article",
    "điền": "article",
    "khoản": "clause",
    "điểm": "point",
    "tiết": "point",
    "mục": "section",
    "chương": "chapter",
    "phụ lục": "annex",
    "phần": "section",
}
"""The field of `Pinpoint` that each unit fills; "điền" is a slip for "điều"."""

# " và bãi bỏ ", ", bổ sung ": between two runs that a sentence changes in different ways.
CHANGED_AND = letters.compile(
    r"(?:\s*[,;]\s*|\s+)(?:và\s+)?(?:sửa\s+đổi|bổ\s+sung|bãi\s+bỏ|hủy\s+bỏ|thay\s+thế)(?:,?\s+bổ\s+sung)?\s+\Z"
)

# A run before such words: "khoản 1 Điều 3"
RUN_AT_END = letters.compile(rf"(?P<run>{RUN})\Z")

CHANGES = ("đổi", "sung", "bỏ", "thế")
"""The last words of `CHANGED_AND`, asked first because it is cheaper."""
LONGEST_CHANGE = 40
"""How far (characters) before a run the words may begin that join it to another."""

WINDOW, STEP = 420, 60
"""How far (characters) before a mention its places are looked for, and how far one may be from the next."""


def read_before(text: str, position: int, floor: int) -> tuple[int, tuple[Pinpoint, ...]]:
    """The places named right before `position`, and where their naming begins (`position` if none is)."""
    close = text[max(floor, position - 52) : position]
    if not TAILS.search(close) or not NEAR.search(close):
        return position, ()
    start = max(floor, position - WINDOW)
    window = text[start:position]
    run = _run_before(window)
    if run is None:
        return position, ()
    pins = parse(window[run[0] : run[1]])
    opens = OPENS_LIST.search(window, max(0, run[0] - 6), run[0])
    begin, pins = _with_other_changes(window, opens.start() if opens else run[0], pins)
    return (start + begin, pins) if pins else (position, ())


def _with_other_changes(
    window: str, begin: int, pins: tuple[Pinpoint, ...]
) -> tuple[int, tuple[Pinpoint, ...]]:
    """The places that the same sentence changes before those found: "khoản 1 Điều 3 và bãi bỏ Điều 5"."""
    if not window[:begin].rstrip().endswith(CHANGES):
        return begin, pins
    joint = CHANGED_AND.search(window, max(0, begin - LONGEST_CHANGE), begin)
    if joint is None:
        return begin, pins
    for unit in UNITS.finditer(window, max(0, joint.start() - STEP), joint.start()):
        run = RUN_AT_END.search(window, unit.start(), joint.start())
        if run and run.start() == unit.start():
            return run.start(), tuple(dict.fromkeys([*parse(run["run"]), *pins]))
    return begin, pins


def _run_before(window: str) -> tuple[int, int] | None:
    """The range of the longest run of names that leads up to the end of a text: read from right to left."""
    begin, end = len(window), -1
    while units := [m.start() for m in UNITS.finditer(window, max(0, begin - STEP), begin)]:
        for unit in reversed(units):
            if end >= 0 and AHEAD.fullmatch(window, unit, begin):
                begin = unit
            elif match := BEFORE.match(window, unit):
                begin, end = unit, match.end("run")
            else:
                return (begin, end) if end >= 0 else None
    return (begin, end) if end >= 0 else None


def find_all(text: str) -> tuple[Pinpoint, ...]:
    """Every place named anywhere in a text, in order, each once."""
    seen: dict[Pinpoint, None] = {}
    for match in ANYWHERE.finditer(text):
        for pin in parse(match[0]):
            seen.setdefault(pin)
    return tuple(seen)


@lru_cache(maxsize=16_384)
def parse(run: str) -> tuple[Pinpoint, ...]:
    """The places of one run of names, ranges expanded.

    >>> parse("điểm a khoản 1 Điều 2, Điều 5")
    (Pinpoint(article='2', clause='1', point='a'), Pinpoint(article='5'))
    """
    places = _Places()
    for unit, values, joined in _groups(run):
        if unit == "article":
            places.article(values)
        elif unit == "clause":
            places.clause(values)
        elif unit == "point":
            places.waiting.extend(Pinpoint(point=value) for value in values)
        else:
            places.container(unit, values, joined)
    return tuple(dict.fromkeys([*places.done, *places.waiting]))


@dataclass(slots=True)
class _Places:
    """The places read so far: those whose article is known, and the smaller ones still waiting for theirs."""

    done: list[Pinpoint] = field(default_factory=list)
    waiting: list[Pinpoint] = field(default_factory=list)

    def article(self, values: list[str]) -> None:
        """The first article takes what waits; the others stand alone."""
        rest = values
        if self.waiting and values:
            self.done.extend(p if p.article else replace(p, article=values[0]) for p in self.waiting)
            rest = values[1:]
        self.done.extend(Pinpoint(article=value) for value in rest)
        self.waiting = []

    def clause(self, values: list[str]) -> None:
        """The first clause takes the points that wait for one."""
        rest = values
        if values and any(p.clause is None and p.point for p in self.waiting):
            self.waiting = [
                replace(p, clause=values[0]) if p.clause is None and p.point else p for p in self.waiting
            ]
            rest = values[1:]
        self.waiting.extend(Pinpoint(clause=value) for value in rest)

    def container(self, unit: str, values: list[str], joined: bool) -> None:
        """A section, chapter or annex: it tells where the places before it lie, or is a place of its own."""
        qualifies = not joined and self.done and not self.waiting
        if unit != "annex" and qualifies and self.done[-1].article:
            return
        named = values or (["Phụ lục"] if unit == "annex" else [])
        if not named:
            return
        if self.waiting:
            self.done.extend(_within(p, unit, named[0]) for p in self.waiting)
            self.waiting = []
            self.done.extend(_within(Pinpoint(), unit, value) for value in values[1:])
        elif unit != "section" and qualifies and self._takes(unit):
            self.done[-1] = _within(self.done[-1], unit, named[0])
        else:
            self.done.extend(_within(Pinpoint(), unit, value) for value in named)

    def _takes(self, unit: str) -> bool:
        """Whether the last place is a section that may lie in a chapter or an annex."""
        last = self.done[-1]
        return bool(last.section) and (last.chapter if unit == "chapter" else last.annex) is None


def _within(place: Pinpoint, unit: str, value: str) -> Pinpoint:
    """A place inside a section, a chapter or an annex."""
    if unit == "section":
        return replace(place, section=value)
    return replace(place, chapter=value) if unit == "chapter" else replace(place, annex=value)


def _groups(run: str) -> list[tuple[str, list[str], bool]]:
    """(field, values, whether a comma or "và" stands before it) for each unit of a run."""
    groups: list[tuple[str, list[str], bool]] = []
    separated, ranging = True, False
    for token in TOKEN.finditer(run):
        if token["unit"]:
            field = FIELDS[" ".join(token["unit"].lower().split())]
            if ranging and groups and groups[-1][0] == field:
                continue
            groups.append((field, [], separated))
            separated = False
        elif token["value"] and groups:
            values = groups[-1][1]
            value = token["value"].removeprefix("thứ ").strip()
            if ranging and values:
                values.extend(_between(values[-1], value))
            values.append(value)
            separated = ranging = False
        elif token["range"]:
            ranging = True
        elif token["sep"]:
            separated = True
    return groups


def _between(first: str, last: str) -> list[str]:
    """The values strictly between the ends of a range; none where the ends cannot be counted."""
    if first.isdigit() and last.isdigit() and 0 < int(last) - int(first) < 300:
        return [str(n) for n in range(int(first) + 1, int(last))]
    if first in LETTERS and last in LETTERS and len(first) == len(last) == 1:
        return list(LETTERS[LETTERS.index(first) + 1 : LETTERS.index(last)])
    return []
