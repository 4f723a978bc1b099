"""What islands are given: small JSON values with the words and addresses already in them, no HTML."""

from __future__ import annotations

from collections.abc import Iterable

from kg.models import InstrumentRef
from kg.questions.explain import Explanation
from viz.about import in_language
from viz.address import ADDRESSES
from viz.language import Language, messages
from viz.naming import facts, short_name
from viz.surroundings import group
from viz.text import plain

Json = dict[str, object]


def suggestion(instrument: InstrumentRef, language: Language) -> Json:
    """One line of a type-ahead list."""
    return {
        "id": instrument.id,
        "name": short_name(instrument, messages(language)),
        "facts": facts(instrument),
        "title": plain(instrument.title) if instrument.title and instrument.number else "",
        "href": ADDRESSES.instrument(instrument),
    }


def suggestions(instruments: Iterable[InstrumentRef], language: Language) -> list[Json]:
    """A type-ahead list, best first."""
    return [suggestion(instrument, language) for instrument in instruments]


def node(instrument: InstrumentRef, language: Language) -> Json:
    """One node of a graph: `key` is its id, `group` the kind of body that issued it."""
    return {**suggestion(instrument, language), "key": instrument.iri, "group": group(instrument)}


def why(found: Explanation, language: Language) -> Json:
    """The reasons of one mention and what else it may be, for a hover card."""
    mention = found.mentions[0]
    return {
        "reasons": [in_language(words, language) for words in mention.reasons],
        "candidates": [
            suggestion(candidate.instrument, language)
            | {"reasons": [in_language(words, language) for words in candidate.reasons]}
            for candidate in mention.candidates
        ],
    }
