"""Checks of one document's citations against their own words, the tables and the rest of the dataset.

Each check is a function of a `Cited` that gives problems; `check` runs them all. They speak up only where
something known contradicts something stated: what is unknown is no problem.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

import ontology
from extractors.numbers import AS_LATIN, canonical_signs, known_symbol, sign_key
from kg.facts.endings import Ending
from kg.facts.force import Force
from kg.problems.found import Found
from kg.resolve.authority import KnownInstrument
from kg.resolve.keys import issuer_identity

_RESTING = frozenset({"implements", "based_on", "details", "guides"})
"""Relations by which an instrument leans on another, so that the other should be in force."""

YEAR_IN_NUMBER_SINCE = date(1997, 1, 1)
"""Since the law of 1996 on legal normative documents their numbers hold the year."""

_NORMATIVE = frozenset({"nghi-dinh", "thong-tu", "thong-tu-lien-tich", "nghi-quyet-lien-tich"})
# "40/2026/NĐ-СР", "2457 /QĐ-BGD&ĐT": anything that looks like a number, however its signs are spelt.
_WRITTEN = re.compile(r"\d+[a-z]?\s?[/-]\s?[^\W_]+(?:\s?[/&-]\s?[^\W_]+)*")
# "80/2017/NĐ-CP": a running number, the year if it is there, the signs.
_PARTS = re.compile(r"^(?P<running>\d+[a-zA-Zđ]*)(?:[/-](?P<year>(?:19|20)\d\d))?[/-](?P<symbol>.+)$")


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation with all that the checks ask.

    `instrument` is what the mention finally stands for, `known` its row in the tables, `day` the date that
    the mention gives, `known_day` the one known otherwise. `citing_day` is the day of the instrument that
    cites, `own` whether that is the document itself. `force` is from when to when the instrument has effect,
    `endings` act upon it. `name` gives the short name of any instrument.
    """

    citation: str
    hash: str
    quote: str
    instrument: str
    relation: str
    inverse: bool
    own: bool
    rules: tuple[str, ...]
    type: str
    number: str | None
    issuer: str | None
    issuer_as_written: str | None
    day: date | None
    year: int | None
    known_day: date | None
    citing_day: date | None
    quotes_older_text: bool
    known: KnownInstrument | None
    force: Force
    endings: tuple[Ending, ...]
    candidates: tuple[str, ...]
    name: Callable[[str], str]

    @property
    def label(self) -> str:
        """A short name of the instrument."""
        return self.name(self.instrument)


def check(cited: Cited) -> list[Found]:
    """All problems of one citation."""
    return [found for test in CHECKS if (found := test(cited))]


def _found(
    cited: Cited, kind: str, vi: str, en: str, *, concerns: str | None = None, rests_on: Iterable[str] = ()
) -> Found:
    return Found(
        kind,
        concerns or cited.instrument,
        vi,
        en,
        (cited.citation,),
        cited.hash,
        tuple(sorted(set(rests_on))),
    )


def issuer_contradicts_number(cited: Cited) -> Found | None:
    """`Nghị định 80/2017/NĐ-CP … của Thủ tướng Chính phủ`: the number is the Government's."""
    if "issuer-contradicts-number" in cited.rules:
        written, issuer = cited.issuer_as_written, cited.issuer
        return _found(
            cited,
            "issuer-contradicts-number",
            f"“{cited.quote}” ghi cơ quan ban hành là {written}; số ký hiệu {cited.number} là của {issuer}.",
            f"“{cited.quote}” names {written} as issuer; the number {cited.number} is that of {issuer}.",
        )
    return None


def issuer_contradicts_known(cited: Cited) -> Found | None:
    """The issuer as the mention gives it is another than that of the tables."""
    known = cited.known.naming.issuer if cited.known else None
    if not known or not cited.issuer or cited.issuer_as_written:
        return None
    if issuer_identity(cited.issuer).slug != issuer_identity(known).slug:
        return _found(
            cited,
            "issuer-contradicts-known",
            f"“{cited.quote}” là văn bản của {cited.issuer}; {cited.label} được biết là của {known}.",
            f"“{cited.quote}” is given to {cited.issuer}; {cited.label} is known to be of {known}.",
        )
    return None


