"""How good an extraction is: the figures of the annotation guide, over documents and by kind.

Gold and predictions are lists with one entry a document, as the guide defines them (`extractors.gold` writes
the predictions). A *strict* match has the span of the gold, a *lenient* one shares half of the union with it;
both must name the same instrument. `evaluate` gives every figure and says of each error where it stands.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import get_args

from extractors.figures import FIELDS, Error, Figures, Report, Share
from extractors.matching import Entry, edges, exact, folded, pair, places, readings, touches, year_of
from extractors.models import SELF, Relation

RELATIONS = frozenset(get_args(Relation))
SURE = 0.9
"""The confidence from which a prediction counts as sure."""
HEAD_FIELDS = ("type", "number", "issuer", "date")
"""The fields of a document's head that are judged."""


class ScoringError(ValueError):
    """A gold or prediction file that cannot be scored; the message names the document and the record."""


def evaluate(gold: Sequence[Entry], predicted: Sequence[Entry]) -> Report:
    """Score predictions against gold, document by document (matched by base name).

    Raises ScoringError where a record has no id of its own, an unknown relation or a `from` to nowhere.
    """
    predictions = {base_name(entry): checked(entry) for entry in predicted}
    tally = Tally()
    for entry in gold:
        file = base_name(checked(entry))
        if file not in predictions:
            tally.error(file, "no prediction")
        Document(file, entry, predictions.get(file, {}), tally).score()
    return tally.report()


def base_name(entry: Entry) -> str:
    return str(entry["file"]).replace("\\", "/").rsplit("/", 1)[-1]


def checked(entry: Entry) -> Entry:
    """The entry, if every record can be scored."""
    ids = [record.get("id") for record in entry["citations"]]
    if None in ids or len(set(ids)) < len(ids):
        raise ScoringError(f"{entry['file']}: every citation needs an id of its own")
    for record in entry["citations"]:
        if record.get("relation") not in RELATIONS or record.get("from", SELF) not in (*ids, SELF):
            raise ScoringError(f"{entry['file']}: {record['id']}: unknown relation or from")
    return entry


@dataclass(slots=True)
class Tally:
    """What is counted over all documents."""

    n: Counter[str] = field(default_factory=Counter)
    kinds: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    errors: list[Error] = field(default_factory=list)

    def error(self, file: str, what: str, start: int = 0, text: str = "", detail: str = "") -> None:
        self.errors.append(Error(file, what, start, text, detail))

    def judge(self, name: str, ok: bool) -> bool:
        """Count one chance to be right."""
        self.n[f"{name} all"] += 1
        self.n[f"{name} ok"] += ok
        return ok

    def share(self, name: str) -> Share:
        return Share(self.n[f"{name} ok"], self.n[f"{name} all"])

    def report(self) -> Report:
        n = self.n
        right, wrong, missing, strict = n["right"], n["wrong"], n["missing"], n["strict"]
        return Report(
            lenient=Figures(right, wrong, missing),
            strict=Figures(strict, right + wrong - strict, right + missing - strict),
            edges=Figures(n["edge right"], n["edge wrong"], n["edge missing"]),
            fields={name: self.share(name) for name in FIELDS},
            head=self.share("head"),
            relation=self.share("relation"),
            full=self.share("full"),
            unsupported=self.share("unsupported"),
            sure_right=self.share("sure"),
            right_sure=Share(n["sure ok"], right),
            traps=n["trap"],
            kinds={k: Figures(c["right"], c["wrong"], c["missing"]) for k, c in self.kinds.items()},
            errors=tuple(self.errors),
        )


