"""Names by their words: the longest name of a table that stands at a position of the text.

Spellings that differ only in case, in the place of a tone mark or in commas and hyphens are one name.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, lru_cache

import ontology
from extractors import letters
from ontology.models import BodyPattern, Province


@dataclass(frozen=True, slots=True)
class Entry:
    """What a name stands for: a law or a central body by name, or a local body by pattern."""

    name: str | None = None
    pattern: BodyPattern | None = None
    indirect: bool = False


@dataclass(slots=True)
class Node:
    """A place in the trie: the words that may follow, and what the words up to here stand for."""

    children: dict[str, Node] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)


# One word with what separates it from the word before: ", chống", " – Truyền", " GD&ĐT".
WORD = letters.compile(r"[\s,–-]*([\w&]+)")

OLD_TONES = dict(
    zip(
        ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"],
        ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"],
        strict=True,
    )
)
"""Tone marks on the second vowel, as older spelling has them at the end of a word: "hoá" for "hóa"."""


@lru_cache(maxsize=65_536)
def word_key(word: str) -> str:
    """One key for a word however its tone mark is placed or its letters are cased: "hoá" and "Hóa".

    "&" is "và".
    """
    low = "và" if word == "&" else word.casefold()
    modern = OLD_TONES.get(low[-2:])
    return low[:-2] + modern if modern else low


def add_name(trie: Node, name: str, entry: Entry) -> None:
    """Let `name` stand for `entry`, beside what it stands for already."""
    node = trie
    for word in WORD.findall(name):
        node = node.children.setdefault(word_key(word), Node())
    node.entries.append(entry)


def walk(trie: Node, text: str, position: int) -> tuple[int, list[Entry]] | None:
    """The longest name of the trie that stands at `position`: where it ends, what it stands for.

    A figure glued to the last word is a footnote's mark and no part of the name: "Bộ Tài chính2".
    """
    node, best = trie, None
    at = position
    while True:
        match = WORD.match(text, at)
        if not match:
            return best
        child = node.children.get(word_key(match[1]))
        at = match.end()
        if child is None and match[1][-1].isdigit() and (bare := match[1].rstrip("0123456789")):
            child = node.children.get(word_key(bare))
            at = match.start(1) + len(bare)
        if child is None:
            return best
        node = child
        if node.entries:
            best = (at, node.entries)


@cache
def body_trie() -> Node:
    """Every name of every body in the tables."""
    trie = Node()
    for body in ontology.bodies():
        for name in (body.name, *body.aliases):
            add_name(trie, name, Entry(name=body.name))
    for officer in ontology.officers():
        if officer.body:
            add_name(trie, officer.title, Entry(name=officer.body, indirect=True))
    for pattern in ontology.body_patterns():
        bare = pattern.name.partition(" {")[0]
        for name in (bare, *pattern.aliases):
            add_name(trie, name, Entry(pattern=pattern, indirect=_is_standing(name, pattern)))
    return trie


def _is_standing(alias: str, pattern: BodyPattern) -> bool:
    """Whether an alias names the standing committee of the body and not the body."""
    standing = alias.startswith(("Ban Thường vụ", "BTV", "Thường trực"))
    return standing and not pattern.name.startswith(alias[:4])


@cache
def province_trie() -> Node:
    """Names and aliases of provinces."""
    trie = Node()
    for province in ontology.provinces():
        for name in (province.name, *province.aliases):
            add_name(trie, name, Entry(name=province.name))
    return trie


@cache
def provinces_by_name() -> dict[str, Province]:
    """Provinces by name; the younger of two of one name wins."""
    return {
        p.name: p for p in sorted(ontology.provinces(), key=lambda p: (p.era != "older", p.valid_to is None))
    }


def province_at(text: str, position: int) -> tuple[Province, int] | None:
    """The province whose name stands at `position`, and where the name ends."""
    hit = walk(province_trie(), text, position)
    return (provinces_by_name()[hit[1][0].name], hit[0]) if hit and hit[1][0].name else None
