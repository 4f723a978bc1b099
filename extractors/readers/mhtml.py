"""Web archives (.mht, .mhtml): the page inside the archive."""

from __future__ import annotations

from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

from extractors.readers.errors import Reason, UnreadableFile
from extractors.readers.html import decode_html, read_html
from extractors.readers.mime import payload_of
from extractors.readers.models import Document, Source

MEDIA_TYPE = "multipart/related"


def read_source(source: Source) -> Document:
    """Reads the first page of a web archive, which is the one that was saved."""
    message = BytesParser(EmailMessage, policy=policy.default).parsebytes(source.data)
    for number, part in enumerate(message.walk()):
        if number > source.limits.members:
            break
        if part.get_content_type() == "text/html":
            charset = part.get_param("charset", None)
            page = decode_html(payload_of(part), charset if isinstance(charset, str) else None)
            return read_html(source, page, MEDIA_TYPE, "mhtml")
    raise UnreadableFile(Reason.DAMAGED, format="MHTML", cause="no text/html part")
