"""Patterns keep the word of their comments: each quoted example is matched by the pattern it stands above."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import extractors

PACKAGE = Path(extractors.__file__).parent
NEEDS_A_LIBRARY = {"__init__", "spacy", "spacy_phrases"}
CONSTANT = re.compile(r"(?P<name>[A-Z][A-Z_]+)(?:: [^=]+)? = ")
QUOTED = re.compile(r'"([^"]+)"')


def modules() -> list[str]:
    """The modules of the package and of its part on relations: "dates", "relations.lists"."""
    paths = [*PACKAGE.glob("*.py"), *PACKAGE.glob("relations/*.py")]
    names = (path.relative_to(PACKAGE).with_suffix("") for path in paths if path.stem not in NEEDS_A_LIBRARY)
    return sorted(".".join(name.parts) for name in names)


def is_example(quoted: str) -> bool:
    """A sketch with an ellipsis or a single bare word is no example of a whole match."""
    return "…" not in quoted and not quoted.isalpha()


def documented(module: str) -> Iterator[tuple[str, list[str]]]:
    """(example, names of the constants below its comment, up to the next blank line) of one module."""
    comment: list[str] = []
    names: list[str] = []
    lines = (PACKAGE / f"{module.replace('.', '/')}.py").read_text(encoding="utf-8").splitlines()
    for line in [*lines, ""]:
        constant = CONSTANT.match(line)
        if constant and comment:
            names.append(constant["name"])
        elif line.startswith("#") or not line:
            if names:
                for quoted in QUOTED.findall(" ".join(comment)):
                    yield quoted.replace("\\n", "\n"), names
                comment, names = [], []
            comment = [*comment, line.lstrip("# ")] if line else []


def examples() -> list[tuple[str, str, list[str]]]:
    """(module, example, names of the patterns that it may document)."""
    found = []
    for module in modules():
        values = vars(importlib.import_module(f"extractors.{module}"))
        for example, names in documented(module):
            patterns = [name for name in names if isinstance(values.get(name), re.Pattern)]
            if patterns and is_example(example):
                found.append((module, example, patterns))
    return found


EXAMPLES = examples()


@pytest.mark.parametrize(
    ("module", "example", "names"), EXAMPLES, ids=[f"{m}-{n[0]}" for m, _, n in EXAMPLES]
)
def test_a_pattern_matches_the_examples_of_its_comment(module: str, example: str, names: list[str]) -> None:
    """In the example as it stands, at the start of a line, or in what an example has before a mention."""
    values = vars(importlib.import_module(f"extractors.{module}"))
    texts = [lead + example[:end] for end in range(len(example), 0, -1) for lead in ("", "\n")]
    assert any(values[name].search(text) for name in names for text in texts)


def test_comments_with_examples_are_found() -> None:
    assert len({name for _, _, names in EXAMPLES for name in names}) >= 20


@pytest.mark.parametrize("module", modules())
def test_constants_called_examples_are_not_empty(module: str) -> None:
    values = vars(importlib.import_module(f"extractors.{module}"))
    assert all(value for name, value in values.items() if name.endswith("EXAMPLES"))
