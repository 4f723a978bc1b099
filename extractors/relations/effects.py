"""Clauses on effect: "… hết hiệu lực kể từ ngày …" behind the citations that it is said of."""

from __future__ import annotations

import re

from extractors.cues import first_trailing_cue
from extractors.mention import Mention
from extractors.models import Relation

# "Trường hợp các ", "nếu ", "cho đến khi có ": whatever may come, nothing is done to what follows.
CONDITION = re.compile(r"(?:[Tt]rường\s+hợp|[Nn]ếu|[Kk]hi|cho\s+đến\s+khi)\s[^.;,]{0,40}\Z")
LONGEST_CONDITION = 60
"""How far (characters) before a mention its condition may begin."""

# "nếu ", "trường hợp ", "cho đến ": the effect itself is conditional.
CONDITIONAL = re.compile(r"(?:nếu|khi|trường\s+hợp|cho\s+đến)\b")

# "được thay thế bởi Thông tư này", "bị thay thế bằng Quyết định này": the document is the agent.
REPLACED_BY_THIS = re.compile(r"(?:được|bị)\s+thay\s+thế\s+(?:bằng|bởi)\s+\w+\s+\w+\s+này")

MERELY_NAMED = frozenset(("default", "list", "place", "alias", "list-intro", "carried"))
"""Rules that say no more of a mention than that it is named."""


def apply_effect(text: str, end: int, mentions: list[Mention]) -> None:
    """What is said behind the last mention of a sentence governs those that were merely named before it."""
    free = [m for m in mentions if m.source is None and m.relation == "cites" and m.rules[-1] in MERELY_NAMED]
    if not free:
        return
    relation = _effect(text[mentions[-1].end : end].lower())
    if relation is None or any(_conditional(text, m) for m in mentions):
        return
    subject = mentions[0].source is None and mentions[0].rules[-1] == "default"
    for mention in free:
        if mention.rules[-1] != "place" or mention.pinpoints or subject:
            mention.relation = relation
            mention.rules[-1] = "trailing"


def _effect(rest: str) -> Relation | None:
    """The effect that the lower-case rest of a sentence states."""
    cue = first_trailing_cue(rest)
    if cue is not None:
        return None if CONDITIONAL.search(rest[: cue.start]) else cue.relation
    return "replaces" if "thay thế" in rest and REPLACED_BY_THIS.search(rest) else None


def _conditional(text: str, mention: Mention) -> bool:
    return CONDITION.search(text, max(0, mention.left - LONGEST_CONDITION), mention.left) is not None
