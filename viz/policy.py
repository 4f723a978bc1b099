"""Content Security Policies of pages: everything comes from our own server, no script stands in a page."""

from __future__ import annotations

from typing import Final

_OWN: Final = (
    "default-src 'none'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
PAGE_POLICY: Final = f"{_OWN}; style-src 'self'"
EDITOR_POLICY: Final = f"{_OWN}; style-src 'self' 'unsafe-inline'"
"""For the SPARQL editor alone, which writes style attributes; scripts stay as strict as elsewhere."""
