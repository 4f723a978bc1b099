"""Amending articles: "Điều 1. Sửa đổi, bổ sung một số điều của Thông tư X", its items and quoted new text.

The heading names the act once; the places amended stand in the items below it, and inside the quoted new
text "Thông tư này" is that act and not the document.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from extractors.anchors import Anchor
from extractors.mention import Mention
from extractors.models import Pinpoint, Span
from extractors.phrases import word_set
from extractors.pinpoints import find_all, read_before
from extractors.structure import Structure
from extractors.type_words import type_words

# "Sửa đổi, bổ sung", "Bãi bỏ": in the heading of an article that amends the act it names.
HEADING_CUE = re.compile(
    r"(?:Sửa\s+đổi|Bổ\s+sung|Bãi\s+bỏ|Thay\s+thế|Đính\s+chính"
    r"|sửa\s+đổi|bổ\s+sung|bãi\s+bỏ|đính\s+chính|thay\s+thế)"
)

# "Sửa đổi", "Thay cụm từ", "Bỏ điểm": in an item that names a place of that act.
ITEM_CUE = re.compile(
    r"(?:Sửa\s+đổi|Bổ\s+sung|Bãi\s+bỏ|Thay\s+thế|Thay\s+cụm\s+từ|Chỉnh\s+sửa|Đính\s+chính|Điều\s+chỉnh"
    r"|Bỏ\s+cụm\s+từ|Bỏ\s|Hủy\s+bỏ|Cụm\s+từ|sửa\s+đổi|bổ\s+sung)"
)

# "\n2. Bãi bỏ", "\na) Sửa đổi": an item on a line of its own.
CUED_ITEM = re.compile(r"\n *(?:\d{1,2}\.|[a-zđ]\))\s*" + ITEM_CUE.pattern)

# "\n2. ", "\na)", ";\nBãi bỏ": where one item ends and the next begins.
ITEM_BREAK = re.compile(r"\n(?= *(?:\d{1,2}\.\s|[a-zđ]\)|[-–+]\s)|(?<=[.;:]\n) *[A-ZĐ])")

# "12. ", "đ) ": the number of an item, the letter of a sub-item.
ITEM_NUMBER = re.compile(r"\s*(?:(?P<number>\d{1,2})\.|[a-zđ]\))")

# "vào sau Điều 15", "vào ngay trước khoản 2 Điều 5": where the new article stands, not what is amended.
BEHIND = re.compile(
    r"(?:vào\s+(?:ngay\s+)?(?:sau\s+|trước\s+)?|(?:ngay\s+)?(?:sau|trước)\s+)"
    r"(?:điểm|khoản|[Đđ]iều|mục|Mục|chương|Chương)\s+\w+(?:\s+(?:khoản|[Đđ]iều)\s+\w+)*"
)

# "24/2021/NĐ-CP": an item with a number names another act than the article's heading.
OTHER_ACT = re.compile(r"\d/\d{4}/[A-ZĐ]")

# "“thư viện số”": the words that an item puts in or strikes out.
QUOTED_WORDS = re.compile(r"“[^”]*”")

# " này ": behind a type word, "Thông tư này".
THIS = re.compile(r"\s+này\b")

# " được sửa đổi, bổ sung như sau: ", " sau đây:": between the act named and its new text.
LEAD_IN = re.compile(r"[^“”]{0,1500}(?:như\s+sau|sau\s+đây)\s*:\s*", re.DOTALL)

HEADING_REACH = 300
"""How far (characters) behind the beginning of an article the act it amends is named."""
LONGEST_HEADING = 260
"""The longest heading (characters) before the act; it runs over a few lines at most and has no semicolon."""
MOST_LINES = 3
INLINE_QUOTE = 400
"""How far (characters) from a name the quotation marks around it may stand inside an item."""
QUOTE_LEAD = 1500
"""How far (characters) before a quotation the line may stand that names its act."""


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
    scopes: list[Scope] = []
    seen: set[int] = set()
    for mention in mentions:
        article = _heading_around(text, structure, mention)
        if article is None or article.start in seen:
            continue
        seen.add(article.start)
        scope = _scope(text, structure, mention, article)
        if scope is None:
            continue
        scopes.append(scope)
        places = _item_places(text, mention.end, article.end, scope.quotes)
        if places and not mention.pinpoints:
            mention.pinpoints = places
            mention.items_scope = True
    return scopes


def _heading_around(text: str, structure: Structure, mention: Mention) -> Span | None:
    """The article whose amending heading names the mention."""
    if mention.outer is not None or mention.kind not in ("numbered", "law"):
        return None
    articles = structure.articles
    index = bisect_right(articles, mention.start) - 1
    if index < 0 or mention.start - articles[index] > HEADING_REACH or structure.quote_at(mention.start):
        return None
    start = articles[index]
    before = text[start : mention.left]
    if len(before) > LONGEST_HEADING or ";" in before or before.strip().count("\n") > MOST_LINES:
        return None
    if not HEADING_CUE.search(before):
        return None
    return Span(start, articles[index + 1] if index + 1 < len(articles) else len(text))


def _scope(text: str, structure: Structure, act: Mention, article: Span) -> Scope | None:
    """The article as a scope, if it brings new text or items that change something."""
    first = bisect_left(structure.quotes, article.start, key=_start)
    quotes = structure.quotes[first : bisect_left(structure.quotes, article.end, key=_start)]
    if not quotes and CUED_ITEM.search(text, act.end, article.end) is None:
        return None
    return Scope(act, article.start, article.end, quotes)


def _start(place: Span | Scope | Mention) -> int:
    return place.start


def _scope_at(scopes: list[Scope], position: int) -> Scope | None:
    """The amending article around a position; articles stand apart, in the order of the text."""
    index = bisect_right(scopes, position, key=_start) - 1
    return scopes[index] if index >= 0 and position < scopes[index].end else None


def _item_places(text: str, start: int, end: int, quotes: tuple[Span, ...]) -> tuple[Pinpoint, ...]:
    """The places of the act that the items outside quoted new text name, in their order."""
    body = QUOTED_WORDS.sub(lambda m: " " * len(m[0]), _outside(text, start, end, quotes))
    places: dict[Pinpoint, None] = {}
    within = Pinpoint()
    for line in ITEM_BREAK.split(body.replace("  \n", "\n").replace(" \n", "\n")):
        marker = ITEM_NUMBER.match(line)
        is_item = marker is not None and marker["number"] is not None
        if is_item:
            within = Pinpoint()
        if not ITEM_CUE.search(line):
            continue
        line = " ".join((line[marker.end() :] if marker else line).split())
        if OTHER_ACT.search(line):
            continue
        for place in _places(line, within):
            places.setdefault(place)
            if is_item and (place.article or place.clause):
                within = place
    return tuple(places)


def _outside(text: str, start: int, end: int, quotes: tuple[Span, ...]) -> str:
    """The text of a range without the quotations in it."""
    parts, at = [], start
    for quote in quotes:
        if quote.start > at:
            parts.append(text[at : quote.start])
        at = max(at, quote.end)
    return "\n".join([*parts, text[at:end]])


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
        this = THIS.match(text, anchor.end) if kind in word_set("type that names itself") else None
        if this is None:
            continue
        quote = structure.quote_at(anchor.start) or _inline_quote(text, anchor.start, scopes)
        act = _quoted_act(text, quote, kind, scopes, mentions) if quote else None
        if act is None or quote is None:
            continue
        lead, pins = read_before(text, anchor.start, quote.start)
        found.append(_this_act(act, anchor.start, this.end(), lead, pins))
    return found


def _this_act(act: Mention, start: int, end: int, lead: int, pins: tuple[Pinpoint, ...]) -> Mention:
    """A mention that names `act` as "Thông tư này"."""
    return Mention(
        start,
        end,
        act.kind,
        act.type,
        act.number,
        act.signs,
        act.date,
        act.year,
        act.issuer,
        title=act.title,
        pinpoints=pins,
        lead=lead,
        rules=["this-act"],
        confidence=0.9,
        quoted=True,
    )


def _inline_quote(text: str, position: int, scopes: list[Scope]) -> Span | None:
    """A short quotation in an item of an amending article: words that are exchanged or struck out."""
    if _scope_at(scopes, position) is None:
        return None
    floor = max(0, position - INLINE_QUOTE)
    opened, closed = text.rfind("“", floor, position), text.rfind("”", floor, position)
    end = text.find("”", position, position + INLINE_QUOTE)
    return Span(opened, end + 1) if opened > closed and end >= 0 else None


def _quoted_act(
    text: str, quote: Span, kind: str, scopes: list[Scope], mentions: list[Mention]
) -> Mention | None:
    """Whose text a quotation is: of the act named in the line that opens it, else of the article's act."""
    scope = _scope_at(scopes, quote.start)
    floor = max(scope.start if scope else 0, quote.start - QUOTE_LEAD)
    first = bisect_left(mentions, floor, key=_start)
    before = mentions[first : bisect_left(mentions, quote.start, key=_start)]
    near = [m for m in before if m.type == kind and m.number and not m.quoted]
    if near and LEAD_IN.fullmatch(text[near[-1].end : quote.start]):
        return near[-1]
    inline = scope is not None and not any(q.start == quote.start for q in scope.quotes)
    if inline and near:
        return near[-1]
    if scope and scope.act.type == kind:
        return scope.act
    return near[-1] if near and scope else None
