"""What a citation says: its relation, and what it hangs on.

Mentions of a sentence are read from left to right. What stands between two of them tells whether the second
is in the first one's title ("… về thực hiện B"), beside it in a list ("A; B và C"), amends it ("A được sửa
đổi bởi B"), repeats it ("A (sau đây gọi tắt là A)"), or begins something new with a cue of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

import ontology
from extractors.cues import (
    CLAUSE_BREAK,
    NEAR,
    PASSIVE,
    PASSIVE_RELATIONS,
    first_trailing_cue,
    last_cue,
    only_filler,
    place_before,
)
from extractors.mention import Mention
from extractors.models import Relation

# What opens the title of the instrument just named.
TITLE_OPENER = re.compile(
    r"""\s*,?\s*(?:\([^()]{0,60}\)\s*)?[“"]?(?:về\b|quy\s+định|hướng\s+dẫn|ban\s+hành|phê\s+duyệt|sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ|đính\s+chính|hợp\s+nhất|giải\s+thích|công\s+bố
      |điều\s+chỉnh|chi\s+tiết|thí\s+điểm|phân\s+cấp|hủy\s+bỏ|huỷ\s+bỏ|thông\s+qua|v/v|giao\b|quy\s+hoạch)
    | \s*(?:tổ\s+chức\s+|tiếp\s+tục\s+|đẩy\s+mạnh\s+)?(?:thực\s+hiện|triển\s+khai|thi\s+hành|tăng\s+cường|cụ\s+thể\s+h(?:óa|oá)|hành\s+động|sơ\s+kết|tổng\s+kết|cuộc\s+vận\s+động|đối\s+với|kèm\s+theo|trên\s+địa\s+bàn)""",
    re.VERBOSE | re.IGNORECASE,
)
# A plural type word before a list: "các Quyết định: số …", "quy định tại các Nghị định số …".
PLURAL = re.compile(
    r"(?:các\s+)?(?:Quyết\s+định|Nghị\s+định|Nghị\s+quyết|Thông\s+tư|Chỉ\s+thị|Kế\s+hoạch|Công\s+văn|Tờ\s+trình|Báo\s+cáo|[Vv]ăn\s+bản|Kết\s+luận|Luật)(?:\s+sau(?:\s+đây)?)?\s*:\s*\Z"
)
LIST_JOINT = re.compile(
    r"(?:[,;]\s*(?:và\s+|hoặc\s+)?|\s+và\s+|\s+hoặc\s+|\s+cùng\s+với\s+|,?\s+cũng\s+như\s+|/)\s*(?:các\s+|những\s+)?(?:theo\s+|của\s+|tại\s+|căn\s+cứ\s+)?[“\"]?\s*(?:[-–+•*]\s*|\d{1,2}[.)]\s*|[a-zđ]\)\s*)?\Z",
    re.IGNORECASE,
)
# "(sửa đổi tại Nghị định số 04/2022/NĐ-CP)": the passive without its auxiliary, in brackets.
BRACKETED_PASSIVE = re.compile(
    r"\(\s*(?P<verb>sửa\s+đổi(?:,?\s*bổ\s+sung)?|bổ\s+sung|thay\s+thế)(?:\s+một\s+số\s+điều)?\s+(?:tại|bởi|theo|bằng)(?:\s+các)?\s*\Z"
)
ALIAS_OPEN = re.compile(
    r"\(\s*(?:(?:sau\s+đây|dưới\s+đây|từ\s+đây)?\s*(?:được\s+)?(?:gọi|viết)(?:\s+(?:tắt|chung))?\s*(?:là|thành)?\s*:?)?\s*[“\"]?\s*(?:\Z)",
    re.IGNORECASE,
)
CARRIED = re.compile(
    r"[”\"]?\s*,?\s*(?:\(\s*)?(?:(?:đã\s+)?(?:được\s+)?ban\s+hành\s+(?:kèm\s+)?theo|(?:được\s+)?ban\s+hành\s+tại|kèm\s+theo|theo)\s*\Z",
    re.IGNORECASE,
)
APPROVED_BY = re.compile(
    r"[”\"]?\s*,?\s*(?:trên\s+địa\s+bàn\s+tỉnh\s+)?(?:\(\s*)?(?:đã\s+)?được\s+(?:.{0,40}?)phê\s+duyệt\s+(?:tại|theo|bằng|kèm\s+theo)\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
BASIS_START = re.compile(
    r"\s*(?:[-–+*•]\s*|\d+[.)]\s*|[a-zđ]\)\s*)?(?:Căn\s+cứ|CĂN\s+CỨ|Trên\s+cơ\s+sở|Xét\s)", re.IGNORECASE
)
# A basis ends with its item, or where the sentence turns to somebody who acts on it.
BASIS_OVER = re.compile(r"[;.]\s|,\s+(?:các|Hội|UBND|Ủy|cơ)\s")
PROPOSALS = frozenset(("Tờ trình", "Báo cáo", "Công văn", "Văn bản"))
PROPOSAL = re.compile(
    r"(?:theo|xét)\s+(?:đề\s+nghị|đề\s+xuất|ý\s+kiến|báo\s+cáo)|^\s*[-–]?\s*xét\s", re.IGNORECASE
)
MARKER_ONLY = re.compile(r"\s*(?:[-–+*•]|\d{1,2}[.)]|[a-zđ]\))?\s*")
# A sentence that opens with the order itself: "2. Bãi bỏ Điều 10 …", "Bổ sung cụm từ … trong …".
ORDER_START = re.compile(
    r"\s*(?:\*\*)?(?:Điều\s+\d+\w?\.\s*)?(?:[-–+*•]\s*|\d{1,2}(?:\.\d+)*[.)]\s*|[a-zđ]\)\s*)?(Sửa\s+đổi|Bổ\s+sung|Bãi\s+bỏ|Hủy\s+bỏ|Thay\s+thế|Đính\s+chính|Điều\s+chỉnh(?![^.;]*quy\s+định\s+tại))\b"
)


@dataclass(slots=True)
class Frame:
    """What governs a run of mentions beside each other."""

    relation: Relation
    source: Mention | None = None
    inverse: bool = False
    rule: str = ""


@dataclass(slots=True)
class Base:
    """What governs mentions that have no cue in their own sentence: a heading, a list's opening line, a mark.

    `form` says that the passage is a specimen form with dotted blanks. `passive` is the mention that the list amends ("A được sửa đổi, bổ sung bởi:"); `consolidated` says that the
    document is a văn bản hợp nhất, where "Điều này được bổ sung theo …" is said of the document.
    """

    relation: Relation | None = None
    rule: str = ""
    climb: Callable[[], tuple[Relation | None, str]] | None = None
    passive: Mention | None = None
    consolidated: bool = False
    type: str | None = None
    in_title: bool = False
    form: bool = False

    def govern(self) -> Relation | None:
        """The relation that governs from outside; a list's opening line is only climbed to when it is asked for."""
        if self.climb is not None:
            self.relation, self.rule = self.climb()
            self.climb = None
        return self.relation


