"""One gold record from one mark: what the span tells by itself, and what the mark says beside it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tests.gold.names import BODIES, KNOWN_BODIES, LAWS, SYMBOLS, TYPES
from tests.gold.source import Mark, Source, SourceError, flat

Record = dict[str, Any]

OFFICER = re.compile(
    r"(?i)^(?:(?:Phó )?(?:Bộ trưởng|Chủ tịch|Giám đốc|Chủ nhiệm)|Ban Thường vụ|Ban Chấp hành Đảng bộ|"
    r"Thường trực|Tổng Thanh tra|Trưởng|Chánh|Thống đốc)\b"
)
NUMBER = re.compile(r"\d+[a-z]?[/-][0-9A-Za-zĐÐƯ&/.-]*[A-Za-zĐÐƯ][0-9A-Za-zĐÐƯ&/-]*")
DATE = re.compile(
    r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})|ngày\s+(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})",
    re.IGNORECASE,
)
LAW_TAIL = re.compile(r"(?i)\s(?:số\s+\d|năm \d{4}$|\d{4}$|ngày \d|sửa đổi \d{4}$|của )")
AMENDING_LAW_TAIL = re.compile(r"(?i)\s(?:năm \d{4}|ngày \d[^;]*)$")
BARE_LAW_NUMBER = re.compile(r"(?i)\S*\s*luật số\b")
BEHIND_ISSUER = re.compile(r"(?i),? (?:kh(?:óa|oá) \w+|\(khóa \w+\)|ngày \d.*)")
CYRILLIC = str.maketrans("АВЕКМНОРСТХ", "ABEKMHOPCTX")
RELATION = re.compile(r"([a-z_-]+)(?:<(\w+))?")
READING = re.compile(r"(\w+)([<^]?)(\w*)")
PASSIVE = {"passive": ("cites",), "basis-passive": ("based_on", "cites")}
"""The passive relations, and what is accepted from self beside the inverse edge."""
KINDS = ("named", "party")
INHERITED = ("kind", "type", "number", "date", "year", "issuer", "title")
GIVEN = ("type", "number", "date", "issuer", "title", "kind")


@dataclass(frozen=True, slots=True)
class Attributes:
    """What stands after the bar of a mark."""

    relation: str
    reference: str | None
    flags: frozenset[str]
    fields: Mapping[str, str]
    same_as: str | None

    @classmethod
    def parse(cls, mark: Mark) -> Attributes:
        first, *rest = (part.strip() for part in mark.attributes.split("; "))
        relation = RELATION.fullmatch(first)
        if not relation:
            raise SourceError(f"{first!r} is no relation, at {flat(mark.text)!r}")
        return cls(
            relation[1],
            relation[2],
            frozenset(rest) & {*KINDS, "items"},
            dict(p.split("=", 1) for p in rest if "=" in p and not p.startswith("=")),
            next((p[1:] for p in rest if p.startswith("=")), None),
        )


def record(
    source: Source, mark: Mark, ident: str, names: Mapping[str, str], made: Mapping[str, Record]
) -> Record:
    """The gold record of a mark; KeyError where it hangs on one that is not made yet."""
    said = Attributes.parse(mark)
    words = flat(mark.text)
    if said.same_as:
        found = same_instrument(source, words, said, made[names[said.same_as]])
    else:
        found = told_by_span(source, words, said, said.fields.get("type"))
    found |= {key: said.fields[key] for key in GIVEN if key in said.fields}
    if "issuer" in found:
        found["issuer"] = found["issuer"].replace(" + ", "; ")
    if said.fields.get("year", "-") != "-":
        found["year"] = int(said.fields["year"])
    if "written" in said.fields:
        found["issuer_as_written"] = said.fields["written"]
    found = {k: v for k, v in found.items() if v not in ("-", None)}
    if said.fields.get("year") != "-":
        found = with_year(found)
    inverse = said.relation in PASSIVE
    place = {"id": ident, "start": mark.start, "end": mark.end, "text": mark.text}
    found = {
        **place,
        **found,
        "relation": "amends" if inverse else said.relation,
        "from": names[said.reference] if said.reference else "self",
    }
    if inverse:
        found["inverse"] = True
    if accepted := readings(source, mark, said, names):
        found["accept"] = accepted
    if "pin" in said.fields:
        found["pinpoint"] = pinpoints(said.fields["pin"])
    if "items" in said.flags:
        found["pinpoint_scope"] = "items"
    if "note" in said.fields:
        found["note"] = said.fields["note"]
    if mark.flag == "?":
        found["optional"] = True
    return found


def same_instrument(source: Source, words: str, said: Attributes, other: Record) -> Record:
    """What a mention inherits from another one of the same instrument, under what its own span tells."""
    base = {k: v for k, v in other.items() if k in INHERITED}
    own: Record = {}
    if not words.endswith(" này"):
        kind = frozenset({base["kind"]}) & set(KINDS)
        own = told_by_span(source, words, said, said.fields.get("type") or base["type"], kind)
    if base["kind"] == "named" or (base["kind"] == "law" and "Luật số" not in words):
        own.pop("title", None)
    without_title = own.get("kind") == "numbered"
    return {k: v for k, v in (base | own).items() if not (k == "title" and without_title)}


def told_by_span(
    source: Source, words: str, said: Attributes, type_word: str | None, kind: frozenset[str] = frozenset()
) -> Record:
    """The fields that a span tells by itself; `type_word` is the type where the source names it."""
    type_word = type_word or type_of(words)
    marked = (said.flags | kind) & set(KINDS)
    number = NUMBER.search(DATE.sub(" ", words).translate(CYRILLIC))
    found: Record = {"type": type_word, "kind": kind_of(words, type_word, marked)}
    if number and not marked:
        found["number"] = canonical_number(number[0])
    if dated := list(DATE.finditer(words)):
        day, month, year = (g for g in dated[-1].groups() if g)
        found["date"] = f"{year}-{int(month):02}-{int(day):02}"
    match found["kind"]:
        case "law":
            return found | law_fields(words, type_word, dated=bool(dated))
        case "named":
            typed = words.casefold().startswith(type_word.casefold())
            title = re.sub('[“”"]', "", words[len(type_word) :] if typed else words).strip()
            return found | ({"title": title} if title else {})
        case "party":
            return found
    body, written = issuer_of(source, words, found.get("number"), given="issuer" in said.fields)
    return found | {k: v for k, v in (("issuer", body), ("issuer_as_written", written)) if v}


def kind_of(words: str, type_word: str, marked: frozenset[str]) -> str:
    if type_word in LAWS and not BARE_LAW_NUMBER.match(words):
        return "law"
    return next((kind for kind in ("party", "named") if kind in marked), "numbered")


def law_fields(words: str, type_word: str, *, dated: bool) -> Record:
    """Title, issuer and year of a law. An amending law's title runs to the year or date at its end."""
    tail = (AMENDING_LAW_TAIL if "sửa đổi, bổ sung" in words else LAW_TAIL).search(words)
    title = words[: tail.start()] if tail else words
    found: Record = {
        "title": title[: len(type_word)].capitalize() + title[len(type_word) :],
        "issuer": "Ủy ban Thường vụ Quốc hội" if type_word == "Pháp lệnh" else "Quốc hội",
    }
    year = re.search(r"(?:năm )?(\d{4})$", words)
    if year and not dated:
        found["year"] = int(year[1])
    return found


