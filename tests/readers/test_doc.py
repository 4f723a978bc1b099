"""Binary Word documents without any program installed, and by the programs there are."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from extractors.readers import read
from extractors.readers.doc import _by_converter
from extractors.readers.models import Source
from tests.readers import sample_document
from tests.readers.conftest import program

LIST_NUMBER = re.compile(r"^\d\. ", re.MULTILINE)


def content(text: str) -> list[str]:
    return LIST_NUMBER.sub("", text).split()


def test_the_binary_file_itself(variant: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    path = variant("doc")
    monkeypatch.setenv("PATH", "")
    document = read(path)
    assert document.reader == "doc"
    assert [note.code for note in document.notes] == ["list_numbers_missing"]
    missing = [word for word in content(sample_document.TEXT) if word not in content(document.text)]
    assert missing == []
    assert "[1] Nghị quyết số 29-NQ/TW" in document.text
    assert sample_document.RUNNING_HEADER not in document.text


@pytest.mark.parametrize("name", ["antiword", "catdoc"])
def test_by_converters(variant: Callable[[str], Path], name: str) -> None:
    program(name, name)
    data = variant("doc").read_bytes()
    document = _by_converter(Source.of(data, "a.doc"), name)
    assert document.reader == name
    assert "1705/QĐ-TTg" in document.text
