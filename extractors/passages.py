"""Walking through the passages that hold mentions: paragraph by paragraph, sentence by sentence.

Each sentence is handed to `extractors.relations`; this module finds its bounds and what governs it from
outside: the document's title, a list's opening line, the heading of an article, the sentence with a
footnote's mark.
"""

from __future__ import annotations

import re

from extractors import letters, sentences
from extractors.amending import Scope
from extractors.cues import first_trailing_cue, last_cue
from extractors.head import FoundHead
from extractors.mention import Mention
from extractors.models import Relation
from extractors.paragraphs import paragraph_end, paragraph_start
from extractors.relations import CHANGES, ORDER_START, Base, relate
from extractors.structure import Footnote, Structure

ITEM = letters.compile(
    r"\s*(?:\*\*)?(?:[-–+•*○●]\s?|\d{1,2}(?:\.\d{1,2})*[.)]\s|[a-zđ]\d?\)\s|\(\d{1,2}\)\s|[ivx]+\)\s)"
)
LOOK_UP = 6000
"""How far (characters) above an item the line that opens its list is looked for."""


def relate_all(
    text: str, head: FoundHead, structure: Structure, mentions: list[Mention], scopes: list[Scope]
) -> None:
    """Give every mention its sentence, its relation and what it hangs on."""
    index = 0
    governed: dict[int, Relation | None] = {}
    seen: dict[tuple[int, str], Base] = {}
    consolidated = head.head.type == "Văn bản hợp nhất"
    forms = "....." in text or "…" in text
    if consolidated:
        _consolidates(head, mentions)
    while index < len(mentions):
        first = mentions[index]
        title = head.title
        in_title = False
        note = structure.footnote_at(first.start)
        if title and title.start <= first.start < title.end:
            start, end = title.start, title.end
            parts = [(start, end)]
            in_title = True
        else:
            start, end = paragraph_start(text, first.start), paragraph_end(text, first.end)
            if note:
                start, end = max(start, note.start), min(end, note.end)
            parts = []
        group = []
        while index < len(mentions) and mentions[index].start < end:
            group.append(mentions[index])
            index += 1
        end = max(end, group[-1].end)
        if not parts:
            parts = sentences.split(text, start, end, [(m.left, m.end) for m in group])
        base = _base(text, start, structure, note, governed, mentions[: index - len(group)], seen)
        base.consolidated, base.type, base.in_title = consolidated, head.head.type, in_title
        base.form = (
            forms
            and start > len(text) * FORMS_FROM
            and "ăn cứ" in text[start : start + 40]
            and BLANKS.search(text, max(0, start - 500), end + 500) is not None
        )
        opening: Relation | None = None
        for part_start, part_end in parts:
            inside = [m for m in group if part_start <= m.start < part_end]
            if not inside:
                continue
            marked = _evidence(text, structure, note, part_start, part_end)
            for mention in inside:
                mention.sentence = part_start, part_end
            _by_quote(text, structure, part_start, part_end, inside, base)
            if marked != (part_start, part_end):
                for mention in inside:
                    if mention.source is None and mention.rules[-1].startswith(("footnote", "list")):
                        mention.sentence = marked
            for mention in inside:
                if "consolidated" in mention.rules:
                    mention.relation, mention.source, mention.inverse = "consolidates", None, False
            opening = next((m.relation for m in inside if m.source is None and not m.inverse), opening)
        governed[start] = opening
    _enclosing(mentions)


def _by_quote(
    text: str, structure: Structure, start: int, end: int, inside: list[Mention], base: Base
) -> None:
    """Mentions in quoted new text are related apart from those outside it."""
    outer = [m for m in inside if not m.quoted]
    relate(text, start, end, outer, base)
    quoted = [m for m in inside if m.quoted]
    if quoted:
        quote = structure.quote_at(quoted[0].start)
        relate(text, max(start, quote.start + 1 if quote else start), end, quoted, _inside_quote(base))


def _inside_quote(base: Base) -> Base:
    """In quoted new text a list that opens inside it governs; nothing else from outside does."""
    base.govern()
    return base if base.rule == "list-intro" else Base(type=base.type)


def _evidence(
    text: str, structure: Structure, note: Footnote | None, start: int, end: int
) -> tuple[int, int]:
    if note is None or note.mark is None:
        return start, end
    begin, stop = paragraph_start(text, note.mark), paragraph_end(text, note.mark)
    for part in sentences.split(text, begin, stop, []):
        if part[0] <= note.mark < part[1] + 1:
            return part
    return begin, stop


def _base(
    text: str, start: int, structure: Structure, note: Footnote | None, governed: dict[int, Relation | None], mentions: list[Mention],
    seen: dict[tuple[int, str], Base],
) -> Base:  # fmt: skip
    if note:
        return _mark_base(text, structure, note)
    before = text[max(0, start - 400) : start].rstrip()
    opened = next((m for m in reversed(mentions[-8:]) if m.rules[-1] == "passive-list"), None)
    if opened and start - opened.end < 1500 and not LIST_OVER.match(text, start):
        return Base(passive=opened.source)
    if before.endswith(":") and mentions:
        opening = PASSIVE_OPENING.search(before)
        if opening and start - len(before) + opening.start() - mentions[-1].end < 700:
            target = next((m for m in reversed(mentions) if m.source is None), mentions[-1])
            return Base(passive=target)
    if not ITEM.match(text, start):
        if not before.endswith((";", ":")):
            return Base()
        if before.endswith(";") and governed and not HEADS.match(text, start):
            last = max(governed)
            return Base(governed[last], "list") if start - last < 1200 else Base()

    def climb() -> tuple[Relation | None, str]:
        found = _list_base(text, start, seen)
        return found.relation, found.rule

    return Base(climb=climb)


