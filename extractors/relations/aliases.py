"""Repetitions: "Luật Giáo dục số 43/2019/QH14 (sau đây gọi tắt là Luật Giáo dục)"."""

from __future__ import annotations

import re

from extractors.mention import Mention
from extractors.relations.frames import Frame, Gap, Sentence

# "(sau đây gọi tắt là ", "(gọi chung là: “", "(được viết tắt thành ", "(": the bracket of the repetition.
ALIAS_OPEN = re.compile(
    r"\(\s*(?:(?:sau\s+đây|dưới\s+đây|từ\s+đây)?\s*(?:được\s+)?(?:gọi|viết)(?:\s+(?:tắt|chung))?"
    r"\s*(?:là|thành)?\s*:?)?\s*[“\"]?\s*(?:\Z)",
    re.IGNORECASE,
)
LONGEST_OPEN = 60
"""How far (characters) before a repetition its bracket may open."""


def alias_frame(gap: Gap, mention: Mention, previous: Mention, sentence: Sentence) -> Frame | None:
    """The frame of a short form or number in brackets: that of what it stands for; None elsewhere."""
    text = gap.text
    if "(" not in text or not ALIAS_OPEN.search(text, max(0, len(text) - LONGEST_OPEN)):
        return None
    if text.lstrip().startswith((";", ".")):
        return None
    twin = _twin(mention, previous, sentence)
    if not sentence.has(twin):
        return Frame("cites", rule="alias")
    if not mention.pinpoints:
        mention.pinpoints = twin.pinpoints
    return sentence.frame(twin).beside("alias")


def _twin(mention: Mention, previous: Mention, sentence: Sentence) -> Mention:
    """What the bracket repeats: the same number or title, else the mention before it."""
    number, title = mention.number, mention.title.casefold() if mention.title else None
    same_number = sentence.last(lambda m: m.number == number) if number else None
    if mention.kind == "law" and title:
        same_title = sentence.last(lambda m: m.title is not None and m.title.casefold() == title)
        return same_title or same_number or previous
    if same_number:
        return same_number
    # Behind "A được sửa đổi bởi B (…)" the bracket is about A.
    frame = sentence.frame(previous)
    return frame.source if frame.inverse and frame.source else previous
