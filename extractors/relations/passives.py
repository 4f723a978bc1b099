"""The passive: "A được sửa đổi, bổ sung bởi B", where the edge runs from B to A."""

from __future__ import annotations

import re

from extractors.mention import Mention
from extractors.models import Relation
from extractors.relations.frames import Frame, Gap, Sentence, family

# "đã được sửa đổi, bổ sung một số điều theo", "được thay thế bằng", "bị bãi bỏ bởi các": before the act.
PASSIVE = re.compile(
    r"(?:được|bị)\s+"
    r"(?P<verb>sửa\s+đổi(?:,?\s*(?:và\s+)?bổ\s+sung)?(?:,?\s+thay\s+thế)?|bổ\s+sung|thay\s+thế|bãi\s+bỏ"
    r"|đính\s+chính|hủy\s+bỏ|hợp\s+nhất|điều\s+chỉnh|ngưng\s+hiệu\s+lực|hướng\s+dẫn|quy\s+định\s+chi\s+tiết"
    r"|đình\s+chỉ)"
    r"(?P<what>(?:,?\s*(?:và\s+)?(?:bổ\s+sung|thay\s+thế|bãi\s+bỏ|sửa\s+đổi"
    r"|một\s+số\s+(?:điều|nội\s+dung|khoản)(?:\s+của)?|lần\s+thứ\s+\w+|tại\s+[^;.]{0,60}))*)"
    r"\s*(?P<by>bởi|tại|theo|bằng|trong|của|:|do)(?:\s+quy\s+định\s+tại)?\s*(?:các\s+)?:?"
    r"\s*(?:[-–+•]\s*|\d\.\s*|[a-zđ]\)\s*)?\Z"
)

# "(sửa đổi tại", "(bổ sung một số điều theo các": the passive without its auxiliary, in brackets.
BRACKETED_PASSIVE = re.compile(
    r"\(\s*(?P<verb>sửa\s+đổi(?:,?\s*bổ\s+sung)?|bổ\s+sung|thay\s+thế)(?:\s+một\s+số\s+điều)?"
    r"\s+(?:tại|bởi|theo|bằng)(?:\s+các)?\s*\Z"
)

LONGEST_PASSIVE = 200
"""How far (characters) before an act the passive that names it may begin."""

# "có hiệu lực. ", "điểm c; ": the passive behind it is said of something else.
CLAUSE_END = re.compile(r"[;.]\s")

PASSIVE_RELATIONS: dict[str, Relation] = {
    "sửa": "amends",
    "bổ": "amends",
    "điều": "amends",
    "thay": "replaces",
    "bãi": "repeals",
    "hủy": "repeals",
    "đính": "corrects",
    "hợp": "consolidates",
    "ngưng": "suspends",
    "đình": "suspends",
    "hướng": "guides",
    "quy": "details",
}
"""The relation that the first syllable of a passive verb, or of an order, names."""


def relation_of(verb: str) -> Relation:
    """The relation that a verb in lower case names: "sửa đổi, bổ sung" → amends."""
    return PASSIVE_RELATIONS[verb.split()[0].rstrip(",")]


def plain_passive(low: str) -> re.Match[str] | None:
    """A passive with its auxiliary at the end of a lower-case text."""
    return PASSIVE.search(low, max(0, len(low) - LONGEST_PASSIVE)) if "được" in low or "bị" in low else None


def any_passive(low: str) -> re.Match[str] | None:
    """A passive at the end of a lower-case text, with its auxiliary or in brackets without."""
    if "(" not in low:
        return plain_passive(low)
    return plain_passive(low) or BRACKETED_PASSIVE.search(low, max(0, len(low) - LONGEST_PASSIVE))


def passive_frame(gap: Gap, mention: Mention, previous: Mention, sentence: Sentence) -> Frame | None:
    """The frame of the act by which the instrument before it is changed; None without a passive."""
    found = any_passive(gap.low)
    if found is None or CLAUSE_END.search(gap.text[: found.start()]):
        return None
    if "this-act" in mention.rules:
        return Frame("cites", rule="passive-this")
    return Frame(relation_of(found["verb"]), _changed(mention, previous, sentence), True, "passive")


def _changed(mention: Mention, previous: Mention, sentence: Sentence) -> Mention:
    """What the act changes: the mention before it, or the last of its own type: acts change their like."""
    if mention.type == previous.type:
        return previous
    return sentence.last(lambda m: family(m) == family(mention)) or previous
