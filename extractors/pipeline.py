"""Text → citations: the whole story on one page.

normalise → blank the furniture → read head and structure → find mentions of every kind → settle overlaps
→ relate them sentence by sentence → carry what one mention says to another → report in raw offsets
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from extractors.amending import amending_scopes, own_names
from extractors.anchors import Anchor, find_anchors
from extractors.coreference import carry, fullest_titles, law_key, name_plenums
from extractors.furniture import find_furniture
from extractors.head import FoundHead, read_head
from extractors.laws import find_laws
from extractors.markdown import unmark
from extractors.mention import Mention
from extractors.models import SELF, Citation, Evidence, Extraction, Span
from extractors.named import ISSUED, find_named
from extractors.numbered import find_numbered, find_old_numbers
from extractors.page_notes import find_page_notes
from extractors.party import find_party
from extractors.passages import relate_all
from extractors.pinpoints import read_before
from extractors.shortforms import short_forms
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
    mentions = _with_short_forms(mentions, short_forms(source.flow, anchors, mentions))
    relate_all(source.flow, head, structure, mentions)
    name_plenums(source.flow, mentions)
    carry(mentions, head.head.year)
    fullest_titles(mentions)
    return Extraction(
        text=text, head=head.head, citations=_citations(source, structure, mentions), outline=structure.outline(source),
        furniture=tuple(plain.raw_span(s.start, s.end) for s in furniture),
    )  # fmt: skip


def read_flow(plain: SourceText, furniture: Sequence[Span]) -> SourceText:
    """The text as the stages read it: furniture cut out, notes of page bottoms behind the text, Markdown unmarked."""
    notes = find_page_notes(plain.flow, furniture)
    cuts = sorted([*((s.start, s.end, "\n") for s in furniture), *((s.start, s.end, "") for s in notes)])
    hidden = tuple(plain.raw_span(start, end) for start, end, _ in cuts)
    paged = plain.edited(cuts, moved=notes, hidden=hidden)
    return paged.edited(unmark(paged.flow))


def _with_short_forms(mentions: list[Mention], short: list[Mention]) -> list[Mention]:
    """A name that the document itself explains is no longer a name by its number alone ("Đề án 06")."""
    explained = {m.start for m in short}
    return sorted(
        [*(m for m in mentions if "coded" not in m.rules or m.start not in explained), *short], key=_order
    )


def _order(mention: Mention) -> tuple[int, int]:
    return mention.start, -mention.end


def find_mentions(flow: str, head: FoundHead, structure: Structure, anchors: list[Anchor]) -> list[Mention]:
    """Mentions of every kind, overlaps settled, the document itself and its recipients left out."""
    home = head.home
    numbered = [*find_numbered(flow, home), *find_old_numbers(flow, home)]
    laws = list(find_laws(flow, home))
    party = list(find_party(flow, home, anchors))
    firm = _settle(numbered, laws, party)
    named = [
        m for m in find_named(flow, home, anchors, [(m.start, m.end) for m in firm]) if not _overlaps(m, firm)
    ]
    mentions = [
        m for m in (*firm, *_apart(named)) if not _is_self(m, head, flow) and not _in_recipients(m, structure)
    ]
    mentions.sort(key=_order)
    floor = 0
    for mention in mentions:
        if mention.outer is None:
            mention.lead, mention.pinpoints = read_before(flow, mention.start, floor)
            floor = mention.end
        quote = structure.quote_at(mention.start)
        mention.quoted = quote is not None
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
    """Whether a named mention begins inside another, or swallows more than its own title may hold."""
    index = bisect_right(firm, mention.start, key=lambda m: m.start) - 1
    return index >= 0 and firm[index].start <= mention.start < firm[index].end


def _apart(named: list[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    for mention in sorted(named, key=_order):
        if kept and mention.start < kept[-1].end:
            if kept[-1].start <= mention.start and mention.end <= kept[-1].end:
                continue
            continue
        kept.append(mention)
    return kept


def _is_self(mention: Mention, head: FoundHead, flow: str) -> bool:
    """The document's own number or name, in its header, on the page around it, or in its text."""
    own = head.head
    if (
        mention.kind == "law"
        and own.type == mention.type
        and own.title
        and mention.title
        and mention.number is None
        and law_key(mention.title) == law_key(f"{own.type} {own.title}")
    ):
        return True
    if head.title and mention.kind == "named" and head.title.start <= mention.start < head.title.end:
        before = flow[head.title.start : mention.start]
        if ISSUED.search(before) and len(before) < 60 and not any(c.isdigit() for c in before):
            return True
    if head.own_number and head.own_number.start <= mention.end and mention.start <= head.own_number.end:
        return True
    if mention.number and own.number and mention.number == own.number and mention.type == own.type:
        return mention.date is None or own.date is None or mention.date == own.date
    return False


def _in_recipients(mention: Mention, structure: Structure) -> bool:
    span = structure.recipients
    return span is not None and span.start <= mention.start < span.end


def _citations(source: SourceText, structure: Structure, mentions: list[Mention]) -> tuple[Citation, ...]:
    if source.notes_from is not None:
        mentions = sorted(mentions, key=lambda m: (source.raw_offset(m.start), -m.end))
    ids = {id(m): f"c{n}" for n, m in enumerate(mentions, 1)}
    sentences = {m.sentence for m in mentions if m.sentence[1]}
    evidence = {sentence: _evidence(source, source.raw_span(*sentence)) for sentence in sentences}
    return tuple(_citation(source, structure, m, ids, evidence) for m in mentions)


def _citation(
    source: SourceText,
    structure: Structure,
    mention: Mention,
    ids: dict[int, str],
    evidence: dict[tuple[int, int], Evidence],
) -> Citation:
    span = source.raw_span(mention.start, mention.end)
    date = mention.date
    return Citation(
        id=ids[id(mention)], start=span.start, end=span.end, text=source.raw[span.start : span.end], kind=mention.kind,
        type=mention.type, relation=mention.relation, confidence=round(mention.confidence, 2), rules=tuple(mention.rules),
        evidence=evidence.get(mention.sentence) or _evidence(source, span), number=mention.number, date=date, year=None if date else mention.year,
        issuer=mention.issuer, issuer_as_written=mention.issuer_as_written, term=mention.term, title=mention.title,
        pinpoints=mention.pinpoints, pinpoint_scope="items" if mention.items_scope else None,
        source=ids.get(id(mention.source), SELF) if mention.source else SELF, inverse=mention.inverse, place=structure.place(mention.start),
    )  # fmt: skip


def _evidence(source: SourceText, span: Span) -> Evidence:
    start, end = span.start, span.end
    while start < end and source.raw[start].isspace():
        start += 1
    while end > start and source.raw[end - 1].isspace():
        end -= 1
    return Evidence(start, end, source.readable(start, end))
