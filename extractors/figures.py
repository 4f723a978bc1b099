"""The figures of the annotation guide: precision, recall, F1, shares, and the errors behind them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

FIELDS = ("type", "number", "date", "year", "issuer", "pinpoint")
"""The fields of a citation whose values are judged one by one."""


@dataclass(frozen=True, slots=True)
class Error:
    """One thing that is wrong: in which document, what (`missed`, `spurious`, a field …), and where."""

    file: str
    what: str
    start: int
    text: str
    detail: str


@dataclass(frozen=True, slots=True)
class Figures:
    """Precision, recall and F1; 1.0 where there was nothing to find or to be wrong about."""

    right: int
    wrong: int
    missing: int

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missing) if self.right + self.missing else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many; `value` is None where there were none."""

    part: int
    whole: int

    @property
    def value(self) -> float | None:
        return self.part / self.whole if self.whole else None


@dataclass(frozen=True, slots=True)
class Report:
    """Every figure of the guide over all documents, by kind, and the errors in the order of the documents."""

    lenient: Figures
    strict: Figures
    edges: Figures
    fields: Mapping[str, Share]
    head: Share
    relation: Share
    full: Share
    unsupported: Share
    sure_right: Share
    right_sure: Share
    traps: int
    kinds: Mapping[str, Figures]
    errors: tuple[Error, ...]

    def rows(self) -> tuple[tuple[str, float | int | None], ...]:
        """The table that `danchieu eval` prints: (figure, value), None where nothing was measured."""
        return (
            ("gold", self.lenient.right + self.lenient.missing),
            ("predicted", self.lenient.right + self.lenient.wrong),
            ("lenient_p", self.lenient.precision),
            ("lenient_r", self.lenient.recall),
            ("lenient_f1", self.lenient.f1),
            ("strict_f1", self.strict.f1),
            *((f"{name}_acc", self.fields[name].value) for name in FIELDS),
            ("head_acc", self.head.value),
            ("relation_acc", self.relation.value),
            ("edge_p", self.edges.precision),
            ("edge_r", self.edges.recall),
            ("edge_f1", self.edges.f1),
            ("full_acc", self.full.value),
            ("unsupported", self.unsupported.value),
            ("conf90_p", self.sure_right.value),
            ("conf90_share", self.right_sure.value),
            ("traps", self.traps),
        )

    def kind_rows(self) -> tuple[tuple[str, int, float, float, float], ...]:
        """(kind, gold records, precision, recall, F1) for each kind that occurs."""
        return tuple(
            (kind, f.right + f.missing, f.precision, f.recall, f.f1) for kind, f in sorted(self.kinds.items())
        )

    def as_dict(self) -> dict[str, Any]:
        """The figures as plain data, for `--format json`."""
        kinds = {k: {"n": n, "p": p, "r": r, "f1": f1} for k, n, p, r, f1 in self.kind_rows()}
        return {**dict(self.rows()), "kinds": kinds}
