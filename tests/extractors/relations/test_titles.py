"""Titles: where the words behind an instrument open its title, and what a verb in it says."""

from __future__ import annotations

import pytest

from extractors.mention import Mention
from extractors.relations.titles import TITLE_OPENER, in_title

ACT = Mention(0, 10, "numbered", "Quyết định")
QUOTED_ACT = Mention(0, 10, "numbered", "Thông tư", rules=["this-act"])


@pytest.mark.parametrize(
    ("gap", "titled"),
    [
        (" về việc thực hiện ", True),
        (" quy định chi tiết ", True),
        (" tiếp tục thực hiện ", True),
        (" (khóa XIII) về thực hiện ", True),
        (" về thư viện; thực hiện ", False),
        (" về thư viện, các sở thực hiện ", False),
        (" và ", False),
    ],
)
def test_whether_the_next_mention_stands_in_a_title(gap: str, titled: bool) -> None:
    assert in_title(gap, ACT) is titled


def test_this_circular_is_named_without_its_title() -> None:
    assert not in_title(" quy định chi tiết ", QUOTED_ACT)


@pytest.mark.parametrize("example", [" về", " quy định", " tiếp tục thực hiện"])
def test_patterns_match_their_examples(example: str) -> None:
    assert TITLE_OPENER.match(example)
