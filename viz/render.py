"""A template with what every page knows: its words, its addresses, its island, how things are named."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from kg.export.formats import EXPORT_FORMS
from viz.address import ADDRESSES
from viz.assets import bundle
from viz.language import LANGUAGES, Language, messages
from viz.naming import facts, full_name, property_name, short_name
from viz.pages import environment, number
from viz.relations import label
from viz.text import plain, quotation


def render(
    template: str, language: Language, address: str, *, island: str | None = None, **values: Any
) -> str:
    """The page as a string; `address` is where it lives, `island` the script it takes along, if any."""
    say = messages(language)
    return environment().get_template(template).render(
        values,
        say=say,
        language=language,
        address=address,
        export_forms=tuple(EXPORT_FORMS),
        bundle=bundle(island),
        switches=[(other, with_parameters(address, lang=other)) for other in LANGUAGES],
        at=ADDRESSES,
        label=lambda relation, inverse=False: label(relation, language, inverse),
        property_name=lambda iri: property_name(iri, say),
        short_name=lambda instrument: short_name(instrument, say),
        full_name=lambda instrument: full_name(instrument, say),
        facts=facts,
        number=lambda value: number(value, language),
        plain=plain,
        quotation=quotation,
        changed=lambda **changes: with_parameters(address, **changes),
    )  # fmt: skip


def with_parameters(address: str, **changes: object) -> str:
    """An address with some of its query parameters changed, None takes one out; it stays inside the site."""
    parts = urlsplit(address)
    kept = [
        (name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if name not in changes
    ]
    added = [(name, str(value)) for name, value in changes.items() if value is not None]
    # Browsers read a backslash as a slash: quoted, it cannot lead to another host.
    path = quote(parts.path.lstrip("/"), safe="/%:@!$&'()*+,;=~")
    query = urlencode([*kept, *added])
    return f"/{path}?{query}" if query else f"/{path}"


def neighbours(address: str, offset: int, limit: int, more: bool) -> dict[str, str]:
    """The pages of a list before and after this one, as far as there are any."""
    pages = {}
    if offset > 0:
        pages["previous"] = with_parameters(address, offset=max(0, offset - limit))
    if more:
        pages["next"] = with_parameters(address, offset=offset + limit)
    return pages