@dataclass(slots=True)
class _State:
    order: list[Mention] = field(default_factory=list)
    frames: dict[int, Frame] = field(default_factory=dict)

    @property
    def previous(self) -> Mention | None:
        return self.order[-1] if self.order else None


# Types of document that amend, replace or repeal others by their own words; a plan or a letter only speaks of it.
NORMATIVE = frozenset(
    ("Luật", "Bộ luật", "Pháp lệnh", "Nghị quyết", "Nghị định", "Quyết định", "Thông tư", "Thông tư liên tịch", "Văn bản hợp nhất", "Lệnh",
     "Nghị quyết liên tịch", "Quy định", "Quy chế", "Hướng dẫn", "Chỉ thị")
)  # fmt: skip
GUIDING = frozenset(
    ("Thông tư", "Thông tư liên tịch", "Hướng dẫn", "Nghị định", "Nghị quyết liên tịch", "Quyết định")
)
CHANGES = frozenset(("amends", "replaces", "repeals", "suspends", "corrects"))
THIS_DOCUMENT = re.compile(r"(?:này|Điều\s+\d+\.?)\s*[^.;]{0,160}\Z", re.IGNORECASE)
TO_BE_CHANGED = re.compile(
    r"(?:tham\s+mưu|rà\s+soát|đề\s+xuất|kiến\s+nghị|nghiên\s+cứu|xem\s+xét|trình|xây\s+dựng|dự\s+thảo|đề\s+nghị|góp\s+ý|hoàn\s+thiện|chuẩn\s+bị|soạn\s+thảo|thẩm\s+định|khẩn\s+trương|sẽ)\b[^.;]{0,60}\Z",
    re.IGNORECASE,
)


