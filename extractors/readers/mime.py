"""Parts of e-mails and web archives, decoded whatever their headers claim."""

from __future__ import annotations

import binascii
from email.message import EmailMessage, Message


def payload_of(part: Message) -> bytes:
    """The bytes of a part that holds no other parts; what cannot be decoded comes as it stands."""
    try:
        payload = part.get_payload(decode=True)
    except (ValueError, binascii.Error, LookupError):
        payload = None
    if isinstance(payload, bytes):
        return payload
    raw = part.get_payload()
    return raw.encode("utf-8", errors="replace") if isinstance(raw, str) else b""


def header_of(message: EmailMessage, name: str) -> str:
    """A header's text on one line; a malformed header gives what can be read of it."""
    try:
        value = message.get(name, "")
    except (ValueError, IndexError, LookupError, AttributeError, TypeError):
        value = dict(message.raw_items()).get(name, "")
    return " ".join(str(value).split())


def file_name_of(part: Message) -> str | None:
    """The name an attachment gives itself."""
    try:
        name = part.get_filename()
    except (ValueError, IndexError, LookupError, AttributeError, TypeError):
        return None
    return " ".join(name.split()) or None if name else None
