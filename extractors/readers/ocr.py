"""Character recognition by Tesseract with its Vietnamese data."""

from __future__ import annotations

import csv
import io
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from extractors.readers import tools
from extractors.readers.blocks import Run
from extractors.readers.errors import Reason, UnreadableFile
from extractors.readers.limits import Limits
from extractors.readers.models import Source
from extractors.readers.pdf_furniture import Page
from extractors.readers.pdf_glyphs import PageGlyphs
from extractors.readers.pdf_lines import Line

LANGUAGE = "vie"
USUAL_DOTS_PER_INCH = 300
"""What offices scan at, for pictures that do not say."""
_POINTS_PER_INCH = 72


def require_ocr(limits: Limits) -> str:
    """Where Tesseract is; raises `UnreadableFile` when it is switched off, missing or lacks Vietnamese."""
    if not limits.ocr:
        raise UnreadableFile(Reason.OCR_OFF)
    program = tools.find("tesseract")
    if program is None:
        raise UnreadableFile(Reason.OCR_MISSING)
    if LANGUAGE not in _languages(program):
        raise UnreadableFile(Reason.OCR_LANGUAGE_MISSING)
    return program


@cache
def _languages(program: str) -> frozenset[str]:
    try:
        done = subprocess.run([program, "--list-langs"], capture_output=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    return frozenset((done.stdout + done.stderr).decode("utf-8", errors="replace").split())


@dataclass(frozen=True, slots=True)
class _Word:
    """A word with its box in dots from the top left of the picture."""

    line: tuple[int, int, int]
    x0: float
    x1: float
    bottom: float
    height: float
    text: str
    confidence: float


def recognise(
    picture: bytes, source: Source, number: int, dots_per_inch: int = USUAL_DOTS_PER_INCH
) -> tuple[Page, float]:
    """The lines of a picture in any format Tesseract reads, and its mean confidence, 0 to 1.

    Places are in points, 72 an inch, as those of printed pages.
    """
    program = require_ocr(source.limits)
    scale = _POINTS_PER_INCH / dots_per_inch
    command = [program, "stdin", "stdout", "-l", LANGUAGE, "--psm", "3", "--dpi", str(dots_per_inch), "tsv"]
    table = tools.run(command, source, picture)
    rows = list(csv.DictReader(io.StringIO(table.decode("utf-8", "replace")), delimiter="\t", quoting=3))
    words = list(_words(rows, scale))
    width, height = _size(rows, scale)
    lines = sorted(_lines(words), key=lambda line: (line.y, line.x0))
    letters = sum(len(word.text) for word in words)
    confidence = sum(word.confidence * len(word.text) for word in words) / letters if letters else 0.0
    return Page(PageGlyphs(number, width, height, ()), tuple(lines)), confidence


def _words(rows: Iterable[dict[str, str]], scale: float) -> Iterator[_Word]:
    for row in rows:
        text = (row.get("text") or "").strip()
        if row.get("level") != "5" or not text:
            continue
        try:
            left, top, width, height = (
                float(row[name]) * scale for name in ("left", "top", "width", "height")
            )
            line = (int(row["block_num"]), int(row["par_num"]), int(row["line_num"]))
            confidence = max(0.0, float(row["conf"])) / 100
        except (KeyError, ValueError, TypeError):
            continue
        yield _Word(line, left, left + width, top + height, height, text, confidence)


def _size(rows: Sequence[dict[str, str]], scale: float) -> tuple[float, float]:
    """Width and height of the picture, which Tesseract tells in its first row."""
    try:
        return float(rows[0]["width"]) * scale, float(rows[0]["height"]) * scale
    except (IndexError, KeyError, ValueError, TypeError):
        return 0.0, 0.0


def _lines(words: Sequence[_Word]) -> Iterator[Line]:
    """Words on lines as Tesseract found them, cut where a wide blank parts two columns."""
    if not words:
        return
    usual = sorted(word.height for word in words)[len(words) // 2] / _HEIGHT_OF_SIZE
    for _, group in groupby(words, key=lambda word: word.line):
        pieces: list[list[_Word]] = []
        for word in group:
            if pieces and word.x0 - pieces[-1][-1].x1 <= _COLUMN_GAP * usual:
                pieces[-1].append(word)
            else:
                pieces.append([word])
        for piece in pieces:
            yield _line(piece, usual)


def _line(words: Sequence[_Word], usual: float) -> Line:
    size = sorted(word.height for word in words)[len(words) // 2] / _HEIGHT_OF_SIZE
    if 0.6 < size / usual < 1.5:
        size = usual
    baseline = sorted(word.bottom for word in words)[len(words) // 2] - 0.1 * size
    text = " ".join(word.text for word in words)
    first = words[0]
    return Line(first.x0, words[-1].x1, baseline, size, (Run(text),), first.x1 - first.x0)


_HEIGHT_OF_SIZE = 0.85
"""Height of a word's box with Vietnamese marks, in letter sizes."""
_COLUMN_GAP = 2.0
