"""What an act issues or approves: "Quy chế … ban hành kèm theo Quyết định số …"."""

from __future__ import annotations

import re

from extractors.mention import Mention
from extractors.relations.frames import CHANGES, Frame, Gap, Sentence

# " ban hành kèm theo ", " (được ban hành tại ", "” kèm theo ": between an instrument and the act issuing it.
ISSUED_WITH = re.compile(
    r"[”\"]?\s*(?:,\s*)?(?:\(\s*)?(?:(?:đã\s+)?(?:được\s+)?ban\s+hành\s+(?:kèm\s+)?theo"
    r"|(?:được\s+)?ban\s+hành\s+tại|kèm\s+theo|theo)\s*\Z",
    re.IGNORECASE,
)

# " được UBND tỉnh phê duyệt tại ", " (đã được phê duyệt kèm theo ": the same of an act that approves it.
APPROVED_BY = re.compile(
    r"[”\"]?\s*(?:,\s*)?(?:trên\s+địa\s+bàn\s+tỉnh\s+)?(?:\(\s*)?(?:đã\s+)?được\s+(?:.{0,40}?)"
    r"phê\s+duyệt\s+(?:tại|theo|bằng|kèm\s+theo)\s*\Z",
    re.IGNORECASE | re.DOTALL,
)

# "; ", ". ": the act behind it is another matter.
CLAUSE_END = re.compile(r"[;.]\s")


def annex_frame(gap: Gap, mention: Mention, previous: Mention, sentence: Sentence) -> Frame | None:
    """The frame of the act that issued or approved the instrument before it; None where it did neither.

    What was said of the instrument is then said of the act, and the instrument hangs on the act.
    """
    if previous.kind != "named" or mention.kind != "numbered" or CLAUSE_END.search(gap.text):
        return None
    issued = ISSUED_WITH.match(gap.text) is not None
    if not issued and not APPROVED_BY.match(gap.text):
        return None
    if issued and "kèm" not in gap.low and "ban" not in gap.low:
        return None
    said = sentence.frame(previous)
    if not issued and said.relation not in CHANGES:
        return Frame("approves", previous, True, "carried")
    _hang(previous, Frame("promulgates" if issued else "approves", mention, rule="carried"), sentence)
    return said.beside("carried")


def _hang(annex: Mention, frame: Frame, sentence: Sentence) -> None:
    annex.relation, annex.source, annex.inverse = frame.relation, frame.source, frame.inverse
    annex.rules.append(frame.rule)
    sentence.frames[id(annex)] = frame
