"""Binary Word documents without any program installed, and by the programs there are."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from extractors.readers import Reason, UnreadableFile, read, read_bytes
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


WORD_2003 = (
    '<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?>'
    '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body>'
    "<w:p><w:r><w:t>Căn cứ Luật Giáo dục;</w:t></w:r></w:p></w:body></w:wordDocument>"
)


def test_word_2003_xml_by_libreoffice() -> None:
    program("soffice", "libreoffice-writer")
    document = read_bytes(WORD_2003.encode(), "a.xml")
    assert (document.reader, document.text) == ("libreoffice", "Căn cứ Luật Giáo dục;")


@pytest.mark.usefixtures("no_programs")
@pytest.mark.parametrize(("data", "name"), [(WORD_2003.encode(), "a.xml")])
def test_without_the_program_it_is_named(data: bytes, name: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(data, name)
    assert caught.value.reason is Reason.TOOL_MISSING
    assert "LibreOffice" in caught.value.message()
