"""Every reason that the rules give has words, and every rule a row in the table."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import ontology
from kg.resolve import reasons
from kg.resolve.facts import Rule

RULES = Path(reasons.__file__).parent


def test_every_rule_is_in_the_table() -> None:
    assert set(get_args(Rule)) == {row.name for row in ontology.resolution_rules()}


def test_every_code_with_words_is_given_by_a_rule() -> None:
    code = re.compile(r'"([a-z]+(?:-[a-z]+)*)"')
    texts = [path.read_text(encoding="utf-8") for path in RULES.glob("*.py") if path.name != "reasons.py"]
    used = {found for text in texts for found in code.findall(text)}
    assert set(reasons.REASONS) <= used


def test_reasons_are_told_in_both_languages() -> None:
    assert all(said.vi and said.en and said.vi != said.en for said in reasons.REASONS.values())
