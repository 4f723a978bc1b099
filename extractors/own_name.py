"""The document's own number or name: what it says of itself is no citation."""

from __future__ import annotations

from extractors.coreference import law_key
from extractors.head import FoundHead
from extractors.mention import Mention
from extractors.named_titles import ISSUED

LONGEST_ISSUE = 60
"""How far (characters) into a title what the document issues may be named."""


def is_own_name(mention: Mention, head: FoundHead, flow: str) -> bool:
    """Whether a mention is the document itself: in its header, on the page around it, or in its text."""
    return _is_own_law(mention, head) or _is_issued(mention, head, flow) or _is_own_number(mention, head)


def _is_own_law(mention: Mention, head: FoundHead) -> bool:
    own = head.head
    if mention.kind != "law" or own.type != mention.type or not own.title:
        return False
    if not mention.title or mention.number is not None:
        return False
    return law_key(mention.title) == law_key(f"{own.type} {own.title}")


def _is_issued(mention: Mention, head: FoundHead, flow: str) -> bool:
    """The document by its own type line and title, or what its title says that it issues.

    "KẾ HOẠCH⏎CẢI THIỆN CHỈ SỐ XANH …"; "QUYẾT ĐỊNH⏎Ban hành Quy chế …".
    """
    if mention.kind != "named" or not head.title or mention.start >= head.title.end:
        return False
    if mention.start < head.title.start:
        return mention.end > head.title.start
    before = flow[head.title.start : mention.start]
    return (
        ISSUED.search(before) is not None
        and len(before) < LONGEST_ISSUE
        and not any(c.isdigit() for c in before)
    )


def _is_own_number(mention: Mention, head: FoundHead) -> bool:
    own, at = head.head, head.own_number
    if at and at.start <= mention.end and mention.start <= at.end:
        return True
    if not mention.number or mention.number != own.number or mention.type != own.type:
        return False
    return mention.date is None or own.date is None or mention.date == own.date