BLANKS = letters.compile(r"\.{5,}|…{2,}|…\s*…")
FORMS_FROM = 0.3
"""Specimen forms stand in annexes: they are looked for behind this share of the text."""
HEADS = letters.compile(r"\s*(?:\*\*)?(?:Điều\s+\d|Chương\s|Mục\s|[IVX]+\.\s|QUYẾT\s|[A-ZĐ]{4,}\s)")
PASSIVE_OPENING = letters.compile(r"được\s+sửa\s+đổi,?\s*bổ\s+sung[^.;:]{0,80}(?:bởi|tại|theo)[^.;:]{0,40}:\Z")


LIST_OVER = letters.compile(r"\s*(?:Căn\s+cứ|Theo|Xét|Điều\s|Chương\s|[A-ZĐ]{3,})")


def _consolidates(head: FoundHead, mentions: list[Mention]) -> None:
    """The first act a consolidated text names is the one whose text it is."""
    first = next(
        (m for m in mentions if m.outer is None and (head.title is None or m.start >= head.title.end)), None
    )
    if first is not None:
        first.rules.append("consolidated")


def _mark_base(text: str, structure: Structure, note: Footnote) -> Base:
    """A list in a footnote takes the relation of the sentence that carries the footnote's mark."""
    if note.mark is None:
        return Base("cites", "footnote")
    begin, stop = _evidence(text, structure, note, 0, 0)
    if HEADS.match(text, begin) or text[begin:stop].isupper():
        return Base("cites", "footnote")
    low = text[begin : note.mark].lower()
    clause = re.split(r"[;:]\s", low)[-1]
    cue = last_cue(clause)
    if cue is None or cue.relation in ("promulgates", "approves", "amends", "details", "guides", "based_on"):
        return Base("cites", "footnote")
    return Base(cue.relation, f"footnote:{cue.phrase}")


def _list_base(text: str, start: int, seen: dict[tuple[int, str], Base]) -> Base:
    """The line that opens the list an item belongs to: the nearest above that ends with a colon, or a heading.

    `seen` remembers what the items passed on the way belong to, so that a long list is climbed once.
    """
    own = ITEM.match(text, start)
    own_kind = _marker_kind(own[0]) if own else ""
    passed: list[int] = []
    base = _climb(text, start, own_kind, seen, passed)
    for begin in passed:
        seen[begin, own_kind] = base
    return base


def _climb(
    text: str, start: int, own_kind: str, seen: dict[tuple[int, str], Base], passed: list[int]
) -> Base:
    at = start - 1
    floor = max(0, start - LOOK_UP)
    steps = 0
    while at > floor and steps < 60:
        begin = paragraph_start(text, at)
        if (begin, own_kind) in seen:
            return seen[begin, own_kind]
        paragraph = text[begin : at + 1].strip()
        steps += 1
        passed.append(begin)
        if paragraph:
            ended = ENDED.search(paragraph) if own_kind else None
            if ended:
                return Base("suspends" if "NGƯNG" in ended[0] else "repeals", "list-intro")
            opens = paragraph.endswith(":")
            heading = re.match(r"(?:\*\*)?Điều\s+\d+", paragraph)
            item = ITEM.match(paragraph + " ")
            other_level = item is None or _marker_kind(item[0]) != own_kind
            if opens and other_level:
                return _opening_base(paragraph)
            if heading:
                return _opening_base(paragraph) if len(paragraph) < 400 else Base()
            if item is None and not paragraph.endswith((";", ",")) and not own_kind:
                return Base()
        at = begin - 1
    return Base()


def _marker_kind(marker: str) -> str:
    mark = marker.strip(" *")
    return (
        "number"
        if mark[:1].isdigit()
        else "letter"
        if mark[:1].isalpha()
        else "dash"
        if mark[:1] in "-–+•○●"
        else "bracket"
    )


def _opening_base(paragraph: str) -> Base:
    low = paragraph.lower()
    trailing = first_trailing_cue(low)
    if trailing:
        return Base(trailing.relation, "list-intro")
    cue = last_cue(low)
    if cue is None or cue.relation in ("promulgates", "approves") or len(low) - cue.end > 160:
        return Base()
    ordered = ORDER_START.match(paragraph) if cue.relation in CHANGES else None
    if not ordered and not ANNOUNCED.search(low, cue.end):
        return Base()
    return Base(cue.relation, "list-intro")


# The heading of an annex: "DANH MỤC VĂN BẢN … BÃI BỎ TOÀN BỘ".
ENDED = letters.compile(r"DANH\s+MỤC[^a-zà-ỹ]*(?:BÃI\s+BỎ|HẾT\s+HIỆU\s+LỰC|NGƯNG\s+HIỆU\s+LỰC)")
ANNOUNCED = letters.compile(
    r"(?:văn\s+bản|nghị\s+(?:quyết|định)|quyết\s+định|chỉ\s+thị|kế\s+hoạch|chương\s+trình|đề\s+án|quy\s+định|thông\s+tư|luật|kết\s+luận|tờ\s+trình|báo\s+cáo)\b[^.;]{0,80}(?:sau|gồm|như|là|:)"
)


def _enclosing(mentions: list[Mention]) -> None:
    for mention in mentions:
        act = mention.source
        if act is not None and mention.number and act.number == mention.number and mention.outer is None:
            mention.relation, mention.source, mention.inverse = "cites", None, False
            mention.rules.append("same-act")
        if mention.outer is not None and mention.sentence == (0, 0):
            mention.sentence = mention.outer.sentence
