"""Character recognition by Tesseract with its Vietnamese data."""

from __future__ import annotations

import csv
import io
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from extractors.readers import tools
from extractors.readers.blocks import Block, Run
from extractors.readers.errors import Reason, UnreadableFile
from extractors.readers.limits import Limits
from extractors.readers.models import Source
from extractors.readers.pdf_paragraphs import glue_between

LANGUAGE = "vie"


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
    paragraph: tuple[int, int]
    line: int
    text: str
    confidence: float


def recognise(picture: bytes, source: Source, page: int | None = None) -> tuple[list[Block], float]:
    """The paragraphs of a picture in any format Tesseract reads, and its mean confidence, 0 to 1."""
    program = require_ocr(source.limits)
    table = tools.run([program, "stdin", "stdout", "-l", LANGUAGE, "--psm", "3", "tsv"], source, picture)
    words = list(_words(table.decode("utf-8", errors="replace")))
    blocks: list[Block] = []
    for _, paragraph in groupby(words, key=lambda word: word.paragraph):
        text = ""
        for _, line in groupby(paragraph, key=lambda word: word.line):
            written = " ".join(word.text for word in line)
            text = text + glue_between(text, written) + written if text else written
        blocks.append(Block(runs=[Run(text)], page=page))
    letters = sum(len(word.text) for word in words)
    confidence = sum(word.confidence * len(word.text) for word in words) / letters if letters else 0.0
    return blocks, confidence


def _words(table: str) -> Iterator[_Word]:
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = (row.get("text") or "").strip()
        if row.get("level") != "5" or not text:
            continue
        try:
            yield _Word(
                paragraph=(int(row["block_num"]), int(row["par_num"])),
                line=int(row["line_num"]),
                text=text,
                confidence=max(0.0, float(row["conf"])) / 100,
            )
        except (KeyError, ValueError, TypeError):
            continue
