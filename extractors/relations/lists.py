"""Mentions beside each other in a list: "thực hiện A; B và C"."""

from __future__ import annotations

import re
from functools import cache

import ontology
from extractors.mention import Mention
from extractors.relations.frames import Frame, Gap, Sentence, family

# ", ", " và ", "; hoặc ", "; - ", ", cũng như các ", "/": the end of what stands between two items of a list.
LIST_JOINT = re.compile(
    r"(?=[,;/\s])(?:[,;]\s*(?:và\s+|hoặc\s+)?|\s+và\s+|\s+hoặc\s+|\s+cùng\s+với\s+|,?\s+cũng\s+như\s+|/)"
    r"\s*(?:các\s+|những\s+)?(?:theo\s+|của\s+|tại\s+|căn\s+cứ\s+)?[“\"]?"
    r"\s*(?:[-–+•*]\s*|\d{1,2}[.)]\s*|[a-zđ]\)\s*)?\Z",
    re.IGNORECASE,
)
LONGEST_JOINT = 48
"""How far (characters) before an item the joint may begin."""
MOST_HOLDERS = 12
"""So many acts, each in the title of the next, are looked through for the one that an item stands beside."""

# "và số", " , ", "hoặc ": nothing but a joint.
ONLY_A_JOINT = re.compile(r"\s*(?:và|,|;|hoặc)?\s*(?:số)?\s*")

# "các Quyết định: ", "các văn bản sau đây:", "quy định tại các Nghị định:": a plural type word before a list.
PLURAL = re.compile(
    r"(?:các\s+)?(?:Quyết\s+định|Nghị\s+định|Nghị\s+quyết|Thông\s+tư|Chỉ\s+thị|Kế\s+hoạch|Công\s+văn|Tờ\s+trình"
    r"|Báo\s+cáo|[Vv]ăn\s+bản|Kết\s+luận|Luật)(?:\s+sau(?:\s+đây)?)?\s*:\s*\Z"
)
LONGEST_PLURAL = 60
"""The longest such words, in characters."""

# ", ", ") ", " và ", " hết hiệu lực", " có hiệu lực": behind a number, it brings no title of its own.
BARE_END = re.compile(r"\s*(?:[,;.)\]]|và\s|hoặc\s|hết\s|có\s+hiệu|\(sau|\Z)")

# " về việc ban hành", ", sửa đổi", " quy định": the verb that opens an item's title.
FOLLOWING_VERB = re.compile(
    r"\s*(?:,\s*)?(?:về\s+(?:việc\s+)?)?(quy\s+định|hướng\s+dẫn|ban\s+hành|phê\s+duyệt|sửa\s+đổi|bổ\s+sung|thay\s+thế"
    r"|bãi\s+bỏ|thực\s+hiện|triển\s+khai)",
    re.IGNORECASE,
)


def without_plural(gap: str) -> str:
    """The words before a mention without a plural type word and colon at their end."""
    if not gap.rstrip().endswith(":"):
        return gap
    found = PLURAL.search(gap, max(0, len(gap) - LONGEST_PLURAL))
    return f"{gap[: found.start()]}các " if found else gap


def ends_in_joint(gap: str) -> bool:
    """Whether the words before a mention end like those between two items."""
    return LIST_JOINT.search(gap, max(0, len(gap) - LONGEST_JOINT)) is not None


def is_only_joint(gap: Gap) -> bool:
    """Whether two mentions stand side by side, with marks or a joint between them."""
    return not gap.text.strip(' ,;\r\n“”"-–()') or ONLY_A_JOINT.fullmatch(gap.low) is not None


def listed_frame(gap: Gap, mention: Mention, previous: Mention, sentence: Sentence) -> Frame:
    """The frame of a list's item: of the one before it, or of the one whose title holds that."""
    frame = sentence.frame(previous)
    # In "A được sửa đổi bởi B, C về …" an item with a title of its own is no amender but stands beside A.
    if (
        frame.inverse
        and frame.source is not None
        and sentence.has(frame.source)
        and _has_title(mention, sentence.text)
    ):
        return sentence.frame(frame.source).beside("list")
    return sentence.frame(_neighbour(gap, mention, previous, sentence)).beside("list")


def _has_title(mention: Mention, text: str) -> bool:
    return mention.kind == "law" or BARE_END.match(text, mention.end) is None


def _neighbour(gap: Gap, mention: Mention, previous: Mention, sentence: Sentence) -> Mention:
    """Which mention the item stands beside: the last one, or one of those whose titles the last stands in."""
    holders = _holders(previous, sentence)
    if not holders:
        return previous
    if ";" in gap.text:
        return holders[-1]
    alike = [m for m in holders if family(m) == family(mention)]
    if family(mention) == family(previous):
        return _opened_alike(alike, mention, previous, sentence.text) or previous
    if alike:
        return alike[0]
    may_be_inside = mention.kind != "numbered" or _may_be_object(sentence.frame(previous), mention)
    return previous if may_be_inside else holders[-1]


def _holders(mention: Mention, sentence: Sentence) -> list[Mention]:
    """The mentions that one hangs on within the sentence, from the nearest to the farthest."""
    chain = [mention]
    while len(chain) <= MOST_HOLDERS:
        source = sentence.frame(chain[-1]).source
        if source is None or not sentence.has(source) or source in chain:
            break
        chain.append(source)
    return chain[1:]


def _opened_alike(alike: list[Mention], mention: Mention, previous: Mention, text: str) -> Mention | None:
    """The mention whose title opens with the item's verb, if that of the mention before it does not."""
    verb = _title_verb(mention, text)
    if verb is None or _title_verb(previous, text) == verb:
        return None
    return next((m for m in alike if _title_verb(m, text) == verb), None)


def _title_verb(mention: Mention, text: str) -> str | None:
    """The first syllable of the verb that opens a mention's title."""
    found = FOLLOWING_VERB.match(text, mention.end)
    return found[1].lower().split()[0] if found else None


@cache
def _ranks() -> dict[str, int]:
    return {kind.name: kind.rank for kind in ontology.document_types()}


def _may_be_object(frame: Frame, mention: Mention) -> bool:
    """Whether the act whose title is read may detail or guide `mention`: only acts above its own rank."""
    act = frame.source
    if act is None or frame.relation not in ("details", "guides", "cites", "implements"):
        return False
    return 0 < _ranks().get(mention.type, 0) < _ranks().get(act.type, 0)
