"""Numbers that an office program draws before list items and headings, written out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip

BULLET = "-"
MOST_LEVELS = 10
_LARGEST = 100_000


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: its form of number, the text around it ("Điều %1."), its first value."""

    form: str = "decimal"
    pattern: str = "%1."
    start: int = 1


@dataclass(slots=True)
class ListCounter:
    """Counts the items of one list over its levels."""

    levels: Mapping[int, Level]
    counts: dict[int, int] = field(default_factory=dict)

    def next(self, depth: int) -> str:
        """The label of the next item at `depth` (from 0): "1.", "a)", "Điều 3.", "-"."""
        depth = min(max(depth, 0), MOST_LEVELS - 1)
        level = self.levels.get(depth, Level())
        self.counts[depth] = min(self.counts.get(depth, level.start - 1) + 1, _LARGEST)
        for deeper in [key for key in self.counts if key > depth]:
            del self.counts[deeper]
        if level.form in {"none", ""}:
            return ""
        if level.form == "bullet":
            return BULLET
        label = level.pattern
        for index in range(depth, -1, -1):
            outer = self.levels.get(index, Level())
            label = label.replace(f"%{index + 1}", written(self.counts.get(index, outer.start), outer.form))
        return label


def written(value: int, form: str) -> str:
    """A count in the form an office format names: 4 → "4", "IV", "d", "04"."""
    if form in {"lowerLetter", "a"}:
        return _letters(value)
    if form in {"upperLetter", "A"}:
        return _letters(value).upper()
    if form in {"upperRoman", "I"}:
        return _roman(value)
    if form in {"lowerRoman", "i"}:
        return _roman(value).lower()
    if form == "decimalZero":
        return f"{value:02d}"
    if form in {"none", ""}:
        return ""
    return str(value)


def _letters(value: int) -> str:
    """1 → "a", 26 → "z", 27 → "aa", as office programs count."""
    if value < 1:
        return ""
    repeat, index = divmod(value - 1, 26)
    return chr(ord("a") + index) * (repeat + 1)


def _roman(value: int) -> str:
    if not 0 < value < 4000:
        return str(value)
    parts: list[str] = []
    for number, letters in _ROMAN:
        times, value = divmod(value, number)
        parts.append(letters * times)
    return "".join(parts)
