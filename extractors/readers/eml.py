"""E-mails (.eml): the message's own text, and each attachment as a document of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from email import policy
from email.message import EmailMessage, Message
from email.parser import BytesParser

from extractors.readers.errors import Reason, UnreadableFile
from extractors.readers.html import decode_html, read_html
from extractors.readers.members import read_members
from extractors.readers.mime import file_name_of, header_of, payload_of
from extractors.readers.models import Document, Source
from extractors.readers.plain import read_source as read_plain

MEDIA_TYPE = "message/rfc822"

_FIELDS = ("Subject", "From", "To", "Date")


def read_source(source: Source) -> Document:
    """Reads an e-mail with its attachments."""
    message = BytesParser(EmailMessage, policy=policy.default).parsebytes(source.data)
    parts = list(_parts(message, source.limits.members))
    children, skipped = read_members(source, _attachments(parts))
    metadata = tuple((name.lower(), value) for name in _FIELDS if (value := header_of(message, name)))
    body = _body(source, parts)
    return replace(
        body,
        media_type=MEDIA_TYPE,
        reader="eml",
        metadata=metadata,
        children=children,
        skipped=skipped,
    )


def _parts(message: Message, most: int) -> Iterator[Message]:
    """The parts that hold no others; an attached message is one part."""
    pending: list[Message] = [message]
    seen = 0
    while pending:
        part = pending.pop()
        seen += 1
        if seen > most:
            raise UnreadableFile(Reason.TOO_MANY_MEMBERS, members=f"> {most}", limit=most)
        inner = part.get_payload() if part.is_multipart() else None
        if isinstance(inner, list) and part.get_content_type() != "message/rfc822":
            pending.extend(reversed([piece for piece in inner if isinstance(piece, Message)]))
        else:
            yield part


def _is_attachment(part: Message) -> bool:
    return (
        part.get_content_disposition() == "attachment"
        or file_name_of(part) is not None
        or part.get_content_type() == "message/rfc822"
    )


def _attachments(parts: list[Message]) -> Iterator[tuple[str, bytes]]:
    for number, part in enumerate(parts, start=1):
        if not _is_attachment(part) or part.get_content_maintype() in {"audio", "video"}:
            continue
        inner = part.get_payload()
        if part.get_content_type() == "message/rfc822" and isinstance(inner, list) and inner:
            data = inner[0].as_bytes() if isinstance(inner[0], Message) else b""
        else:
            data = payload_of(part)
        # Pictures in the body of a message are signatures and logos.
        if part.get_content_disposition() != "inline" or part.get_content_maintype() != "image":
            yield file_name_of(part) or f"attachment-{number}", data


def _body(source: Source, parts: list[Message]) -> Document:
    """The message's text: the plain version where it has one, else the HTML version."""
    for wanted in ("text/plain", "text/html"):
        for part in parts:
            if part.get_content_type() != wanted or _is_attachment(part):
                continue
            data = payload_of(part)
            if not data.strip():
                continue
            charset = part.get_param("charset", None)
            text = decode_html(data, charset if isinstance(charset, str) else None)
            if wanted == "text/html":
                return read_html(source, text, MEDIA_TYPE, "eml")
            return read_plain(replace(source, data=text.replace("\r\n", "\n").encode("utf-8", "replace")))
    return Document("", source.name, source.path, MEDIA_TYPE, "eml", "")
