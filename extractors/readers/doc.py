"""Word 97-2003 documents: the text of the binary file itself, or by a program of the machine.

The piece table of the file gives text, cells and footnotes in order, with no program installed. Automatic
list numbers are not in it: a document that has them is read by LibreOffice where there is one. Files older
than Word 97 are left to LibreOffice, antiword or catdoc.
"""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from extractors.readers import tools
from extractors.readers.blocks import Block, Run, assemble
from extractors.readers.doc_binary import WordFile, blocks_of
from extractors.readers.errors import Reason, UnreadableFile
from extractors.readers.models import Document, Note, Source
from extractors.readers.office import libreoffice, read_by_libreoffice

MEDIA_TYPE = "application/msword"

_FORMAT = "Word 97-2003 (.doc)"
_TOOLS = "LibreOffice, antiword, catdoc"


def read_source(source: Source) -> Document:
    """Reads a binary Word document."""
    word = WordFile.open(source)
    if word is None:
        return _by_programs(source)
    if word.has_lists and libreoffice() is not None:
        try:
            return read_by_libreoffice(source, "doc", _FORMAT)
        except UnreadableFile as error:
            if error.reason is Reason.TOO_SLOW and source.deadline.left <= 0:
                raise
    assembled = assemble(list(blocks_of(word)))
    if not assembled.text.strip():
        return _by_programs(source)
    notes: tuple[Note, ...] = ()
    if word.has_lists:
        notes = (
            Note(
                "list_numbers_missing",
                "Số thứ tự tự động của danh sách có thể thiếu; cài LibreOffice để đọc đủ.",
                "Automatic list numbers may be missing; with LibreOffice installed they are read.",
            ),
        )
    return assembled.document(source, MEDIA_TYPE, "doc", notes=notes)


def _by_programs(source: Source) -> Document:
    """The first program that is installed and reads the file."""
    failures: list[UnreadableFile] = []
    for name in ("soffice", "antiword", "catdoc"):
        try:
            if name == "soffice":
                return read_by_libreoffice(source, "doc", _FORMAT)
            return _by_converter(source, name)
        except UnreadableFile as error:
            source.deadline.check()
            if error.reason is not Reason.TOOL_MISSING:
                failures.append(error)
    if failures:
        raise failures[0]
    raise UnreadableFile(Reason.TOOL_MISSING, tools=_TOOLS, format=_FORMAT)


def _by_converter(source: Source, name: str) -> Document:
    program = tools.find(name)
    if program is None:
        raise UnreadableFile(Reason.TOOL_MISSING, tools=name, format=_FORMAT)
    options = ["-m", "UTF-8.txt", "-w", "0"] if name == "antiword" else ["-d", "utf-8", "-w"]
    with tempfile.TemporaryDirectory(prefix="danchieu-") as folder:
        path = Path(folder) / "document.doc"
        path.write_bytes(source.data)
        output = tools.run([program, *options, str(path)], source)
    text = output.decode("utf-8", errors="replace")
    if not text.strip():
        raise UnreadableFile(Reason.NO_TEXT)
    # antiword draws the borders of tables.
    assembled = assemble([Block(runs=[Run(line.replace("|", " "))]) for line in text.splitlines()])
    document = assembled.document(source, MEDIA_TYPE, name)
    return replace(document, quality=min(document.quality, 0.95))
