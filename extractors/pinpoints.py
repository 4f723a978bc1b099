"""Places inside a cited instrument: "điểm a khoản 1 Điều 12", "các khoản 2, 3 và 5 Điều 7", "từ Điều 5 đến Điều 9".

Vietnamese names the small place before the large one, so a list is read from left to right with the places
still waiting for their article kept aside.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from extractors import letters
from extractors.models import Pinpoint

LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The letters that number points, in their order (no f, j, w, z)."""

UNIT = r"(?:[Đđ]i(?:ều|ền)|ĐIỀU|[Kk]hoản|KHOẢN|[Đđ]iểm|ĐIỂM|[Mm]ục|MỤC|[Cc]hương|CHƯƠNG|[Pp]hụ\s+lục|PHỤ\s+LỤC|[Pp]hần|(?<!chi )tiết)"
VALUE = r"(?:\d+(?:\.\d+)*[a-zđ]?\d?|[IVX]+(?:\.\d+)?|[a-zđ]\d?(?:\.\d+)?|thứ\s+[a-zà-ỹ]+)(?![\wÀ-ỹ/])"
JOIN = r"(?:\s*[,;]\s*(?:và\s+|hoặc\s+)?|\s+và\s+|\s+hoặc\s+|\s*-\s*|\s+đến\s+|\s*,?\s*đến\s+|\s+(?:của\s+|thuộc\s+|tại\s+)?)"
GROUP = rf"(?:các\s+|từ\s+)?{UNIT}(?:\s+{VALUE})?(?:(?:\s*,\s*(?:và\s+)?|\s+và\s+|\s+hoặc\s+|\s*;\s*|\s+đến\s+|\s*-\s*){VALUE})*"
RUN = rf"{GROUP}(?:{JOIN}{GROUP})*"
UNITS = letters.compile(rf"{UNIT}\b")
OPENS_LIST = letters.compile(r"(?:các|từ)\s+\Z")
BEFORE = letters.compile(
    rf"(?P<run>{RUN})\s*,?\s*(?:\(\s*)?(?:(?:của\s+)?(?:Quy\s+(?:định|chế|chuẩn)|Điều\s+lệ|Đề\s+án|Danh\s+mục|Kế\s+hoạch|bản\s+Quy\s+định)\s+)?(?:ban\s+hành\s+)?(?:kèm\s+theo\s+|của\s+|tại\s+|trong\s+|thuộc\s+|ở\s+)?(?:của\s+)?\Z"
)
ANYWHERE = letters.compile(RUN)
NEAR = letters.compile(r"(?:[Đđ]i(?:ều|ền|ểm)|[Kk]hoản|[Mm]ục|[Cc]hương|lục|[Pp]hần|ĐI|KHO|MỤC)\b")
TOKEN = letters.compile(
    rf"(?P<unit>{UNIT})|(?P<value>{VALUE})|(?P<range>đến|-)|(?P<sep>[,;]|và|hoặc)|(?P<word>\w+)"
)
# What every unit's name holds: without any of them no place is named.
TAILS = letters.compile(r"i(?:ề[un]|ểm)|h(?:oản|ương|ần)|ục|IỀU|HOẢN|ỤC")
FIELDS = {"điều": "article", "điền": "article", "khoản": "clause", "điểm": "point", "tiết": "point", "mục": "section",
          "chương": "chapter", "phụ lục": "annex", "phần": "section"}  # fmt: skip
RANK = {"point": 0, "clause": 1, "article": 2, "section": 3, "chapter": 4, "annex": 5}
WINDOW, STEP = 420, 60
"""How far (characters) before a mention its places are looked for, and how far one may stand from the next."""


def read_before(text: str, position: int, floor: int) -> tuple[int, tuple[Pinpoint, ...]]:
    """The places named right before `position`, and where their naming begins (`position` if none is)."""
    close = text[max(floor, position - 52) : position]
    if not TAILS.search(close) or not NEAR.search(close):
        return position, ()
    start = max(floor, position - WINDOW)
    window = text[start:position]
    best, at = None, len(window)
    while True:
        unit = None
        for unit in UNITS.finditer(window, max(0, at - STEP), at):
            pass
        match = BEFORE.match(window, unit.start()) if unit else None
        if not unit or not match:
            break
        best, at = match, unit.start()
    if best is None:
        return position, ()
    pins = parse(best["run"])
    opens = OPENS_LIST.search(window, max(0, best.start() - 6), best.start())
    begin = opens.start() if opens else best.start()
    return (start + begin, pins) if pins else (position, ())


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

    >>> parse("điểm a và điểm b khoản 1 Điều 2, Điều 5")
    (Pinpoint(article='2', clause='1', point='a'), Pinpoint(article='2', clause='1', point='b'), Pinpoint(article='5'))
    """
    done: list[Pinpoint] = []
    waiting: list[Pinpoint] = []
    for field, values, joined in _groups(run):
        qualifies = not joined and done and not waiting
        if field in ("section", "chapter") and qualifies and done[-1].article:
            continue
        if field == "article":
            if waiting and values:
                waiting = [replace(p, article=values[0]) if p.article is None else p for p in waiting]
                done.extend(waiting)
                rest = values[1:]
            else:
                rest = values
            done.extend(Pinpoint(article=v) for v in rest)
            waiting = []
        elif field in ("section", "chapter", "annex"):
            value = values[0] if values else "Phụ lục" if field == "annex" else ""
            if not value:
                continue
            if waiting:
                done.extend(replace(p, **{field: value}) for p in waiting)
                waiting = []
                done.extend(Pinpoint(**{field: v}) for v in values[1:])
            elif (
                field in ("chapter", "annex")
                and not joined
                and done
                and done[-1].section
                and getattr(done[-1], field) is None
            ):
                done[-1] = replace(done[-1], **{field: value})
            else:
                done.extend(Pinpoint(**{field: v}) for v in (values or (value,)))
        elif field == "clause":
            open_points = [p for p in waiting if p.clause is None and p.point]
            if open_points and values:
                waiting = [replace(p, clause=values[0]) if p in open_points else p for p in waiting]
                waiting.extend(Pinpoint(clause=v) for v in values[1:])
            else:
                waiting.extend(Pinpoint(clause=v) for v in values)
        else:
            waiting.extend(Pinpoint(point=v) for v in values)
    done.extend(waiting)
    return tuple(dict.fromkeys(done))


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