def date_contradicts_known(cited: Cited) -> Found | None:
    """The mention's date is not that of the tables or of the instrument's own text."""
    if cited.day and cited.known_day and cited.day != cited.known_day:
        return _found(
            cited,
            "date-contradicts-known",
            f"Lần nhắc tới ghi ngày {_vi(cited.day)}; {cited.label} được biết là ban hành ngày "
            f"{_vi(cited.known_day)}.",
            f"The mention gives {cited.day}; {cited.label} is known to be of {cited.known_day}.",
        )
    return None


def cited_after_citing(cited: Cited) -> Found | None:
    """Nobody cites the future; only what the document itself cites can be held against its day."""
    if not cited.own or cited.inverse or cited.citing_day is None or cited.quotes_older_text:
        return None
    later = cited.day or cited.known_day
    if (later and later > cited.citing_day) or (
        not later and cited.year and cited.year > cited.citing_day.year
    ):
        vi, en = (_vi(later), str(later)) if later else (f"năm {cited.year}", f"the year {cited.year}")
        return _found(
            cited,
            "cited-after-citing",
            f"{cited.label} là của {vi}, sau ngày viện dẫn {_vi(cited.citing_day)}.",
            f"{cited.label} is of {en}, later than the day of citing, {cited.citing_day}.",
        )
    return None


def cited_ended(cited: Cited) -> Found | None:
    """What was cited to rest on had been replaced, repealed or had expired by then; or has been since."""
    if not cited.own or cited.inverse or cited.relation not in _RESTING or cited.quotes_older_text:
        return None
    day = cited.citing_day
    if day is None:
        return None
    whole = [act for act in cited.endings if act.whole and act.kind in ("replaces", "repeals") and act.day]
    ended = [act for act in whole if (act.effective or act.day or date.max) <= day]
    if ended:
        act = ended[0]
        by, since = cited.name(act.by), act.effective or act.day
        kind = "cited-replaced" if act.kind == "replaces" else "cited-repealed"
        vi = "thay thế" if act.kind == "replaces" else "bãi bỏ"
        en = "replaced" if act.kind == "replaces" else "repealed"
        return _found(
            cited,
            kind,
            f"{cited.label} đã bị {by} {vi} từ {_vi(since)}, trước ngày viện dẫn {_vi(day)}.",
            f"{cited.label} had been {en} by {by} since {since}, before the day of citing, {day}.",
            rests_on=_documents(act),
        )
    expired = cited.force.ends
    if expired and expired <= day:
        return _found(
            cited,
            "cited-expired",
            f"{cited.label} đã hết hiệu lực từ {_vi(expired)}, trước ngày viện dẫn {_vi(day)}.",
            f"{cited.label} had expired on {expired}, before the day of citing, {day}.",
            rests_on=_stating(cited.force),
        )
    if whole and cited.relation == "implements":
        act = whole[0]
        by, since = cited.name(act.by), act.effective or act.day
        return _found(
            cited,
            "plan-on-ended-instrument",
            f"{cited.label} mà văn bản này thực hiện đã bị {by} thay thế hoặc bãi bỏ (từ {_vi(since)}).",
            f"{cited.label}, which this instrument carries out, has been ended by {by} (since {since}).",
            rests_on=_documents(act),
        )
    return None


def cited_not_yet_effective(cited: Cited) -> Found | None:
    """Issued but not yet in force on the day of citing: no error by itself."""
    effective = cited.force.begins
    day = cited.citing_day
    if not (effective and day and cited.own) or cited.inverse or cited.relation not in _RESTING:
        return None
    issued = cited.known_day or cited.day
    if issued and issued <= day < effective:
        return _found(
            cited,
            "cited-not-yet-effective",
            f"{cited.label} có hiệu lực từ {_vi(effective)}, sau ngày viện dẫn {_vi(day)}.",
            f"{cited.label} takes effect on {effective}, after the day of citing, {day}.",
            rests_on=_stating(cited.force),
        )
    return None


