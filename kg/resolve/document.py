"""Resolving what one document names in part, from what it says itself and what others and the tables know.

Pure: the same facts give the same resolutions, in whatever order documents came.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache

import ontology
from kg.iris import Iris
from kg.resolve.authority import table_target
from kg.resolve.facts import Candidate, DocumentFacts, Mention, Node, Resolution, Target
from kg.resolve.laws import Citing, resolve_law
from kg.resolve.match_keys import CONGRESS, LAW, NUMBER, PROGRAMME, law_key
from kg.resolve.numbered import resolve_number
from kg.resolve.plenums import resolve_plenum

_OWN_GROUNDS = frozenset({"based_on", "details", "guides"})
_WORKING_UPON = frozenset({"details", "guides", "amends"})

Targets = Mapping[str, Sequence[Target]]
"""For each key the instruments known in full that bear it."""


def resolve_document(document: DocumentFacts, targets: Targets, iris: Iris) -> tuple[Resolution, ...]:
    """A resolution for every node of the document that is known in part, in the order of their IRIs.

    Programmes and congresses are left out: they are joined over all documents (`kg.resolve.programmes`),
    except where the document itself has a fuller name for one.
    """
    return _Resolver(document, targets, iris).resolve()


class _Resolver:
    """Resolves what says most first: a law dated here tells which one an undated mention means."""

    def __init__(self, document: DocumentFacts, targets: Targets, iris: Iris) -> None:
        self._document = document
        self._targets = targets
        self._iris = iris
        self._mentions: dict[str, list[Mention]] = defaultdict(list)
        self._sentences: dict[str, list[str]] = defaultdict(list)
        for mention in document.mentions:
            self._mentions[mention.node].append(mention)
            self._sentences[mention.sentence].append(mention.node)
        self._full = frozenset(node.iri for node in document.nodes.values() if not node.partial)
        self._found: dict[str, Resolution] = {}
        self._known = {target.iri: target for targets_ in targets.values() for target in targets_}

    def resolve(self) -> tuple[Resolution, ...]:
        partial = [
            node for node in self._document.nodes.values() if node.partial and node.iri != self._document.own
        ]
        by_title = [node for node in partial if _is_law(node) and not _says_when(node)]
        for node in partial:
            if node not in by_title and (found := self._resolve(node)):
                self._found[node.iri] = found
        # Twice: a law may hang on another that is itself cited by title.
        for _ in range(2):
            for node in by_title:
                self._found[node.iri] = self._resolve_law(node)
        return tuple(found for _, found in sorted(self._found.items()))

    def _resolve(self, node: Node) -> Resolution | None:
        number = next((key for key in node.keys if key.startswith(NUMBER)), None)
        if number:
            targets = [*self._targets.get(number, ()), *self._own_target(number)]
            return resolve_number(node, targets, self._latest(node), self._named_here(), self._document.own)
        if _is_law(node):
            return self._resolve_law(node)
        if any(key.startswith(CONGRESS) for key in node.keys):
            return None
        if any(key.startswith(PROGRAMME) for key in node.keys):
            return self._resolve_short_name(node)
        return resolve_plenum(node, self._latest(node), self._iris)

    def _resolve_law(self, node: Node) -> Resolution:
        key = next(key for key in node.keys if key.startswith(LAW))
        versions = self._targets.get(key, ())
        mentions = self._mentions[node.iri]
        own = [mention for mention in mentions if mention.source == self._document.own]
        citing = [when for mention in mentions for when in self._citing(mention)]
        found = resolve_law(
            node,
            versions,
            citing or [Citing(self._document.day)],
            self._named_here() - {node.iri},
            quotes_older_text=self._document.consolidated and bool(own),
            complete=listed_versions(key) == len(versions) > 0,
            elsewhere=bool(mentions) and not own,
            basis=self._basis(),
        )
        version = self._known.get(found.target or "")
        if found.rule == "law-in-force" and version and self._stands_by_older(node, version):
            return Resolution(node.iri, candidates=(Candidate(version.iri, 0.5, ("title", "by-older-act")),))
        return found

    def _stands_by_older(self, node: Node, version: Target) -> bool:
        """Whether mentions mostly share their sentence with an act older than the version: its law, maybe.

        An older version of the law itself is none of these: named with its number beside the bare title, it
        is the other one.
        """
        sentences = [
            mention.sentence for mention in self._mentions[node.iri] if mention.source == self._document.own
        ]
        beside = [sentence for sentence in sentences if self._has_older(sentence, node, version)]
        return 2 * len(beside) >= max(1, len(sentences))

    def _has_older(self, sentence: str, node: Node, version: Target) -> bool:
        named = (self._document.nodes.get(name) for name in self._sentences.get(sentence, ()))
        return any(
            other.year
            and version.year
            and other.year < version.year
            and not set(other.keys) & set(version.keys)
            for other in named
            if other and other.iri != node.iri
        )

    def _resolve_short_name(self, node: Node) -> Resolution | None:
        """A programme's name without its period means the one that the document gives in full."""
        key = next(key for key in node.keys if key.startswith(PROGRAMME))
        if not key.endswith(":"):
            return None
        fuller = {
            other_key: other.iri
            for other in sorted(self._document.nodes.values(), key=lambda other: other.iri, reverse=True)
            for other_key in other.keys
            if other_key.startswith(key) and other_key != key
        }
        if len(fuller) != 1:
            return None
        return Resolution(
            node.iri, next(iter(fuller.values())), "same-document", 0.95, ("title", "same-document")
        )

    def _own_target(self, number: str) -> Iterator[Target]:
        """The document itself, where its head bears the number but is not known in full."""
        own = self._document.nodes.get(self._document.own)
        if own and own.partial and number in own.keys:
            days = frozenset({own.date} if own.date else ())
            yield Target(own.iri, own.type, own.bodies, own.keys, own.number_year, own.year, days)

    def _named_here(self) -> frozenset[str]:
        dated = {
            found.target
            for iri, found in self._found.items()
            if found.target and _says_when(self._document.nodes[iri])
        }
        return self._full | dated | {self._document.own}

    def _basis(self) -> frozenset[str]:
        """The instruments that the document says it rests on, which its short names then mean."""
        named = (
            mention.node
            for mention in self._document.mentions
            if mention.source == self._document.own and mention.relation in _OWN_GROUNDS
        )
        found = (self._found[node].target if node in self._found else node for node in named)
        return frozenset(iri for iri in found if iri)

    def _latest(self, node: Node) -> date | None:
        """The last day on which all mentions may have been written: none of them names what came later."""
        days = [self._citing(mention)[-1].day for mention in self._mentions[node.iri]]
        return min((day for day in days if day), default=self._document.day)

    def _citing(self, mention: Mention) -> tuple[Citing, ...]:
        """When the mention's words were written: on one day, or between the first and the last of two."""
        here = self._document.day
        source = self._document.nodes.get(mention.source)
        upon = mention.relation in _WORKING_UPON, mention.relation == "amends"
        if mention.inverse or source is None or source.iri == self._document.own:
            own = self._document.nodes.get(self._document.own)
            effective = own.effective if own else None
            if self._document.consolidated:
                return Citing(self._first_text()), Citing(here, effective)
            return (Citing(here, effective, *upon),)
        day = source.date or self._resolved_day(source)
        if day:
            effective = self._effective(source)
            return (Citing(min(day, here), effective, *upon) if here else Citing(day, effective, *upon),)
        if source.year:
            first, last = date(source.year, 1, 1), date(source.year, 12, 31)
            return Citing(first), Citing(min(last, here) if here and here >= first else last)
        return (Citing(here),)

    def _first_text(self) -> date | None:
        """The day of the act whose text a consolidated document joins with its amendments."""
        joined = (
            self._document.nodes[mention.node]
            for mention in self._document.mentions
            if mention.relation == "consolidates" and mention.source == self._document.own
        )
        days = (node.date or self._resolved_day(node) for node in joined)
        return min((day for day in days if day), default=None)

    def _effective(self, source: Node) -> date | None:
        """From when an act has effect that the document names, by its own words or the tables."""
        known = table_target(source.iri, self._iris)
        return source.effective or (known.effective if known else None)

    def _resolved_day(self, source: Node) -> date | None:
        target = self._known.get(source.iri) or table_target(source.iri, self._iris)
        if target is None and (found := self._found.get(source.iri)) and found.target:
            target = self._known.get(found.target)
        return target.first_day if target and len(target.days) == 1 else None


def _is_law(node: Node) -> bool:
    return any(key.startswith(LAW) for key in node.keys) and not any(
        key.startswith(NUMBER) for key in node.keys
    )


def _says_when(node: Node) -> bool:
    return bool(node.date or node.year)


@cache
def _versions() -> Counter[str]:
    return Counter(law_key(law.title) for law in ontology.laws())


def listed_versions(key: str) -> int:
    """How many versions the table of laws has under a key."""
    return _versions()[key]