def relate(text: str, start: int, end: int, mentions: list[Mention], base: Base) -> Relation | None:
    """Fill in relation, source and direction of the mentions (sorted) of one sentence.

    Returns the relation that governs the sentence as a whole, for the items of a list it opens.
    """
    top = [m for m in mentions if m.outer is None]
    state = _State()
    for mention in top:
        left = state.previous.end if state.previous else start
        frame = _tempered(text, start, mention, _frame(text, start, left, mention, state, base), base)
        state.frames[id(mention)] = frame
        mention.relation, mention.source, mention.inverse = frame.relation, frame.source, frame.inverse
        mention.rules.append(frame.rule)
        state.order.append(mention)
    _trailing(text, end, top)
    return top[-1].relation if top else None


def _frame(text: str, start: int, left: int, mention: Mention, state: _State, base: Base) -> Frame:
    gap = _without_plural(text[left : mention.left])
    low = gap.lower()
    previous = state.previous
    if previous is None:
        return _opening(gap, low, mention, base)
    if mention.left <= left:
        return Frame("cites", previous, rule="nested")
    if (
        "(" in gap
        and ALIAS_OPEN.search(gap, max(0, len(gap) - 60))
        and not gap.lstrip().startswith((";", "."))
    ):
        return _alias(gap, mention, previous, state)
    passive = _passive_cue(low)
    if passive and not re.search(r"[;.]\s", gap[: passive.start()]):
        return _passive(passive, mention, previous, state)
    if previous.kind == "named" and mention.kind == "numbered":
        carried = _carried(gap, mention, previous, state)
        if carried:
            return carried
    in_title = (
        TITLE_OPENER.match(gap) is not None
        and not CLAUSE_BREAK.search(gap)
        and "this-act" not in previous.rules
    )
    place = place_before(low)
    cue = last_cue(low)
    if (
        cue
        and only_filler(low[cue.end :])
        and not (
            place
            and place["strong"]
            and cue.end <= place.start()
            and cue.relation == "implements"
            and "tinh thần" not in low
        )
    ):
        if in_title:
            return Frame(_titled_relation(cue.relation, mention), previous, rule=f"title:{cue.phrase}")
        if cue.start > 0 and LIST_JOINT.search(gap[: cue.start] + " "):
            return _fresh(cue.relation, cue.phrase, mention, previous, state)
        return _fresh(cue.relation, cue.phrase, mention, previous, state)
    if LIST_JOINT.search(gap, max(0, len(gap) - 48)):
        return _listed(text, gap, mention, previous, state)
    if place:
        short = len(gap) < 60 and not CLAUSE_BREAK.search(gap)
        joined = re.match(r"\s*(?:,|;|và|hoặc)\s", gap)
        if in_title and not joined:
            if cue and cue.relation != "cites" and not place["strong"] and len(low) - cue.end < 160:
                return Frame(_titled_relation(cue.relation, mention), previous, rule=f"title:{cue.phrase}")
            return Frame("cites", previous, rule="title:place")
        if joined and short and not place["strong"]:
            return _listed(text, gap, mention, previous, state)
        return _after_break(gap, low, mention, "place") or Frame("cites", rule="place")
    if in_title and cue and len(low) - cue.end < 120:
        return Frame(_titled_relation(cue.relation, mention), previous, rule=f"title:{cue.phrase}")
    if in_title:
        return Frame("cites", previous, rule="title")
    broken = _after_break(gap, low, mention, "break")
    if broken:
        return broken
    if not gap.strip(' ,;\r\n“”"-–()') or re.fullmatch(r"\s*(?:và|,|;|hoặc)?\s*(?:số)?\s*", low):
        return _listed(text, gap, mention, previous, state)
    return Frame("cites", rule="default")


