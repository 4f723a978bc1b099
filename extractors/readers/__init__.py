"""Readers: what an office's file holds, as text, with where each stretch of it comes from.

One module a format, all behind `read_source(Source) -> Document`; the format is decided by content, the
file's ending only breaks ties. Heavy libraries are imported when a file needs them. What a file cannot give
is an `UnreadableFile` with a reason code, a message and advice in Vietnamese and English; nothing else is
raised for a bad file.
"""

from extractors.readers.errors import Reason, UnreadableFile
from extractors.readers.limits import DEFAULT_LIMITS, Limits
from extractors.readers.models import Document, Note, Place, PlaceMap, Skipped, Source
from extractors.readers.registry import read, read_bytes

__all__ = [
    "DEFAULT_LIMITS",
    "Document",
    "Limits",
    "Note",
    "Place",
    "PlaceMap",
    "Reason",
    "Skipped",
    "Source",
    "UnreadableFile",
    "read",
    "read_bytes",
]
