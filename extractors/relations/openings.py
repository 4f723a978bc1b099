"""The first mention of a sentence or clause: governed by the words to its left, or from outside."""

from __future__ import annotations

import re

from extractors.cues import CLAUSE_BREAK, FoundCue, last_cue, only_filler, place_before
from extractors.mention import Mention
from extractors.models import Relation
from extractors.relations.frames import CHANGES, Base, Frame, Gap
from extractors.relations.passives import plain_passive, relation_of
from extractors.relations.titles import in_title, titled_frame

# "- Căn cứ ", "2. Trên cơ sở ", "Xét ": opens an item of the basis block.
BASIS_START = re.compile(
    r"\s*(?:[-–+*•]\s*|\d+[.)]\s*|[a-zđ]\)\s*)?(?:Căn\s+cứ|CĂN\s+CỨ|Trên\s+cơ\s+sở|Xét\s)", re.IGNORECASE
)

# "; ", ", các sở", ", UBND tỉnh": a basis ends with its item, or where the sentence turns to who acts on it.
BASIS_OVER = re.compile(r"[;.]\s|,\s+(?:các|Hội|UBND|Ủy|cơ)\s")
LONG_BASIS = 90
"""From this length (characters) on, a basis with a comma may have come to speak of something else."""

PROPOSALS = frozenset(("Tờ trình", "Báo cáo", "Công văn", "Văn bản"))
"""Types of document by which a decision is proposed."""

# "theo đề nghị", "xét báo cáo", " - Xét ": a decision is based on the proposal that follows.
PROPOSAL = re.compile(
    r"(?:theo|xét)\s+(?:đề\s+nghị|đề\s+xuất|ý\s+kiến|báo\s+cáo)|^\s*[-–]?\s*xét\s", re.IGNORECASE
)

# "- ", "12. ", "đ) ": nothing but an item's marker.
MARKER_ONLY = re.compile(r"\s*(?:[-–+*•]|\d{1,2}[.)]|[a-zđ]\))?\s*")

# "2. Bãi bỏ", "Điều 3. Sửa đổi", "a) Thay thế": a sentence that opens with the order itself.
ORDER_START = re.compile(
    r"\s*(?:\*\*)?(?:Điều\s+\d+\w?\.\s*)?(?:[-–+*•]\s*|\d{1,2}(?:\.\d+)*[.)]\s*|[a-zđ]\)\s*)?"
    r"(Sửa\s+đổi|Bổ\s+sung|Bãi\s+bỏ|Hủy\s+bỏ|Thay\s+thế|Đính\s+chính"
    r"|Điều\s+chỉnh(?![^.;]*quy\s+định\s+tại))\b"
)

# "; ", ": ": what follows is no longer the object of the order.
ORDER_END = re.compile(r"[;:]\s")

# "Hướng dẫn thực hiện chế độ trợ cấp … theo ": what a title says the act gives guidance on stands in X.
TITLED_GUIDANCE = re.compile(r"[^.;:]*\bhướng\s+dẫn\s[^.;:]*\stheo\s*\Z")

# "; ", "(", " đã ban hành", " thì ", " được quy định": where the reach of a verb ends before its object: at a
# new clause, at brackets, at an act that was issued meanwhile.
REACH_ENDS = re.compile(r"[;:.]\s|\(|\b(?:đã\s+(?:có|ban\s+hành)|thì|được\s+(?:quy\s+định|ban\s+hành|cấp))\b")
LONGEST_REACH = 220
"""How far (characters) before a mention a verb of carrying out may stand, whatever is between them."""

PLACE_SLACK = 6
"""How many characters of a place may belong to the verb before it."""

# "theo", "quy định theo đúng": the instrument's rules are followed while something else is carried out.
PLACE_BY_RULE = re.compile(r"(?:.*\s)?theo")

# "quy định tại ", "được nêu tại ", "ghi trong ": what is carried out stands in the instrument.
PLACE_OF_RULE = re.compile(r"(?:được\s+)?(?:quy\s+định|nêu|ghi)\s")


# "1. Ghi nhận lại tổ chức theo Mẫu số 41 ": an item that applies an act, in a list of changes to another.
FOLLOWS_A_RULE = re.compile(r"\stheo\s")
LONGEST_ITEM_LEAD = 120
"""How much (characters) of an item may stand before the act that the list's opening line says is changed."""


def opening_frame(gap: Gap, mention: Mention, base: Base) -> Frame:
    """The frame of the first mention of a sentence or clause; `gap` is all that stands before it there."""
    place = place_before(gap.low)
    return (
        _basis(gap, mention, base, place)
        or _passive(gap, base)
        or _titled(gap, base)
        or _in_row(gap, mention, base)
        or _ordered(gap, place)
        or _by_cue(gap, mention, place)
        or _from_outside(gap, base, place)
    )