def _tempered(text: str, start: int, mention: Mention, frame: Frame, base: Base) -> Frame:
    """A change that the document does not make itself is only spoken of."""
    near = text[max(start, mention.left - 60) : mention.left]
    if frame.relation in CHANGES and not frame.inverse and SUCCESSORS.search(near):
        return Frame("cites", rule="change-spoken-of")
    if (
        near.endswith(("ngày ", "ngày\n"))
        and FROM_THE_DAY.search(near)
        and IN_EFFECT.match(text, mention.end)
    ):
        return Frame("cites", rule="day-of-effect")
    if (
        frame.source is not None
        or frame.inverse
        or frame.rule in ("list", "alias", "list-intro", "ordered", "trailing")
    ):
        return frame
    before = text[max(start, mention.left - 240) : mention.left]
    if frame.relation in CHANGES:
        own = base.type is None or base.type in NORMATIVE or THIS_DOCUMENT.search(before)
        cue = last_cue(before.lower())
        planned = cue is not None and TO_BE_CHANGED.search(before[: cue.start])
        if not own or (planned and not base.in_title):
            return Frame("cites", rule="change-spoken-of")
    if (
        frame.relation in ("guides", "details")
        and not base.in_title
        and not (base.type in GUIDING and THIS_DOCUMENT.search(before))
        and "này" not in before
    ):
        enacting = ENACTING.search(before) or (base.type in GUIDING and RULES_ITEM.match(before))
        if not enacting:
            return Frame("cites", rule="guidance-spoken-of")
    return frame


# "các văn bản sửa đổi, bổ sung, thay thế Nghị định …": whatever acts may follow.
SUCCESSORS = re.compile(
    r"văn\s+bản\s+(?:\w+\s+){0,2}(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|hướng\s+dẫn)[\s,\w]*\Z", re.IGNORECASE
)
# "kể từ ngày Nghị định này có hiệu lực": a day, nothing done to the act.
FROM_THE_DAY = re.compile(r"(?:từ|trước|sau|đến)\s+ngày\s+\Z", re.IGNORECASE)
IN_EFFECT = re.compile(r"\s*(?:\([^)]*\)\s*)?(?:có|bắt\s+đầu\s+có|được\s+ban\s+hành)\s")
# An item of the article on scope: "2. Quy định một số biện pháp thi hành Luật Khiếu nại".
RULES_ITEM = re.compile(r"\s*(?:\d{1,2}\.|[a-zđ]\)|[-–+])\s*(?:Quy\s+định|Hướng\s+dẫn)")
ENACTING = re.compile(
    r"ban\s+hành\s+(?:Luật|Pháp\s+lệnh|Nghị\s+định|Nghị\s+quyết|Thông\s+tư|Quyết\s+định|Hướng\s+dẫn)",
    re.IGNORECASE,
)


PASSIVE_WORD = re.compile(r"được\s|bị\s|\(\s*(?:sửa|bổ|thay)")


def _passive_cue(low: str) -> re.Match[str] | None:
    if not PASSIVE_WORD.search(low):
        return None
    floor = max(0, len(low) - NEAR)
    return PASSIVE.search(low, floor) or BRACKETED_PASSIVE.search(low, floor)


