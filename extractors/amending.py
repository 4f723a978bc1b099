"""Amending articles: "Điều 1. Sửa đổi, bổ sung một số điều của Thông tư X" with its items and quoted new text.

The heading names the act once; the places amended stand in the items below it, and inside the quoted new
text "Thông tư này" is that act and not the document.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from extractors.anchors import Anchor
from extractors.mention import Mention
from extractors.models import Pinpoint, Span
from extractors.pinpoints import find_all, read_before
from extractors.structure import Structure
from extractors.type_words import type_words

HEADING_CUE = re.compile(
    r"(?:Sửa\s+đổi|Bổ\s+sung|Bãi\s+bỏ|Thay\s+thế|Đính\s+chính|sửa\s+đổi|bổ\s+sung|bãi\s+bỏ|đính\s+chính|thay\s+thế)"
)
ITEM_CUE = re.compile(
    r"(?:Sửa\s+đổi|Bổ\s+sung|Bãi\s+bỏ|Thay\s+thế|Thay\s+cụm\s+từ|Chỉnh\s+sửa|Đính\s+chính|Điều\s+chỉnh|Bỏ\s+cụm\s+từ|Bỏ\s|Hủy\s+bỏ|Cụm\s+từ|sửa\s+đổi|bổ\s+sung)"
)
# "Bổ sung Điều 15a vào sau Điều 15": where the new article stands, not what is amended.
ITEM_BREAK = re.compile(r"\n(?=[ \t]*(?:\d{1,2}\.\s|[a-zđ]\)|[-–+]\s))|(?<=[.;:])[ \t]*\r?\n(?=[ \t]*[A-ZĐ])")
BEHIND = re.compile(
    r"(?:vào\s+(?:ngay\s+)?(?:sau\s+|trước\s+)?|(?:ngay\s+)?(?:sau|trước)\s+)(?:điểm|khoản|[Đđ]iều|mục|Mục|chương|Chương)\s+\w+(?:\s+(?:khoản|[Đđ]iều)\s+\w+)*"
)
OTHER_ACT = re.compile(r"\d/\d{4}/[A-ZĐ]")
THIS = re.compile(r"\s+này\b")
THIS_TYPES = frozenset(
    (
        "Luật",
        "Bộ luật",
        "Pháp lệnh",
        "Nghị định",
        "Nghị quyết",
        "Quyết định",
        "Thông tư",
        "Thông tư liên tịch",
        "Quy chế",
        "Quy định",
        "Chỉ thị",
    )
)


@dataclass(frozen=True, slots=True)
class Scope:
    """An amending article: the act it amends, its range, the quoted new text inside it."""

    act: Mention
    start: int
    end: int
    quotes: tuple[Span, ...]


def amending_scopes(text: str, structure: Structure, mentions: list[Mention]) -> list[Scope]:
    """Every article whose heading amends one act, with the places its items name added to that mention."""
    if not structure.quotes and "ãi bỏ" not in text and "ính chính" not in text:
        return []
    scopes = []
    seen: set[int] = set()
    articles = structure.articles
    for mention in mentions:
        if (
            mention.outer is not None
            or mention.kind not in ("numbered", "law")
            or structure.quote_at(mention.start)
        ):
            continue
        index = bisect_right(articles, mention.start) - 1
        if index < 0 or articles[index] in seen or mention.start - articles[index] > 300:
            continue
        start, end = articles[index], articles[index + 1] if index + 1 < len(articles) else len(text)
        before = text[start : mention.left]
        if (
            len(before) > 260
            or not HEADING_CUE.search(before)
            or ("\n" in before.strip() and before.strip().count("\n") > 3)
            or ";" in before
        ):
            continue
        seen.add(start)
        quotes = tuple(q for q in structure.quotes if start <= q.start < end)
        if not quotes and not _has_items(text, mention.end, end):
            continue
        scopes.append(Scope(mention, start, end, quotes))
        pins = _item_places(text, mention.end, end, quotes)
        if pins and not mention.pinpoints:
            mention.pinpoints = pins
            mention.items_scope = True
    return scopes


def _has_items(text: str, start: int, end: int) -> bool:
    return (
        re.compile(r"\n[ \t]*(?:\d{1,2}\.|[a-zđ]\))\s*" + ITEM_CUE.pattern).search(text, start, end)
        is not None
    )


def _item_places(text: str, start: int, end: int, quotes: tuple[Span, ...]) -> tuple[Pinpoint, ...]:
    outside, at = [], start
    for quote in quotes:
        if quote.start > at:
            outside.append(text[at : quote.start])
        at = max(at, quote.end)
    outside.append(text[at:end])
    pins: dict[Pinpoint, None] = {}
    body = "\n".join(outside)
    body = re.sub(r"“[^”]*”", lambda m: " " * len(m[0]), body)
    within = Pinpoint()
    for line in ITEM_BREAK.split(body):
        numbered = ITEM_NUMBER.match(line)
        if numbered and numbered["number"]:
            within = Pinpoint()
        if not ITEM_CUE.search(line):
            continue
        line = re.sub(r"\s+", " ", line[numbered.end() :] if numbered else line)
        if OTHER_ACT.search(line):
            continue
        for pin in _places(line, within):
            pins.setdefault(pin)
            if numbered and numbered["number"] and (pin.article or pin.clause):
                within = pin
    return tuple(pins)


ITEM_NUMBER = re.compile(r"\s*(?:(?P<number>\d{1,2})\.|[a-zđ]\))")


def _places(line: str, within: Pinpoint) -> list[Pinpoint]:
    """The places a line names; what a sub-item leaves out is that of its item, or of the place before it."""
    outer = [pin for match in BEHIND.finditer(line) for pin in find_all(match[0])]
    article = None
    places = []
    for pin in find_all(BEHIND.sub(" ", line)):
        around = next((o for o in outer if o.article), None) or (
            Pinpoint(article=article) if article else within
        )
        if pin.article is None and not (pin.section or pin.chapter or pin.annex):
            clause = pin.clause or (around.clause if pin.point else None)
            pin = replace(pin, article=around.article, clause=clause)
        article = pin.article or article
        places.append(pin)
    return places


def own_names(
    text: str, structure: Structure, anchors: list[Anchor], scopes: list[Scope], mentions: list[Mention]
) -> list[Mention]:
    """ "Thông tư này" inside quoted text: the act that is quoted or amended there, never the document."""
    if "“" not in text:
        return []
    found = []
    for anchor in anchors:
        kind = type_words().get(anchor.word, "")
        this = THIS.match(text, anchor.end) if kind in THIS_TYPES else None
        if this is None:
            continue
        quote = structure.quote_at(anchor.start) or _inline_quote(text, anchor.start, scopes)
        act = _quoted_act(text, quote, kind, scopes, mentions) if quote else None
        if act is None or quote is None:
            continue
        lead, pins = read_before(text, anchor.start, quote.start)
        found.append(
            Mention(
                anchor.start, this.end(), act.kind, act.type, act.number, act.signs, act.date, act.year, act.issuer,
                title=act.title, pinpoints=pins, lead=lead, rules=["this-act"], confidence=0.9, quoted=True,
            )
        )  # fmt: skip
    return found


def _inline_quote(text: str, position: int, scopes: list[Scope]) -> Span | None:
    """A short quotation in an item of an amending article: words that are exchanged or struck out."""
    if not any(s.start <= position < s.end for s in scopes):
        return None
    opened = text.rfind("“", max(0, position - 400), position)
    closed = text.rfind("”", max(0, position - 400), position)
    end = text.find("”", position, position + 400)
    return Span(opened, end + 1) if opened > closed and end >= 0 else None


def _quoted_act(
    text: str, quote: Span, kind: str, scopes: list[Scope], mentions: list[Mention]
) -> Mention | None:
    """Whose text a quotation is: of the act named in the line that opens it, else of the article's act."""
    scope = next((s for s in scopes if s.start <= quote.start < s.end), None)
    floor = max(scope.start if scope else 0, quote.start - 1500)
    near = [
        m for m in mentions if m.type == kind and m.number and not m.quoted and floor <= m.start < quote.start
    ]
    if near and LEAD_IN.fullmatch(text[near[-1].end : quote.start]):
        return near[-1]
    inline = scope is not None and not any(q.start == quote.start for q in scope.quotes)
    if inline and near:
        return near[-1]
    if scope and scope.act.type == kind:
        return scope.act
    return near[-1] if near and scope else None


LEAD_IN = re.compile(r"[^“”]{0,1500}(?:như\s+sau|sau\s+đây)\s*:\s*", re.DOTALL)
