"""Relations that others wrote for one policy area, as a check of recall of relations in the graph.

A relation is measured where the number of its target occurs in the text. `references` is met by any relation,
the others by the same, in the words of `SAME`: their vocabulary has no repeals, no guidance and no details.

    python -m tests.kg.policy_relations      print the figures and every relation that is not in the graph
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from extractors.pipeline import extract
from kg import vocab
from kg.graph import DocumentSource, document_graph
from kg.iris import Iris, number_slug, short_hash
from kg.store.embedded import EmbeddedStore
from ontology.slugs import slug

SHARED = Path(__file__).resolve().parents[3] / "shared"
SOURCE = SHARED / "thirdparty" / "policy-relations.json"
TEXTS = SHARED / "corpus" / "policy"
WRONG_LABELS = Path(__file__).with_name("policy-wrong-labels.csv")

SAME = {
    # Hướng dẫn and quy định chi tiết are ways of carrying an act out, which they call implementing.
    "implements": frozenset({"implements", "details", "guides"}),
    # "hết hiệu lực kể từ ngày …" and "bãi bỏ" are repeals by the annotation guide.
    "replaces": frozenset({"replaces", "repeals"}),
    "replaced_by": frozenset({"replaces", "repeals"}),
    # "Bãi bỏ Điều 2 của …": a repeal with a place, by the guide.
    "replaces_partially": frozenset({"part:replaces", "part:repeals"}),
    "amends": frozenset({"amends", "part:repeals", "part:replaces"}),
    "amended_by": frozenset({"amends"}),
}
"""Our relations that say the same as theirs; `part:` where only places inside the target are touched."""

INVERSE = {"replaced_by": "replaces", "amended_by": "amends"}
"""Their names for a relation read from its other end."""

OF_ANY_ACT = frozenset({"references", "amended_by"})
"""What their metadata says of an act that the document names, not of the document itself."""

CONSOLIDATED = "_VBHN_"
"""In the name of a consolidated text: it carries the words, and the relations, of the acts it joins."""


@dataclass(frozen=True, slots=True)
class Label:
    """One relation of their metadata: the document's file, the target's number as a slug, the relation."""

    file: str
    target: str
    relation: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the graph has for a label: the relations found, whether one of them is the same, or even of that
    very name; `wrong` says why the label is not what the text says.
    """

    label: Label
    found: frozenset[str]
    same: bool
    same_name: bool
    wrong: str | None


def labels() -> Iterator[Label]:
    """Their relations, all of them."""
    for file, document in json.loads(SOURCE.read_text(encoding="utf-8")).items():
        for related in document["related"]:
            yield Label(file, slug(related["doc_id"].replace("_", "/")), related["relationship"])


def wrong_labels() -> dict[Label, str]:
    """Labels that do not say what the text says, with the reason."""
    with WRONG_LABELS.open(encoding="utf-8", newline="") as file:
        return {
            Label(row["file"], row["target"], row["relation"]): row["reason"] for row in csv.DictReader(file)
        }


def outcomes() -> list[Outcome]:
    """Every label whose number occurs in the text, held against the document's graph."""
    graphs: dict[str, tuple[str, dict[str, set[tuple[str, bool]]]]] = {}
    wrong, found = wrong_labels(), []
    for label in labels():
        if label.file not in graphs:
            graphs[label.file] = _graph(label.file)
        text, relations = graphs[label.file]
        spellings = _spellings(label.target)
        if not any(f"-{spelling}-" in text for spelling in spellings):
            continue
        said = {pair for spelling in spellings for pair in relations.get(spelling, ())}
        anyone = label.relation in OF_ANY_ACT or CONSOLIDATED in label.file
        names = frozenset(name for name, own in said if own or anyone)
        same = bool(names & SAME[label.relation]) if label.relation in SAME else bool(names)
        name = INVERSE.get(label.relation, label.relation)
        same_name = name in names if label.relation in SAME else bool(names)
        found.append(Outcome(label, names, same, same_name, wrong.get(label)))
    return found


def _spellings(target: str) -> set[str]:
    """A number with and without its year and its leading zero; none for what has no number."""
    if not target[:1].isdigit():
        return set()
    plain = {target, re.sub(r"^(\d+)-(?:19|20)\d\d-", r"\1-", target)}
    return {number_slug(spelling) for spelling in plain} | {spelling.lstrip("0") for spelling in plain}


def _graph(file: str) -> tuple[str, dict[str, set[tuple[str, bool]]]]:
    """The text as a slug, and for each number the relations it stands in, with whether to the document."""
    with (TEXTS / file).open(encoding="utf-8", newline="") as opened:
        text = opened.read()
    store, iris, sha256 = EmbeddedStore.in_memory(), Iris(), "0" * 64
    store.bulk_load(document_graph(extract(text), DocumentSource(sha256, file), iris).nquads())
    rows = store.select(f"SELECT ?own {{ ?own dch:sourceDocument <{iris.document(short_hash(sha256))}> }}")
    own = {row["own"] for row in rows}
    relations: dict[str, set[tuple[str, bool]]] = {}
    for row in store.select(
        "SELECT ?r ?p ?citing ?cited ?from ?to { ?c dch:relation ?r ; dch:citing ?citing ; dch:cited ?cited "
        "OPTIONAL { ?c dch:pinpoint ?p } OPTIONAL { ?citing eli:id_local ?from } "
        "OPTIONAL { ?cited eli:id_local ?to } }"
    ):
        name: str = vocab.relation_names()[row["r"].value]
        partly = row["p"] is not None and name in ("repeals", "replaces")
        for number, other in ((row["from"], row["cited"]), (row["to"], row["citing"])):
            if number is not None:
                said = (f"part:{name}" if partly else name, other in own)
                relations.setdefault(slug(number.value), set()).add(said)
    return f"-{slug(text)}-", relations


def main() -> None:
    """Print the figures and what is missing."""
    found = outcomes()
    right = [outcome for outcome in found if outcome.wrong is None]
    print(
        f"{len(found)} whose number occurs: {sum(bool(o.found) for o in found)} by any relation, "
        f"{sum(o.same_name for o in found)} by the name, {sum(o.same for o in found)} by the same; "
        f"{sum(o.same for o in right)} of {len(right)} without the labels named as wrong"
    )
    for outcome in found:
        if not outcome.same:
            print(outcome)


if __name__ == "__main__":
    main()