def _without_plural(gap: str) -> str:
    """The gap without a plural type word and colon at its end."""
    if not gap.rstrip().endswith(":"):
        return gap
    found = PLURAL.search(gap, max(0, len(gap) - 60))
    return f"{gap[: found.start()]}các " if found else gap


def _titled_relation(relation: Relation, mention: Mention) -> Relation:
    if relation in ("promulgates", "approves") and mention.kind != "named":
        return "cites"
    if relation == "guides" and mention.kind == "law":
        return "details"
    return relation


def _opening(gap: str, low: str, mention: Mention, base: Base) -> Frame:
    """The first mention of a sentence: the cue to its left, or what governs the sentence from outside."""
    place = place_before(low)
    if BASIS_START.match(gap) and not BASIS_OVER.search(gap):
        far_place = len(gap) > 90 and "," in gap and place is not None and place["strong"]
        if not far_place:
            return Frame("cites" if base.form else "based_on", rule="basis")
    if mention.type in PROPOSALS and PROPOSAL.search(gap):
        return Frame("based_on", rule="proposal")
    passive = PASSIVE.search(low, max(0, len(low) - NEAR)) if PASSIVE_WORD.search(low) else None
    if passive:
        relation = PASSIVE_RELATIONS[passive["verb"].split()[0].rstrip(",")]
        return (
            Frame(relation, None, True, "passive-self")
            if base.consolidated
            else Frame("cites", rule="passive-generic")
        )
    ordered = ORDER_START.match(gap)
    if ordered and (place is None or not place[0].startswith("theo")) and not re.search(r"[;:]\s", gap):
        return Frame(PASSIVE_RELATIONS[ordered[1].lower().split()[0]], rule="ordered")
    cue = last_cue(low)
    if cue:
        tail = low[cue.end :]
        near = only_filler(tail)
        reach = near or (cue.relation == "implements" and len(tail) < 220 and not REACH_ENDS.search(tail))
        strong = place is not None and place["strong"] is not None and cue.end <= place.start() + 6
        if cue.relation == "promulgates" and mention.kind != "named":
            reach = False
        if cue.relation == "approves" and mention.kind != "named":
            reach = False
        if reach and cue.phrase == "theo tinh thần":
            return Frame("implements", rule="theo tinh thần")
        if reach and strong and cue.relation in ("guides", "details", "interprets"):
            return Frame("cites", rule="place")
        if reach and strong and cue.relation in ("implements", "promulgates", "approves") and not near:
            return Frame("cites", rule="place")
        if (
            reach
            and strong
            and cue.relation == "implements"
            and place
            and re.match(r"(?:.*\s)?theo", place[0])
        ):
            return Frame("cites", rule="implements-theo")
        if (
            reach
            and place
            and place["strong"]
            and re.match(r"(?:được\s+)?(?:quy\s+định|nêu|ghi)\s", place[0])
            and cue.relation == "implements"
        ):
            return Frame("cites", rule="place")
        if reach:
            relation = (
                "details"
                if cue.relation == "guides" and mention.kind == "law" and "thi hành" in low
                else cue.relation
            )
            return Frame(relation, rule=f"cue:{cue.phrase}")
    if place:
        return Frame("cites" if place["strong"] else base.govern() or "cites", rule="place")
    if base.passive is not None and MARKER_ONLY.fullmatch(gap):
        return Frame("amends", base.passive, True, "passive-list")
    governing = base.govern()
    if governing:
        return Frame(governing, rule=base.rule)
    return Frame("cites", rule="default")


# Where the reach of a verb ends before its object: a new clause, brackets, an act that was issued meanwhile.
REACH_ENDS = re.compile(r"[;:.]\s|\(|\b(?:đã\s+(?:có|ban\s+hành)|thì|được\s+(?:quy\s+định|ban\s+hành|cấp))\b")


