"""Relating the mentions of one sentence, from left to right."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.cues import CLAUSE_BREAK, FoundCue, last_cue, only_filler, place_before
from extractors.mention import Mention
from extractors.models import Relation
from extractors.relations.aliases import alias_frame
from extractors.relations.annexes import annex_frame
from extractors.relations.effects import apply_effect
from extractors.relations.frames import Base, Frame, Gap, Sentence
from extractors.relations.lists import ends_in_joint, is_only_joint, listed_frame, without_plural
from extractors.relations.openings import clause_frame, is_further_proposal, opening_frame
from extractors.relations.passives import passive_frame
from extractors.relations.spoken_of import tempered
from extractors.relations.titles import in_title, titled_frame

# " và ", ", theo": a place that is joined to what stands before it.
JOINED = re.compile(r"\s*(?:,|;|và|hoặc)\s")

SHORT_PLACE = 60
"""Below this length (characters) the words between two mentions may be a list's joint with a place in it."""
TITLE_REACH, PLACED_TITLE_REACH = 120, 160
"""How far (characters) a verb in a title reaches; farther where a place like "của" leads to its object."""


def relate(text: str, start: int, end: int, mentions: list[Mention], base: Base) -> None:
    """Fill in relation, source and direction of the mentions (sorted) of one sentence."""
    sentence = Sentence(text, start, base)
    for mention in mentions:
        if mention.outer is not None:
            continue
        frame = tempered(_frame(mention, sentence), mention, sentence)
        mention.relation, mention.source, mention.inverse = frame.relation, frame.source, frame.inverse
        mention.rules.append(frame.rule)
        sentence.frames[id(mention)] = frame
        sentence.order.append(mention)
    apply_effect(text, end, sentence.order)


def _frame(mention: Mention, sentence: Sentence) -> Frame:
    previous = sentence.previous
    if previous is None:
        gap = Gap.of(without_plural(sentence.text[sentence.start : mention.left]))
        return opening_frame(gap, mention, sentence.base)
    if mention.left <= previous.end:
        return Frame("cites", previous, rule="nested")
    gap = Gap.of(without_plural(sentence.text[previous.end : mention.left]))
    return (
        alias_frame(gap, mention, previous, sentence)
        or passive_frame(gap, mention, previous, sentence)
        or annex_frame(gap, mention, previous, sentence)
        or _led_frame(gap, mention, previous, sentence)
    )


@dataclass(frozen=True, slots=True)
class _Lead:
    """What leads from one mention to the next: a verb, a place like "tại", the first one's title."""

    cue: FoundCue | None
    place: re.Match[str] | None
    titled: bool


def _led_frame(gap: Gap, mention: Mention, previous: Mention, sentence: Sentence) -> Frame:
    """The frame by the words between two mentions that neither repeat nor act upon each other."""
    lead = _Lead(last_cue(gap.low), place_before(gap.low), in_title(gap.text, previous))
    if lead.cue and _governs(lead.cue, gap.low, lead.place):
        return titled_frame(lead.cue, mention, previous) if lead.titled else _fresh_frame(lead.cue, mention)
    if ends_in_joint(gap.text):
        return listed_frame(gap, mention, previous, sentence)
    if lead.place:
        return _placed_frame(gap, lead, lead.place["strong"] is not None, mention, previous, sentence)
    if lead.titled:
        if lead.cue and len(gap.low) - lead.cue.end < TITLE_REACH:
            return titled_frame(lead.cue, mention, previous)
        return Frame("cites", previous, rule="title")
    if frame := clause_frame(gap, mention):
        return frame
    if is_only_joint(gap):
        return listed_frame(gap, mention, previous, sentence)
    return Frame("cites", rule="default")


def _governs(cue: FoundCue, low: str, place: re.Match[str] | None) -> bool:
    """Whether the mention behind the words is the object of their verb, not of "theo", "tại" … behind it."""
    if not only_filler(low[cue.end :]):
        return False
    if cue.relation != "implements" or place is None or place["strong"] is None or "tinh thần" in low:
        return True
    return cue.end > place.start()


def _fresh_frame(cue: FoundCue, mention: Mention) -> Frame:
    """A verb in the middle of a sentence that is not in the title before it: said of the document itself."""
    acts_on_named = cue.relation in ("promulgates", "approves")
    relation: Relation = "cites" if acts_on_named and mention.kind != "named" else cue.relation
    return Frame(relation, rule=f"cue:{cue.phrase}")


def _placed_frame(
    gap: Gap, lead: _Lead, strong: bool, mention: Mention, previous: Mention, sentence: Sentence
) -> Frame:
    """The frame of a mention that a place like "tại" or "của" leads to."""
    joined = JOINED.match(gap.text) is not None
    if joined and is_further_proposal(mention, previous, sentence.frame(previous)):
        return sentence.frame(previous).beside("proposal")
    if lead.titled and not joined:
        cue = lead.cue
        if cue and cue.relation != "cites" and not strong and len(gap.low) - cue.end < PLACED_TITLE_REACH:
            return titled_frame(cue, mention, previous)
        return Frame("cites", previous, rule="title:place")
    if joined and not strong and len(gap.text) < SHORT_PLACE and not CLAUSE_BREAK.search(gap.text):
        return listed_frame(gap, mention, previous, sentence)
    return clause_frame(gap, mention) or Frame("cites", rule="place")