def clause_frame(gap: Gap, mention: Mention) -> Frame | None:
    """The frame of the first mention behind the last break of the clause; None where there is no break."""
    breaks = list(CLAUSE_BREAK.finditer(gap.text))
    if not breaks:
        return None
    return opening_frame(Gap.of(gap.text[breaks[-1].start() + 1 :]), mention, Base())


def _basis(gap: Gap, mention: Mention, base: Base, place: re.Match[str] | None) -> Frame | None:
    if BASIS_START.match(gap.text) and not BASIS_OVER.search(gap.text):
        turned = len(gap.text) > LONG_BASIS and "," in gap.text and place is not None and place["strong"]
        if not turned:
            return Frame("cites" if base.form else "based_on", rule="basis")
    if mention.type in PROPOSALS and PROPOSAL.search(gap.text):
        return Frame("based_on", rule="proposal")
    return None


def is_further_proposal(mention: Mention, previous: Mention, frame: Frame) -> bool:
    """Whether "… và ý kiến thẩm định của Sở Tư pháp tại Công văn" goes on with what a decision rests on."""
    both = mention.type in PROPOSALS and previous.type in PROPOSALS
    return both and frame.relation == "based_on" and frame.source is None


def _passive(gap: Gap, base: Base) -> Frame | None:
    """A passive without a subject before it: of a consolidated document itself, else of something unnamed."""
    found = plain_passive(gap.low)
    if found is None:
        return None
    if base.consolidated:
        return Frame(relation_of(found["verb"]), inverse=True, rule="passive-self")
    return Frame("cites", rule="passive-generic")


def _titled(gap: Gap, base: Base) -> Frame | None:
    """In the document's own title the guidance itself is the act's business, and X what it guides."""
    if base.in_title and TITLED_GUIDANCE.match(gap.low):
        return Frame("guides", rule="title-guidance")
    return None


def _in_row(gap: Gap, mention: Mention, base: Base) -> Frame | None:
    """In a table an act's title stands in the cell behind its number."""
    if base.row is None or not in_title(gap.text, base.row):
        return None
    cue = last_cue(gap.low)
    return titled_frame(cue, mention, base.row) if cue else Frame("cites", base.row, rule="title")


def _ordered(gap: Gap, place: re.Match[str] | None) -> Frame | None:
    order = ORDER_START.match(gap.text)
    if order is None or ORDER_END.search(gap.text) or (place and place[0].startswith("theo")):
        return None
    return Frame(relation_of(order[1].lower()), rule="ordered")


def _by_cue(gap: Gap, mention: Mention, place: re.Match[str] | None) -> Frame | None:
    """By the last verb before the mention, if the mention is its object; None where it is not."""
    cue = last_cue(gap.low)
    if cue is None or (cue.relation in ("promulgates", "approves") and mention.kind != "named"):
        return None
    tail = gap.low[cue.end :]
    near = only_filler(tail)
    if not near and not _reaches(cue, tail):
        return None
    if cue.phrase == "theo tinh thần":
        return Frame("implements", rule="theo tinh thần")
    if place is not None and (rule := _place_rule(cue, place, near)):
        return Frame("cites", rule=rule)
    detailed = cue.relation == "guides" and mention.kind == "law" and "thi hành" in gap.low
    relation: Relation = "details" if detailed else cue.relation
    return Frame(relation, rule=f"cue:{cue.phrase}")


def _reaches(cue: FoundCue, tail: str) -> bool:
    return cue.relation == "implements" and len(tail) < LONGEST_REACH and not REACH_ENDS.search(tail)


def _place_rule(cue: FoundCue, place: re.Match[str], near: bool) -> str | None:
    """The rule by which "theo", "quy định tại" … behind a verb make the instrument merely a named one."""
    if place["strong"] is None:
        return None
    implements = cue.relation == "implements"
    if cue.end <= place.start() + PLACE_SLACK:
        if cue.relation in ("guides", "details", "interprets"):
            return "place"
        if not near and (implements or cue.relation in ("promulgates", "approves")):
            return "place"
        if implements and PLACE_BY_RULE.match(place[0]):
            return "implements-theo"
    return "place" if implements and PLACE_OF_RULE.match(place[0]) else None


def _from_outside(gap: Gap, base: Base, place: re.Match[str] | None) -> Frame:
    if place:
        return Frame("cites" if place["strong"] else base.govern() or "cites", rule="place")
    if base.passive is not None and MARKER_ONLY.fullmatch(gap.text):
        return Frame("amends", base.passive, True, "passive-list")
    governing = base.govern()
    if governing in CHANGES and (len(gap.text) > LONGEST_ITEM_LEAD or FOLLOWS_A_RULE.search(gap.low)):
        return Frame("cites", rule="default")
    return Frame(governing, rule=base.rule) if governing else Frame("cites", rule="default")