def _fresh(relation: Relation, phrase: str, mention: Mention, previous: Mention, state: _State) -> Frame:
    """A cue in the middle of a sentence that is not in the title before it: said of the document itself."""
    if relation in ("promulgates", "approves") and mention.kind != "named":
        relation = "cites"
    return Frame(relation, rule=f"cue:{phrase}")


def _after_break(gap: str, low: str, mention: Mention, why: str) -> Frame | None:
    """After the last break of the clause the search for a cue begins anew."""
    breaks = list(CLAUSE_BREAK.finditer(gap))
    if not breaks:
        return None
    rest = gap[breaks[-1].start() + 1 :]
    return _opening(rest, rest.lower(), mention, Base())


def _alias(gap: str, mention: Mention, previous: Mention, state: _State) -> Frame:
    """A short form or a number in brackets repeats the mention it stands for: the same number, else the last."""
    twin = previous
    candidates = [m for m in state.order if m.number and m.number == mention.number]
    if mention.kind == "law" and mention.title:
        candidates = [
            m for m in state.order if m.title and m.title.casefold() == mention.title.casefold()
        ] or candidates
    elif (
        not candidates
        and (subject := state.frames[id(previous)].source)
        and state.frames[id(previous)].inverse
    ):
        twin = subject
    if candidates:
        twin = candidates[-1]
    frame = state.frames.get(id(twin))
    if frame is None:
        return Frame("cites", rule="alias")
    if not mention.pinpoints:
        mention.pinpoints = twin.pinpoints
    return Frame(frame.relation, frame.source, frame.inverse, "alias")


def _passive(match: re.Match[str], mention: Mention, previous: Mention, state: _State) -> Frame:
    relation = PASSIVE_RELATIONS[match["verb"].split()[0].rstrip(",")]
    if "this-act" in mention.rules:
        return Frame("cites", rule="passive-this")
    target = previous
    if mention.type != previous.type:
        same = [
            m
            for m in state.order
            if m.type == mention.type or {m.type, mention.type} <= {"Luật", "Bộ luật", "Pháp lệnh"}
        ]
        if same:
            target = same[-1]
    return Frame(relation, target, True, "passive")


def _carried(gap: str, mention: Mention, previous: Mention, state: _State) -> Frame | None:
    frame = state.frames[id(previous)]
    issued, approved = CARRIED.match(gap), APPROVED_BY.match(gap)
    if (not issued and not approved) or re.search(r"[;.]\s", gap):
        return None
    if issued and "kèm" not in gap.lower() and "ban" not in gap.lower():
        return None
    if approved and frame.relation not in ("amends", "replaces", "repeals", "suspends", "corrects"):
        return Frame("approves", previous, True, "carried")
    previous.relation, previous.source, previous.inverse = (
        ("promulgates" if issued else "approves"),
        mention,
        False,
    )
    previous.rules.append("carried")
    state.frames[id(previous)] = Frame(previous.relation, mention, False, "carried")
    return Frame(frame.relation, frame.source, frame.inverse, "carried")


BARE_END = re.compile(r"\s*(?:[,;.)\]]|và\s|hoặc\s|hết\s|có\s+hiệu|\(sau|\Z)")


def _titled(text: str, mention: Mention) -> bool:
    """Whether an item of "được sửa đổi bởi A, B" brings a title of its own: then it is no amender but the next
    item of the list around."""
    return mention.kind == "law" or BARE_END.match(text, mention.end) is None


FOLLOWING_VERB = re.compile(
    r"\s*,?\s*(?:về\s+(?:việc\s+)?)?(quy\s+định|hướng\s+dẫn|ban\s+hành|phê\s+duyệt|sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ|thực\s+hiện|triển\s+khai)",
    re.IGNORECASE,
)


