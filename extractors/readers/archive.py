"""ZIP archives: every file inside, within limits of number, size, depth and time."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator

from extractors.readers.errors import Reason, UnreadableFile
from extractors.readers.members import read_members
from extractors.readers.models import Document, Source
from extractors.readers.package import Package

MEDIA_TYPE = "application/zip"

_UTF8_NAME = 0x800
_CLUTTER = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")


def read_source(source: Source) -> Document:
    """Reads an archive: no text of its own, its files as children."""
    package = Package.open(source, "ZIP")
    children, skipped = read_members(source, _members(package))
    if not children and not skipped:
        raise UnreadableFile(Reason.NO_TEXT)
    return Document(
        text="",
        name=source.name,
        path=source.path,
        media_type=MEDIA_TYPE,
        reader="archive",
        sha256="",
        children=children,
        skipped=skipped,
    )


def _members(package: Package) -> Iterator[tuple[str, bytes | UnreadableFile]]:
    for info in package.archive.infolist():
        name = member_name(info)
        if info.is_dir() or any(name.startswith(part) or name.endswith(part) for part in _CLUTTER):
            continue
        try:
            yield name, package.read(info)
        except UnreadableFile as error:
            if error.reason is Reason.TOO_SLOW:
                raise
            yield name, error


def member_name(info: zipfile.ZipInfo) -> str:
    """The member's name; old Windows programs stored Vietnamese names without saying in which code page."""
    if info.flag_bits & _UTF8_NAME or info.filename.isascii():
        return info.filename
    try:
        raw = info.filename.encode("cp437")
    except UnicodeEncodeError:
        return info.filename
    for encoding in ("utf-8", "cp1258"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.filename
