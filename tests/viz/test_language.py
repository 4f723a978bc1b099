"""Both languages say everything, and the code and the templates ask only for what there is."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from viz.language import LANGUAGES, all_messages, messages

ROOT = Path(__file__).parents[2]
ASKED = re.compile(r"""\bsay\(\s*["']([a-z_.0-9]+)["']""")


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("key", sorted(all_messages()))
def test_each_message_speaks_both_languages_with_the_same_placeholders(key: str) -> None:
    texts = all_messages()[key]

    assert set(texts) == set(LANGUAGES)
    assert all(text.strip() for text in texts.values())
    if not key.endswith(".example"):  # an example is shown as it is, braces and all
        assert placeholders(texts["vi"]) == placeholders(texts["en"])


def sources() -> Iterator[Path]:
    for folder in ("api", "viz"):
        yield from (ROOT / folder).rglob("*.py")
    yield from (ROOT / "viz" / "templates").glob("*.html")


@pytest.mark.parametrize("path", sorted(sources()), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_message_that_is_asked_for_by_name_is_in_the_catalogue(path: Path) -> None:
    asked = set(ASKED.findall(path.read_text(encoding="utf-8")))
    asked = {key for key in asked if not key.endswith((".", "_"))}  # the rest of the name is put behind it

    assert asked <= set(all_messages())


def test_a_message_is_filled_in_and_an_unknown_one_is_a_defect() -> None:
    say = messages("vi")

    assert say("cli.answer.count", count=3) == "3 kết quả"
    with pytest.raises(KeyError):
        say("cli.answer.nothing_of_the_kind")
