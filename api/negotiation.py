"""Which media type an answer takes, by the Accept header (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from collections.abc import Sequence


def best(accept: str | None, offered: Sequence[str]) -> str | None:
    """The offered type that `accept` likes best, the earlier one among equals; None where none is accepted.

    A header that is absent or empty accepts anything; a part that cannot be read counts for nothing.

    >>> best("text/csv;q=0.5, application/json", ["text/csv", "application/json"])
    'application/json'
    """
    if accept is None or not accept.strip():
        return offered[0]
    wishes = [_parse(part) for part in accept.split(",")]
    graded = [(_quality(kind, wishes), kind) for kind in offered]
    quality, kind = max(graded, key=lambda pair: pair[0])
    return kind if quality > 0 else None


def _parse(part: str) -> tuple[str, float]:
    kind, *parameters = (piece.strip().lower() for piece in part.split(";"))
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                return kind, min(1.0, max(0.0, float(value)))
            except ValueError:
                return kind, 0.0
    return kind, 1.0


def _quality(kind: str, wishes: Sequence[tuple[str, float]]) -> float:
    """The grade of the most specific wish that covers `kind`."""
    main = kind.split("/")[0]
    for pattern in (kind, f"{main}/*", "*/*"):
        for wish, quality in wishes:
            if wish == pattern:
                return quality
    return 0.0
