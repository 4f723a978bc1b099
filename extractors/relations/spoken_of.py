"""Changes that are only spoken of: a plan that mentions an amendment amends nothing."""

from __future__ import annotations

import re

from extractors.cues import last_cue
from extractors.mention import Mention
from extractors.phrases import word_set
from extractors.relations.frames import CHANGES, Base, Frame, Sentence

SETTLED = frozenset(("list", "alias", "list-intro", "ordered", "trailing"))
"""Rules that take their frame over from a mention already weighed, or from an order."""

NEAR = 60
"""How far (characters) before a mention the words right before it are looked for."""
FAR = 240
"""How far (characters) before a mention the document may say that it speaks of itself."""

# "Thông tư này sửa đổi", "Điều 2. Bãi bỏ": the document speaks of itself.
THIS_DOCUMENT = re.compile(r"(?:này|Điều\s+\d+\.?)\s*[^.;]{0,160}\Z", re.IGNORECASE)

# "tham mưu ", "rà soát, ", "đề nghị cấp trên ", "sẽ ": the change is still to be made.
TO_BE_CHANGED = re.compile(
    r"(?:tham\s+mưu|rà\s+soát|đề\s+xuất|kiến\s+nghị|nghiên\s+cứu|xem\s+xét|trình|xây\s+dựng|dự\s+thảo|đề\s+nghị"
    r"|góp\s+ý|hoàn\s+thiện|chuẩn\s+bị|soạn\s+thảo|thẩm\s+định|khẩn\s+trương|sẽ|cần)\b[^.;]{0,60}\Z",
    re.IGNORECASE,
)

# "các văn bản sửa đổi, bổ sung, thay thế ": whatever acts may follow.
SUCCESSORS = re.compile(
    r"văn\s+bản\s+(?:\w+\s+){0,2}(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|hướng\s+dẫn)[\s,\w]*\Z", re.IGNORECASE
)

# "kể từ ngày ", "trước thời điểm ": a day, nothing done to the act that took effect on it.
FROM_THE_DAY = re.compile(r"(?:từ|trước|sau|đến)\s+(?:ngày|thời\s+điểm)\s+\Z", re.IGNORECASE)

# " có hiệu lực", " (sau đây gọi là Nghị định) bắt đầu có hiệu lực": behind the act that took effect.
IN_EFFECT = re.compile(r"\s*(?:\([^)]*\)\s*)?(?:có|bắt\s+đầu\s+có|được\s+ban\s+hành)\s")

# "2. Quy định một số biện pháp", "a) Hướng dẫn thi hành": an item of the article on scope.
RULES_ITEM = re.compile(r"\s*(?:\d{1,2}\.|[a-zđ]\)|[-–+])\s*(?:Quy\s+định|Hướng\s+dẫn)")

# "ban hành Thông tư quy định chi tiết": the document that issues the act says so.
ENACTING = re.compile(
    r"ban\s+hành\s+(?:Luật|Pháp\s+lệnh|Nghị\s+định|Nghị\s+quyết|Thông\s+tư|Quyết\s+định|Hướng\s+dẫn)",
    re.IGNORECASE,
)


def tempered(frame: Frame, mention: Mention, sentence: Sentence) -> Frame:
    """The frame of a mention, or a plain citation where the document does not do itself what it says."""
    text, start, base = sentence.text, sentence.start, sentence.base
    near = text[max(start, mention.left - NEAR) : mention.left]
    changes = frame.relation in CHANGES
    if changes and not frame.inverse and SUCCESSORS.search(near):
        return Frame("cites", rule="change-spoken-of")
    if _day_of_effect(text, near, mention):
        return Frame("cites", rule="day-of-effect")
    if frame.source is not None or frame.inverse or frame.rule in SETTLED:
        return frame
    before = text[max(start, mention.left - FAR) : mention.left]
    if changes and not _changes_itself(before, base):
        return Frame("cites", rule="change-spoken-of")
    if frame.relation in ("guides", "details") and not _guides_itself(before, base):
        return Frame("cites", rule="guidance-spoken-of")
    return frame


def _day_of_effect(text: str, near: str, mention: Mention) -> bool:
    return (
        near.endswith(("ngày ", "ngày\n", "điểm ", "điểm\n"))
        and FROM_THE_DAY.search(near) is not None
        and IN_EFFECT.match(text, mention.end) is not None
    )


def _changes_itself(before: str, base: Base) -> bool:
    own = (
        base.type is None or base.type in word_set("type that changes others") or THIS_DOCUMENT.search(before)
    )
    if not own:
        return False
    cue = last_cue(before.lower())
    planned = cue is not None and TO_BE_CHANGED.search(before[: cue.start])
    return base.in_title or not planned


def _guides_itself(before: str, base: Base) -> bool:
    if base.in_title or "này" in before or ENACTING.search(before):
        return True
    if base.type not in word_set("type that guides others"):
        return False
    return THIS_DOCUMENT.search(before) is not None or RULES_ITEM.match(before) is not None
