"""Mentions in the title of the instrument before them: "Kế hoạch số … về thực hiện Nghị quyết số …"."""

from __future__ import annotations

import re

from extractors.cues import CLAUSE_BREAK, FoundCue
from extractors.mention import Mention
from extractors.models import Relation
from extractors.phrases import word_set
from extractors.relations.frames import Frame

# " về", " (khóa XIII) về", " quy định", " tiếp tục thực hiện", " trên địa bàn": opens the act's title.
TITLE_OPENER = re.compile(
    r"""\s*(?:,\s*)?(?:\([^()]{0,60}\)\s*)?[“"]?
      (?: về\b | quy\s+định | hướng\s+dẫn | ban\s+hành | phê\s+duyệt | sửa\s+đổi | bổ\s+sung | thay\s+thế
        | bãi\s+bỏ | đính\s+chính | hợp\s+nhất | giải\s+thích | công\s+bố | điều\s+chỉnh | chi\s+tiết
        | thí\s+điểm | phân\s+cấp | hủy\s+bỏ | huỷ\s+bỏ | thông\s+qua | v/v | giao\b | quy\s+hoạch )
    | \s*(?: tổ\s+chức\s+ | tiếp\s+tục\s+ | đẩy\s+mạnh\s+ )?
      (?: thực\s+hiện | triển\s+khai | thi\s+hành | tăng\s+cường | cụ\s+thể\s+h(?:óa|oá) | hành\s+động
        | sơ\s+kết | tổng\s+kết | cuộc\s+vận\s+động | đối\s+với | kèm\s+theo | trên\s+địa\s+bàn )""",
    re.VERBOSE | re.IGNORECASE,
)


def in_title(gap: str, previous: Mention) -> bool:
    """Whether the words between two mentions open the first one's title, with the second still in it."""
    return (
        TITLE_OPENER.match(gap) is not None
        and not CLAUSE_BREAK.search(gap)
        and "this-act" not in previous.rules
    )


def titled_frame(cue: FoundCue, mention: Mention, act: Mention) -> Frame:
    """The frame of a mention that the cue in an act's title governs."""
    relation = _titled_relation(cue.relation, mention)
    if cue.phrase == "thi hành" and mention.kind == "law" and act.type in word_set("type that guides others"):
        relation = "details"
    return Frame(relation, act, rule=f"title:{cue.phrase}")


def _titled_relation(relation: Relation, mention: Mention) -> Relation:
    if relation in ("promulgates", "approves") and mention.kind != "named":
        return "cites"
    if relation == "guides" and mention.kind == "law":
        return "details"
    return relation
