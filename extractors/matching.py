"""Which prediction answers which gold record, and what edges a set of records states.

Rules of the annotation guide: names are compared as instruments, not as strings; a record of the gold may
allow other readings (`accept`); matching is one to one, exact spans first.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from extractors.models import SELF

Entry = Mapping[str, Any]
Node = str
Edge = tuple[Node, str, Node]

SAME_TITLE = 0.8
"""How much two titles of named instruments must share (F1 of their words)."""
PUNCTUATION = re.compile(r"[“”\"'()\[\].,;:–—-]")
LAW_TAIL = re.compile(r"\s(?:số \S+|(?:năm )?\d{4}|ngày \d.*)$")
LAW_AMENDED = re.compile(r"\ssửa đổi(?= \d{4}$|$)")
LAW_WORD = re.compile(r"^(?:bộ luật|luật|pháp lệnh|hiến pháp)\s")
PLACE_WORD = re.compile(r"^(?:mục|phụ lục|chương|điều|khoản|điểm|phần)\s+(?=\S)")


def folded(text: str | None) -> str:
    """Composed, one case, one space, Eth read as Đ."""
    composed = unicodedata.normalize("NFC", text or "").replace("Ð", "Đ").replace("ð", "đ")
    return " ".join(composed.split()).casefold()


def number_key(number: str | None) -> str:
    """A number without blanks, case, leading zeros and the usual confusions of letters."""
    tight = "".join(unicodedata.normalize("NFC", number or "").split()).upper()
    return re.sub(r"^0+(?=\d)", "", tight.replace("Ð", "Đ").replace("TƯ", "TW"))


def title_key(title: str | None) -> str:
    """A title without punctuation and case, its common short forms written out."""
    bare = PUNCTUATION.sub(" ", folded(title)).replace("khoá", "khóa").replace("tp ", "thành phố ")
    return " ".join(bare.split())


def law_key(key: str) -> str:
    """The key of a law's title without its type word and what follows it (number, year, date)."""
    return LAW_WORD.sub("", LAW_TAIL.sub("", LAW_AMENDED.sub("", key)))


def year_of(record: Entry) -> str | None:
    """The year that the record's date, year or number gives."""
    for name in ("date", "year"):
        if record.get(name):
            return str(record[name])[:4] if name == "date" else str(record[name])
    found = re.match(r"\d+/(\d{4})/", number_key(record.get("number")))
    return found[1] if found else None


def likeness(a: str, b: str) -> float:
    """F1 of the words of two titles."""
    left, right = Counter(a.split()), Counter(b.split())
    total = left.total() + right.total()
    return 2 * (left & right).total() / total if total else 0.0


def same_instrument(gold: Entry, prediction: Entry) -> bool:
    """Whether both name one instrument. What the gold leaves out may be anything."""
    years = year_of(gold), year_of(prediction)
    if gold.get("number"):
        if number_key(gold["number"]) == number_key(prediction.get("number")):
            return None in years or years[0] == years[1]
        if gold["kind"] not in ("law", "party") or prediction.get("number"):
            return False
        return same_instrument({**gold, "number": None}, prediction)
    if None not in years and years[0] != years[1]:
        return False
    mine, other = (title_key(r.get("title") or r.get("text")) for r in (gold, prediction))
    if gold["kind"] == "law":
        return law_key(mine) == law_key(other)
    whole = tuple(title_key(f"{r.get('type') or ''} {r.get('title') or ''}") for r in (gold, prediction))
    written = title_key(gold.get("text"))
    return max(likeness(mine, other), likeness(*whole), likeness(written, other)) >= SAME_TITLE


def places(pinpoint: list[dict[str, Any]] | dict[str, Any] | None) -> list[tuple[tuple[str, str], ...]]:
    """Pinpoints in any order, their values bare."""
    items: list[dict[str, Any]] = pinpoint if isinstance(pinpoint, list) else [pinpoint] if pinpoint else []
    return sorted(
        tuple(sorted((k, PLACE_WORD.sub("", folded(str(v)))) for k, v in p.items() if v not in (None, "")))
        for p in items
    )


def readings(gold: Entry) -> list[Entry]:
    """The gold record and what its `accept` list allows beside it."""
    return [gold, *({**gold, **override} for override in gold.get("accept", ()))]


def shared(a: Entry, b: Entry) -> int:
    """How many characters two spans share; below zero where they lie apart."""
    return int(min(a["end"], b["end"]) - max(a["start"], b["start"]))


def exact(gold: Entry, prediction: Entry) -> bool:
    span = prediction["start"], prediction["end"]
    return any((r["start"], r["end"]) == span for r in readings(gold))


def close(gold: Entry, prediction: Entry) -> bool:
    """Half of the union is shared, or the span is one that the gold accepts."""
    union = max(gold["end"], prediction["end"]) - min(gold["start"], prediction["start"])
    return 2 * shared(gold, prediction) >= union or exact(gold, prediction)


def pair(gold: Sequence[Entry], predictions: Sequence[Entry]) -> list[tuple[Entry, Entry]]:
    """One to one: exact spans first, then the largest overlap; in the order of the gold."""
    found: list[tuple[Entry, Entry]] = []
    free = dict(enumerate(predictions))
    open_gold = list(gold)
    for fits in (exact, close):
        left = []
        for record in open_gold:
            near = [i for i, p in free.items() if fits(record, p) and same_instrument(record, p)]
            if near:
                found.append((record, free.pop(max(near, key=lambda i: shared(record, predictions[i])))))
            else:
                left.append(record)
        open_gold = left
    return found


def touches(record: Entry, others: Iterable[Entry]) -> bool:
    return any(shared(record, other) > 0 for other in others)


def edge(record: Entry, named: Callable[[str], Node]) -> Edge | None:
    """Subject, relation, object; None where both ends are one instrument."""
    subject, target = named(record.get("from", SELF)), named(str(record.get("id")))
    if subject == target:
        return None
    relation = str(record.get("relation"))
    return (target, relation, subject) if record.get("inverse") else (subject, relation, target)


def edges(records: Sequence[Entry], partner: Mapping[int, Entry]) -> dict[Edge, set[Edge]]:
    """Each edge with every reading of it that counts. A matched prediction bears the name of its gold."""
    by_id = {record["id"]: partner.get(id(record), record) for record in records}

    def named(ident: str) -> Node:
        if ident == SELF:
            return SELF
        record = by_id.get(ident)
        if record is None:
            return "?"
        if record.get("number"):
            return f"n:{number_key(record['number'])}:{year_of(record) or ''}"
        return f"t:{title_key(record.get('title') or record.get('text'))}"

    found: dict[Edge, set[Edge]] = defaultdict(set)
    for record in records:
        if stated := edge(record, named):
            found[stated] |= {e for r in readings(record) if (e := edge(r, named))}
    return found
