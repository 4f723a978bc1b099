"""Formats that only an office program reads: LibreOffice turns them into .docx, where it is installed."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from extractors.readers import docx, tools
from extractors.readers.errors import Reason, UnreadableFile
from extractors.readers.models import Document, Source

MEDIA_TYPE = "application/msword"


def read_source(source: Source) -> Document:
    """Reads a document by way of LibreOffice."""
    return read_by_libreoffice(source, "xml", "Word XML")


def libreoffice() -> str | None:
    """Where LibreOffice is, or None."""
    return tools.find("soffice") or tools.find("libreoffice")


def read_by_libreoffice(source: Source, ending: str, format_: str) -> Document:
    """Converts to .docx in a profile of its own, so that no macro and no other instance has a say."""
    program = libreoffice()
    if program is None:
        raise UnreadableFile(Reason.TOOL_MISSING, tools="LibreOffice", format=format_)
    with tempfile.TemporaryDirectory(prefix="danchieu-") as folder:
        work = Path(folder)
        before = work / f"document.{ending}"
        before.write_bytes(source.data)
        command = [
            program,
            "--headless",
            "--norestore",
            "--nolockcheck",
            f"-env:UserInstallation={(work / 'profile').as_uri()}",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            str(work / "out"),
            str(before),
        ]
        tools.run(command, source)
        after = work / "out" / "document.docx"
        if not after.is_file():
            raise UnreadableFile(Reason.TOOL_FAILED, tool="LibreOffice", cause="no output")
        converted = replace(source, data=after.read_bytes())
    document = docx.read_source(converted)
    return replace(document, media_type=MEDIA_TYPE, reader="libreoffice")
