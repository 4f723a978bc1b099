"""Text → citations: the whole story on one page.

normalise → blank the furniture → read head and structure → find mentions of every kind → settle overlaps
→ relate them sentence by sentence → carry what one mention says to another → read the days of effect → report
in raw offsets
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from extractors.amending import amending_scopes, own_names
from extractors.anchors import Anchor, find_anchors
from extractors.citing import citations, effect_clauses, in_page_order
from extractors.coreference import carry, fullest_titles, name_plenums
from extractors.effect_clauses import find_effects
from extractors.furniture import find_furniture
from extractors.glued import glued_words
from extractors.head import FoundHead, read_head
from extractors.laws import find_laws
from extractors.markdown import unmark
from extractors.mention import Mention
from extractors.models import Extraction, Span
from extractors.named import find_named
from extractors.numbered import find_numbered, find_old_numbers
from extractors.own_name import is_own_name
from extractors.page_notes import find_page_notes
from extractors.party import find_party
from extractors.passages import relate_all
from extractors.pinpoints import read_before
from extractors.shortforms import GUESSED, short_forms
from extractors.structure import Structure, read_structure
from extractors.text import SourceText, plain_text


def extract(text: str) -> Extraction:
    """Everything that a document cites, and what it is itself. Offsets are code points into `text`."""
    plain = plain_text(text)
    furniture = find_furniture(plain.flow)
    source = read_flow(plain, furniture)
    head = read_head(source.main)
    structure = read_structure(source.flow, source.notes_from)
    anchors = find_anchors(source.flow)
    mentions = find_mentions(source.flow, head, structure, anchors)
    scopes = amending_scopes(source.flow, structure, mentions)
    mentions = sorted([*mentions, *own_names(source.flow, structure, anchors, scopes, mentions)], key=_order)
    mentions = _with_short_forms(mentions, short_forms(source.flow, anchors, mentions, head.home))
    relate_all(source.flow, head, structure, mentions)
    name_plenums(source.flow, mentions)
    carry(mentions, head.head.year)
    fullest_titles(mentions)
    effects = find_effects(source.flow, head.head, structure, mentions)
    mentions = in_page_order(source, mentions)
    return Extraction(
        text=text,
        head=head.head,
        citations=citations(source, structure, mentions),
        effects=effect_clauses(source, effects, mentions),
    )


def read_flow(plain: SourceText, furniture: Sequence[Span]) -> SourceText:
    """The text as the stages read it: no furniture, no Markdown, words apart, page-bottom notes behind."""
    notes = find_page_notes(plain.flow, furniture)
    cuts = sorted([*((s.start, s.end, "\n") for s in furniture), *((s.start, s.end, "") for s in notes)])
    hidden = tuple(plain.raw_span(start, end) for start, end, _ in cuts)
    paged = plain.edited(cuts, moved=notes, hidden=hidden)
    unmarked = paged.edited(unmark(paged.flow))
    return unmarked.edited(glued_words(unmarked.flow))


def _with_short_forms(mentions: list[Mention], short: list[Mention]) -> list[Mention]:
    """A name that the document itself explains ("Đề án 06") is no longer one that is read from its words."""
    explained = {m.start for m in short}
    kept = (m for m in mentions if m.start not in explained or not GUESSED.intersection(m.rules))
    return sorted([*kept, *short], key=_order)


def _order(mention: Mention) -> tuple[int, int]:
    return mention.start, -mention.end


def find_mentions(flow: str, head: FoundHead, structure: Structure, anchors: list[Anchor]) -> list[Mention]:
    """Mentions of every kind, overlaps settled, the document itself and its recipients left out."""
    home = head.home
    numbered = [*find_numbered(flow, home), *find_old_numbers(flow, home)]
    laws = list(find_laws(flow, home, anchors))
    party = list(find_party(flow, home, anchors))
    firm = _settle(numbered, laws, party)
    named = [
        m for m in find_named(flow, home, anchors, [(m.start, m.end) for m in firm]) if not _overlaps(m, firm)
    ]
    mentions = [
        m
        for m in (*firm, *_apart(named))
        if not is_own_name(m, head, flow) and not _in_recipients(m, structure)
    ]
    mentions.sort(key=_order)
    floor = 0
    for mention in mentions:
        if mention.outer is None:
            mention.lead, mention.pinpoints = read_before(flow, mention.start, floor)
            floor = mention.end
        mention.quoted = structure.quote_at(mention.start) is not None
    return mentions


def _settle(numbered: list[Mention], laws: list[Mention], party: list[Mention]) -> list[Mention]:
    """A law's span holds its number; a bare number inside it is no mention of its own."""
    held = sorted([m for m in (*laws, *party) if m.outer is None], key=_order)
    starts = [m.start for m in held]
    free = []
    for mention in numbered:
        index = bisect_right(starts, mention.start) - 1
        if index >= 0 and mention.start < held[index].end:
            continue
        free.append(mention)
    return sorted([*free, *laws, *party], key=_order)


def _overlaps(mention: Mention, firm: list[Mention]) -> bool:
    """Whether a named mention begins inside one of `firm`."""
    index = bisect_right(firm, mention.start, key=lambda m: m.start) - 1
    return index >= 0 and firm[index].start <= mention.start < firm[index].end


def _apart(named: list[Mention]) -> list[Mention]:
    """The named mentions without those that begin inside another."""
    kept: list[Mention] = []
    for mention in sorted(named, key=_order):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _in_recipients(mention: Mention, structure: Structure) -> bool:
    span = structure.recipients
    return span is not None and span.start <= mention.start < span.end