def type_of(words: str) -> str:
    for name in sorted(TYPES, key=len, reverse=True):
        if words.casefold().startswith(name.casefold()):
            return name
    raise SourceError(f"no type word at {words[:50]!r}")


def canonical_number(number: str) -> str:
    tight = re.sub(r"\s", "", number).translate(CYRILLIC).replace("Ð", "Đ").replace("&", "")
    return re.sub(r"/TƯ$", "/TW", tight)


def issuer_of(
    source: Source, words: str, number: str | None, *, given: bool
) -> tuple[str | None, str | None]:
    """The canonical body and, where the text names an officer or another body, what it writes."""
    by_number = body_by_number(source, number)
    named = re.search(r"(?i)[\d\w)] của (.+)$", words)
    if not named:
        return by_number, None
    written = BEHIND_ISSUER.sub("", named[1]).strip()
    bare = re.sub(r"(?i)^Bộ trưởng (?=Bộ )", "", written)
    lookup = {b.casefold(): b for b in KNOWN_BODIES | set(source.symbols.values())}
    lookup |= {k.casefold(): v for k, v in (BODIES | source.issuers).items()}
    body = lookup.get(written.casefold()) or lookup.get(bare.casefold())
    as_written = written if OFFICER.search(written) else None
    if body is None and not given:
        raise SourceError(f"no canonical body for {written!r} in {words!r}")
    if by_number and by_number != body and "contradiction" in source.head.get("allow", ""):
        return by_number, written
    return body, as_written


