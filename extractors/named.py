"""Programmes, schemes, plans, strategies and regulations that are cited by title, without a number.

A type word alone names nothing. It becomes a citation where a title stands behind it that singles one
instrument out: in quotation marks, with its period, or as the thing that a cited act issues or approves.
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.anchors import Anchor
from extractors.bodies import FoundBody, read_body
from extractors.home import Home
from extractors.mention import Mention
from extractors.named_titles import (
    ACT_BEFORE,
    AS_FOLLOWS,
    ASSEMBLY_RESOLUTION,
    BODY_OF,
    CARRIED_BY,
    CARRIED_OUT,
    CARRIES_OUT,
    CHARTER,
    CODED,
    DECIDES,
    FUTURE_BEFORE,
    ISSUED,
    ISSUED_ENDS,
    LONGEST_TITLE,
    NO_INSTRUMENT,
    NOT_A_TITLE,
    PERIOD,
    names_something,
    period_within,
    read_quoted,
    title_limit,
    with_period,
)
from extractors.named_words import canonical_kinds, kind_anchors

CARRIED_KINDS = frozenset(("Đề án", "Chiến lược", "Chương trình mục tiêu quốc gia", "Chương trình"))
"""Types that a sentence carries out by title even where no period is named."""

CARRYING_KINDS = frozenset(("Kế hoạch", "Chương trình", "Chương trình hành động"))
"""Types whose name often only says that they carry another act out."""

RULES = frozenset(("Quy chế", "Quy định", "Điều lệ", "Bộ quy tắc"))
"""Types that do name instruments also on subjects that else are everyday work."""

SHORTEST_TITLE = 6
ACT_REACH, BEFORE_REACH = 320, 60
"""How far (characters) before a type word the act that issues it, and words about it, are looked for."""


def find_named(
    text: str, home: Home, anchors: list[Anchor], taken: list[tuple[int, int]]
) -> Iterator[Mention]:
    """Every instrument cited by title. `taken` are ranges that other mentions hold (sorted)."""
    index = 0
    for anchor in kind_anchors(text, anchors):
        while index < len(taken) and taken[index][1] <= anchor.start:
            index += 1
        if index < len(taken) and taken[index][0] <= anchor.start:
            continue
        mention = read_named(text, anchor, home)
        if mention:
            yield mention
    yield from _assembly_resolutions(text, anchors)


def _assembly_resolutions(text: str, anchors: list[Anchor]) -> Iterator[Mention]:
    """Resolutions of the Assembly or the Government by title and period."""
    for anchor in anchors:
        if anchor.word != "nghị quyết" or not (match := ASSEMBLY_RESOLUTION.match(text, anchor.start)):
            continue
        end = period_within(text, match.end(), title_limit(text, match.end()))
        if end:
            rules = ["resolution-by-title", "period"]
            issuer = " ".join(match["body"].split())
            yield Mention(
                match.start(), end, "named", "Nghị quyết", issuer=issuer, rules=rules, confidence=0.85
            )


def read_named(text: str, anchor: Anchor, home: Home) -> Mention | None:
    """The instrument whose type word `anchor` is, or None where no title singles one out."""
    kind, weak = canonical_kinds()[anchor.word]
    if anchor.start and text[anchor.start - 1].isalnum():
        return None
    coded = CODED.match(text, anchor.end) if kind == "Đề án" else None
    if coded:
        return Mention(anchor.start, coded.end(), "named", kind, rules=["coded"], confidence=0.8)
    quoted = read_quoted(text, anchor.end)
    body = None if quoted else _body_behind(text, anchor.end, home)
    if body:
        quoted = read_quoted(text, body.end)
    elif not quoted and _has_no_title(text, anchor.end, kind):
        return None
    before = text[max(0, anchor.start - BEFORE_REACH) : anchor.start]
    in_capitals = text[anchor.start : anchor.end].isupper()
    if FUTURE_BEFORE.search(before.lower() if in_capitals else before):
        return None
    if quoted:
        title, end = with_period(text, *quoted)
        issuer = body.name if body else None
        return Mention(anchor.start, end, "named", kind, title=title, rules=["quoted-title"], issuer=issuer)
    if body:
        return _programme_of_body(text, anchor, kind, body)
    found = _read_unquoted(text, anchor, kind, weak, before)
    guessed = found is not None and "carried-out" in found.rules
    return None if guessed and _is_everyday(text, anchor.end, kind) else found


def _has_no_title(text: str, at: int, kind: str) -> bool:
    """Whether what follows a type word shows that it names no single instrument."""
    return (
        NOT_A_TITLE.match(text, at) is not None
        or (kind in CARRYING_KINDS and CARRIES_OUT.match(text, at) is not None)
        or (kind != "Đề án" and _is_everyday(text, at, kind))
    )


def _is_everyday(text: str, at: int, kind: str) -> bool:
    """Whether a plan or programme is one of those that every year and every school has."""
    return kind not in RULES and NO_INSTRUMENT.match(text, at) is not None


def _body_behind(text: str, at: int, home: Home) -> FoundBody | None:
    of = BODY_OF.match(text, at)
    return read_body(text, of.end(), home) if of else None


def _programme_of_body(text: str, anchor: Anchor, kind: str, body: FoundBody) -> Mention | None:
    """ "Chương trình hành động của Chính phủ nhiệm kỳ 2021-2026": named by its body, and its period."""
    if kind != "Chương trình hành động" or body.name is None:
        return None
    period = PERIOD.match(text, body.end)
    end = period.end() if period else body.end
    rules = ["programme-of-body"]
    return Mention(anchor.start, end, "named", kind, issuer=body.name, rules=rules, confidence=0.85)


def _read_unquoted(text: str, anchor: Anchor, kind: str, weak: bool, before: str) -> Mention | None:
    """An instrument by a title without marks, where its period or the words around it single it out."""
    at = anchor.end
    charter = CHARTER.match(text, at) if kind == "Điều lệ" else None
    if charter:
        return _titled(text, anchor, charter.end(), kind, "charter", 0.9)
    issued = _is_issued(text, anchor.start, before)
    if weak and not issued and text.find("ban hành", at, at + LONGEST_TITLE) < 0:
        return None
    limit = title_limit(text, at)
    follows = AS_FOLLOWS.search(text, at, limit)
    if follows:
        limit = follows.start()
        if not DECIDES.search(text, max(0, anchor.start - 120), anchor.start):
            return None
    period = period_within(text, at, limit)
    if period and (not weak or issued):
        return _titled(text, anchor, period, kind, "period", 0.93)
    if issued and not text[anchor.start : at].isupper():
        return _titled(text, anchor, limit, kind, "issued-by-act", 0.88)
    if CARRIED_BY.match(text, limit):
        return _titled(text, anchor, limit, kind, "issued-with-act", 0.88)
    if kind in CARRIED_KINDS and CARRIED_OUT.search(before) and names_something(text[at:limit]):
        return _titled(text, anchor, limit, kind, "carried-out", 0.85)
    return None


def _is_issued(text: str, start: int, before: str) -> bool:
    """Whether words before the type word say that a cited act issues it."""
    if not before.rstrip(' \n"“').lower().endswith(ISSUED_ENDS):
        return False
    return bool(ISSUED.search(before) and ACT_BEFORE.search(text, max(0, start - ACT_REACH), start))


def _titled(text: str, anchor: Anchor, end: int, kind: str, rule: str, confidence: float) -> Mention | None:
    """The mention with its title up to `end`, loose marks at its end left out; None where it is too short."""
    written = text[anchor.end : end]
    title = " ".join(written.split()).rstrip(" ,-–")
    if len(title) < SHORTEST_TITLE and rule != "charter":
        return None
    stop = end - (len(written) - len(written.rstrip(" ,-–\r\n")))
    return Mention(anchor.start, stop, "named", kind, title=title, rules=[rule], confidence=confidence)
