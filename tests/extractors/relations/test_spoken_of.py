"""Who amends, and who only speaks of an amendment."""

from __future__ import annotations

import re

import pytest

from extractors.mention import Mention
from extractors.relations.frames import Base, Frame, Sentence
from extractors.relations.spoken_of import (
    ENACTING,
    FROM_THE_DAY,
    RULES_ITEM,
    SUCCESSORS,
    TO_BE_CHANGED,
    tempered,
)

AMENDS, GUIDES, IMPLEMENTS = Frame("amends"), Frame("guides"), Frame("implements")


@pytest.mark.parametrize(
    ("text", "document", "frame", "rule"),
    [
        ("Thông tư này sửa đổi ", "Thông tư", AMENDS, ""),
        ("Kế hoạch nhắc việc sửa đổi ", "Kế hoạch", AMENDS, "change-spoken-of"),
        ("Kế hoạch này sửa đổi ", "Kế hoạch", AMENDS, ""),
        ("Sở Nội vụ tham mưu sửa đổi ", "Quyết định", AMENDS, "change-spoken-of"),
        ("Các văn bản sửa đổi, bổ sung ", "Thông tư", AMENDS, "change-spoken-of"),
        ("Thông tư này hướng dẫn ", "Thông tư", GUIDES, ""),
        ("2. Hướng dẫn thi hành ", "Thông tư", GUIDES, ""),
        ("Sở Nội vụ hướng dẫn ", "Kế hoạch", GUIDES, "guidance-spoken-of"),
        ("Các sở thực hiện ", "Kế hoạch", IMPLEMENTS, ""),
    ],
)
def test_whether_the_document_does_it_itself(text: str, document: str, frame: Frame, rule: str) -> None:
    mention = Mention(len(text), len(text) + 10, "numbered", "Nghị định")
    found = tempered(frame, mention, Sentence(text + "Nghị định.", 0, Base(type=document)))
    assert found == (Frame("cites", rule=rule) if rule else frame)


@pytest.mark.parametrize(
    ("pattern", "example"),
    [
        (TO_BE_CHANGED, "tham mưu "),
        (SUCCESSORS, "văn bản sửa đổi, bổ sung "),
        (FROM_THE_DAY, "từ ngày "),
        (RULES_ITEM, "2. Quy định"),
        (ENACTING, "ban hành Thông tư"),
    ],
)
def test_patterns_match_their_examples(pattern: re.Pattern[str], example: str) -> None:
    assert pattern.match(example)