def body_by_number(source: Source, number: str | None) -> str | None:
    """The body that the symbol in a number stands for."""
    if not number:
        return None
    if re.search(r"[/-]QH\d+$", number):
        return "Quốc hội"
    if re.search(r"[/-]UBTVQH\d+$", number):
        return "Ủy ban Thường vụ Quốc hội"
    table = SYMBOLS | source.symbols
    return next((table[part] for part in reversed(re.split(r"[/-]", number)) if part in table), None)


def with_year(found: Record) -> Record:
    """The year, where a law's date or the number gives it."""
    number_year = re.match(r"\d+[a-z]?/(\d{4})/", found.get("number") or "")
    if "date" in found:
        year = {"year": int(found["date"][:4])} if found["kind"] == "law" else {}
        return {k: v for k, v in found.items() if k != "year"} | year
    return ({"year": int(number_year[1])} if number_year else {}) | found


def pinpoints(value: str) -> list[dict[str, str]] | dict[str, str]:
    """`5.2.a, m:3` as the guide writes pinpoints."""
    found: list[dict[str, str]] = []
    for part in (item.strip() for item in value.split(",")):
        if part.startswith("m:"):
            found.append({"section": part[2:]})
        elif part.startswith("pl:"):
            found.append({"annex": part[3:]})
        else:
            keys = ("article", "clause", "point")
            found.append({k: v for k, v in zip(keys, part.split("."), strict=False) if v != "_"})
    return found[0] if len(found) == 1 else found


def readings(source: Source, mark: Mark, said: Attributes, names: Mapping[str, str]) -> list[Record]:
    """The `accept` list: the other readings of the mark, those of a passive first."""
    inverse = said.relation in PASSIVE
    found: list[Record] = [
        {"relation": other, "from": "self", "inverse": False} for other in PASSIVE.get(said.relation, ())
    ]
    for reading in filter(None, (r.strip() for r in said.fields.get("accept", "").split(" / "))):
        if reading.startswith(("end~", "start~")):
            found.append(other_span(source, mark, reading))
            continue
        relation, arrow, reference = READING.match(reading).groups()  # type: ignore[union-attr]
        override: Record = {"relation": relation}
        if reference:
            override["from"] = names[reference]
        if inverse or arrow == "^":
            override["inverse"] = arrow == "^"
        found.append(override)
    return found


def other_span(source: Source, mark: Mark, reading: str) -> Record:
    """Another end or start of the span, given by the words there."""
    side, _, words = reading.partition("~")
    if side == "end":
        within = re.search(r"\s+".join(map(re.escape, flat(words).split())), mark.text)
        if within:
            return {"end": mark.start + within.end()}
    elif (before := source.text.rfind(words, 0, mark.start)) >= 0:
        return {"start": before}
    raise SourceError(f"{reading!r} does not stand at {flat(mark.text)!r}")