def _listed(text: str, gap: str, mention: Mention, previous: Mention, state: _State) -> Frame:
    """A mention beside others in a list: beside the last one, or beside the one whose title holds it."""
    frame = state.frames[id(previous)]
    if (
        frame.inverse
        and frame.source is not None
        and id(frame.source) in state.frames
        and _titled(text, mention)
    ):
        outer = state.frames[id(frame.source)]
        return Frame(outer.relation, outer.source, outer.inverse, "list")
    chain = [previous]
    at = previous
    while (
        (source := state.frames[id(at)].source) is not None
        and id(source) in state.frames
        and source not in chain
    ):
        chain.append(source)
        at = source
    semicolon = ";" in gap
    choice = previous
    if len(chain) > 1:
        if semicolon:
            choice = chain[-1]
        elif _family(mention) == _family(previous):
            verb = FOLLOWING_VERB.match(text, mention.end)
            parallel = [
                m
                for m in chain[1:]
                if _family(m) == _family(mention)
                and verb
                and _same_verb(text, m, verb)
                and not _same_verb(text, previous, verb)
            ]
            choice = parallel[0] if parallel else previous
        else:
            inside = previous if mention.kind != "numbered" or _may_be_object(frame, mention) else chain[-1]
            choice = next((m for m in chain[1:] if _family(m) == _family(mention)), inside)
    frame = state.frames[id(choice)]
    if frame.rule == "alias":
        frame = Frame(frame.relation, frame.source, frame.inverse, frame.rule)
    return Frame(frame.relation, frame.source, frame.inverse, "list")


@cache
def _ranks() -> dict[str, int]:
    return {kind.name: kind.rank for kind in ontology.document_types()}


def _may_be_object(frame: Frame, mention: Mention) -> bool:
    """Whether the act whose title is being read may detail or guide `mention`: only acts above its own rank."""
    act = frame.source
    if act is None or frame.relation not in ("details", "guides", "cites", "implements"):
        return False
    return 0 < _ranks().get(mention.type, 0) < _ranks().get(act.type, 0)


def _family(mention: Mention) -> str:
    return (
        "law" if mention.kind == "law" or mention.type in ("Luật", "Bộ luật", "Pháp lệnh") else mention.type
    )


def _same_verb(text: str, mention: Mention, verb: re.Match[str]) -> bool:
    other = FOLLOWING_VERB.match(text, mention.end)
    return other is not None and other[1].lower().split()[0] == verb[1].lower().split()[0]


CONDITION = re.compile(r"(?:[Tt]rường\s+hợp|[Nn]ếu|[Kk]hi|cho\s+đến\s+khi)\s[^.;,]{0,40}\Z")
REPLACED_BY_THIS = re.compile(r"(?:được|bị)\s+thay\s+thế\s+(?:bằng|bởi)\s+\w+\s+\w+\s+này")
AMENDED_AS_FOLLOWS = re.compile(r"(?:được\s+)?(?:sửa\s+đổi|bổ\s+sung)[^.;]{0,40}như\s+sau")


def _trailing(text: str, end: int, top: list[Mention]) -> None:
    """ "… hết hiệu lực kể từ ngày …" behind the citation and its title governs what was merely named before it."""
    if not top:
        return
    subject = top[0].source is None and top[0].rules[-1] == "default"
    free = [
        m
        for m in top
        if m.source is None
        and m.relation == "cites"
        and m.rules[-1] in ("default", "list", "place", "alias", "list-intro", "carried")
    ]
    if not free:
        return
    rest = text[top[-1].end : end].lower()
    cue = first_trailing_cue(rest)
    relation: Relation | None = cue.relation if cue else None
    if cue is None and "thay thế" in rest and REPLACED_BY_THIS.search(rest):
        relation = "replaces"
    if (
        relation is None
        or any(CONDITION.search(text, max(0, m.left - 60), m.left) for m in top)
        or (cue and re.search(r"(?:nếu|khi|trường\s+hợp|cho\s+đến)\b", rest[: cue.start]))
    ):
        return
    for mention in free:
        if mention.rules[-1] != "place" or mention.pinpoints or subject:
            mention.relation = relation
            mention.rules[-1] = "trailing"
