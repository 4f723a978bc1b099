"""Zip packages and their XML parts, opened without trusting them."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass

from lxml import etree

from extractors.readers.errors import Reason, UnreadableFile
from extractors.readers.limits import MEGABYTE
from extractors.readers.models import Source

_FREE_UNPACKED = 16 * MEGABYTE
"""Members smaller than this may be packed as tightly as they like."""

_CHUNK = MEGABYTE

_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@dataclass(frozen=True, slots=True)
class Package:
    """A zip archive whose members are read within the limits of its source."""

    archive: zipfile.ZipFile
    source: Source
    format: str

    @classmethod
    def open(cls, source: Source, format_: str) -> Package:
        """Opens the archive; raises `UnreadableFile` when its directory is damaged or too long."""
        try:
            archive = zipfile.ZipFile(io.BytesIO(source.data))
        except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
            raise UnreadableFile(Reason.DAMAGED, format=format_, cause=error) from error
        members = len(archive.infolist())
        if members > source.limits.members:
            raise UnreadableFile(Reason.TOO_MANY_MEMBERS, members=members, limit=source.limits.members)
        return cls(archive, source, format_)

    def __contains__(self, name: str) -> bool:
        return name in self.archive.NameToInfo

    def read(self, member: str | zipfile.ZipInfo) -> bytes:
        """Unpacks one member, stopping as soon as it grows beyond what the limits allow."""
        try:
            info = member if isinstance(member, zipfile.ZipInfo) else self.archive.getinfo(member)
        except KeyError:
            raise UnreadableFile(Reason.DAMAGED, format=self.format, cause=f"{member} missing") from None
        if info.flag_bits & 1:
            raise UnreadableFile(Reason.ENCRYPTED, format=self.format)
        limits, budget = self.source.limits, self.source.budget
        most = min(budget.unpacked, max(_FREE_UNPACKED, info.compress_size * limits.unpacked_ratio))
        parts: list[bytes] = []
        size = 0
        try:
            with self.archive.open(info) as stream:
                while part := stream.read(_CHUNK):
                    size += len(part)
                    if size > most:
                        raise UnreadableFile(Reason.BOMB, what=f"> {most // MEGABYTE} MB: {info.filename}")
                    self.source.deadline.check()
                    parts.append(part)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
            raise UnreadableFile(Reason.DAMAGED, format=self.format, cause=error) from error
        except (NotImplementedError, RuntimeError) as error:
            raise UnreadableFile(Reason.DAMAGED, format=self.format, cause=error) from error
        budget.unpacked -= size
        return b"".join(parts)

    def xml(self, member: str) -> etree._Element:
        """The root of an XML part, in the transitional namespaces of Office Open XML."""
        return parse_xml(self.read(member).replace(_STRICT, _TRANSITIONAL), self.format)

    def xml_if_there(self, member: str) -> etree._Element | None:
        """The root of an XML part, or None where the package lacks it."""
        return self.xml(member) if member in self else None


def parse_xml(data: bytes, format_: str) -> etree._Element:
    """Parses XML that nobody vouches for: no entities, no network, no document type declaration."""
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFile(Reason.DAMAGED, format=format_, cause=error) from error
    if root is None:
        raise UnreadableFile(Reason.DAMAGED, format=format_, cause="no root element")
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableFile(Reason.UNSAFE_XML, what="DOCTYPE")
    return root