@dataclass(frozen=True, slots=True)
class Document:
    """One document's gold and prediction, on their way into the tally."""

    file: str
    gold: Entry
    predicted: Entry
    tally: Tally

    def score(self) -> None:
        self.score_head()
        records = [r for r in self.gold["citations"] if not r.get("optional")]
        left_open = [r for r in self.gold["citations"] if r.get("optional")] + list(
            self.gold.get("optional", ())
        )
        predictions = list(self.predicted.get("citations", ()))
        pairs = pair(records, predictions)
        matched = {id(p) for _, p in pairs}
        counted = [p for p in predictions if id(p) in matched or not touches(p, left_open)]
        for record, prediction in pairs:
            self.score_pair(record, prediction)
        self.score_rest(records, pairs, counted)
        self.score_edges(records, pairs, counted)
        for prediction in counted:
            if (prediction.get("confidence") or 0) >= SURE:
                self.tally.judge("sure", id(prediction) in matched)

    def score_head(self) -> None:
        head = self.predicted.get("document") or {}
        for name in HEAD_FIELDS:
            expected, given = self.gold["document"].get(name), head.get(name)
            if not expected:
                continue
            same = folded if name in ("type", "issuer") else str
            if not self.tally.judge("head", bool(given) and same(expected) == same(given)):
                self.tally.error(self.file, "head", 0, name, f"{given!r} for {expected!r}")

    def score_pair(self, gold: Entry, prediction: Entry) -> None:
        """The fields and the relation of a matched pair."""
        n = self.tally.n
        n["right"] += 1
        self.tally.kinds[gold["kind"]]["right"] += 1
        n["strict"] += exact(gold, prediction)

        def same_name(name: str) -> bool:
            return folded(gold.get(name)) == folded(prediction.get(name))

        year = year_of(prediction)
        self.tally.judge(
            "full",
            same_name("type")
            and year_of(gold) in (None, year)
            and (not gold.get("issuer") or same_name("issuer")),
        )
        self.tally.judge(
            "unsupported",
            bool(prediction.get("pinpoint") and not gold.get("pinpoint"))
            or bool(year and not year_of(gold))
            or bool(prediction.get("date") and not gold.get("date"))
            or bool(gold["kind"] == "named" and prediction.get("number")),
        )
        for name in FIELDS:
            expected, given = gold.get(name), prediction.get(name)
            if not expected:
                continue
            match name:
                case "type" | "issuer":
                    ok = same_name(name)
                case "year":
                    ok = str(expected) == year
                case "pinpoint":
                    ok = places(expected) == places(given)
                case _:
                    ok = expected == given
            if not self.tally.judge(name, ok):
                self.tally.error(self.file, name, gold["start"], gold["text"], f"{given!r} for {expected!r}")
        stated = prediction.get("relation"), bool(prediction.get("inverse"))
        if not self.tally.judge(
            "relation", any((r["relation"], bool(r.get("inverse"))) == stated for r in readings(gold))
        ):
            detail = f"{stated[0]} for {gold['relation']}"
            self.tally.error(self.file, "relation", gold["start"], gold["text"], detail)

    def score_rest(
        self, records: Sequence[Entry], pairs: Sequence[tuple[Entry, Entry]], counted: Sequence[Entry]
    ) -> None:
        """What was missed, and what was reported without being there."""
        found, answered = {id(g) for g, _ in pairs}, {id(p) for _, p in pairs}
        for record in records:
            if id(record) not in found:
                self.tally.n["missing"] += 1
                self.tally.kinds[record["kind"]]["missing"] += 1
                self.tally.error(self.file, "missed", record["start"], record["text"], record["kind"])
        for prediction in counted:
            if id(prediction) in answered:
                continue
            kind = prediction.get("kind") or ("numbered" if prediction.get("number") else "named")
            trapped = touches(prediction, self.gold.get("not_citations", ()))
            self.tally.n["wrong"] += 1
            self.tally.kinds[kind]["wrong"] += 1
            self.tally.n["trap"] += trapped
            what, text = "trap" if trapped else "spurious", str(prediction.get("text", ""))
            detail = str(prediction.get("number") or prediction.get("title") or "")
            self.tally.error(self.file, what, prediction["start"], text, detail)

    def score_edges(
        self, records: Sequence[Entry], pairs: Sequence[tuple[Entry, Entry]], counted: Sequence[Entry]
    ) -> None:
        """The set of edges the document states, against the set that was read."""
        expected = edges(records, {})
        given = edges(counted, {id(p): g for g, p in pairs}).keys()
        allowed = set().union(*expected.values())
        right = sum(bool(accepted & given) for accepted in expected.values())
        self.tally.n["edge right"] += right
        self.tally.n["edge missing"] += len(expected) - right
        for stray in given - allowed:
            self.tally.n["edge wrong"] += 1
            self.tally.error(self.file, "edge", 0, " ".join(stray), "not in gold")