def number_impossible(cited: Cited) -> Found | None:
    """The signs of the number are no known type's and no known body's."""
    match = _PARTS.match(cited.number or "")
    if match and not known_symbol(canonical_signs(match["symbol"])[0]):
        return _found(
            cited,
            "number-impossible",
            f"Ký hiệu “{match['symbol']}” trong {cited.number} không phải của loại văn bản hay cơ quan nào "
            "đã biết.",
            f"The symbol “{match['symbol']}” in {cited.number} is that of no known type or body.",
        )
    return None


def missing_year(cited: Cited) -> Found | None:
    """A normative number without its year: `06/TTLT-BGDĐT-BNV` of 2015."""
    match = _PARTS.match(cited.number or "")
    if not match or match["year"] or cited.type not in _NORMATIVE:
        return None
    if cited.day and cited.day < YEAR_IN_NUMBER_SINCE:
        return None
    whole = f"{match['running']}/{cited.day.year}/{match['symbol']}" if cited.day else None
    vi = f" Theo ngày ban hành, số ký hiệu đầy đủ là {whole}." if whole else ""
    en = f" By its date the whole number is {whole}." if whole else ""
    return _found(
        cited,
        "missing-year",
        f"Số ký hiệu {cited.number} của văn bản quy phạm pháp luật thiếu năm ban hành.{vi}",
        f"The number {cited.number} of a legal normative instrument lacks its year.{en}",
    )


def number_not_canonical(cited: Cited) -> Found | None:
    """The number is spelt otherwise than prescribed: `BGD&ĐT`, `TT-BTС` with a Cyrillic С."""
    if not cited.number or cited.number in "".join(cited.quote.split()):
        return None
    for match in _WRITTEN.finditer(cited.quote):
        written = "".join(match[0].split())
        same = sign_key(written.translate(AS_LATIN)) == sign_key(cited.number)
        if same and written.casefold() != cited.number.casefold():
            return _found(
                cited,
                "number-not-canonical",
                f"“{written}” viết khác thể thức; số ký hiệu đúng là {cited.number}.",
                f"“{written}” is not spelt as prescribed; the number is {cited.number}.",
            )
    return None


def ambiguous_name(cited: Cited) -> Found | None:
    """The name fits two instruments and nothing says which."""
    if len(cited.candidates) > 1:
        names = "; ".join(cited.name(iri) for iri in cited.candidates)
        return _found(
            cited,
            "ambiguous-name",
            f"“{cited.quote}” hợp với nhiều văn bản: {names}.",
            f"“{cited.quote}” fits several instruments: {names}.",
        )
    return None


def issuer_not_yet_existing(cited: Cited) -> Found | None:
    """The issuer was not founded yet, or was gone, on the date given."""
    day = cited.day
    if day is None or cited.issuer is None:
        return None
    for body in ontology.bodies_by_name().get(ontology.key(cited.issuer), ()):
        if body.valid_from and day < body.valid_from:
            vi, en = f"chưa thành lập (từ {_vi(body.valid_from)})", f"did not exist before {body.valid_from}"
        elif body.valid_to and day > body.valid_to:
            vi, en = f"không còn từ sau {_vi(body.valid_to)}", f"ended on {body.valid_to}"
        else:
            return None
        return _found(
            cited,
            "issuer-not-yet-existing",
            f"{body.name} {vi}, mà {cited.label} ghi ngày {_vi(day)}.",
            f"{body.name} {en}, yet {cited.label} is dated {day}.",
        )
    return None


CHECKS: tuple[Callable[[Cited], Found | None], ...] = (
    issuer_contradicts_number, issuer_contradicts_known, date_contradicts_known, cited_after_citing,
    cited_ended, cited_not_yet_effective, number_impossible, missing_year, number_not_canonical,
    ambiguous_name, issuer_not_yet_existing,
)  # fmt: skip


def _documents(act: Ending) -> Iterator[str]:
    if act.citation:
        yield act.citation.partition("/c/")[0]


def _stating(force: Force) -> tuple[str, ...]:
    return tuple(sorted({one.document for one in force.statements}))


def _vi(day: date | None) -> str:
    return f"{day.day:02d}/{day.month:02d}/{day.year}" if day else "?"
