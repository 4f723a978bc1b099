"""Three megabytes of one shape each: texts that lost their line breaks, lists without end, repeats.

    python -m pytest tests/bench/test_bench_shapes.py

Each line of the table is to be read beside that of ordinary text in the same run. What holds many citations
costs by the citation: their number a second stands beside the megabytes. Not part of the ordinary test run.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import cycle, islice

import pytest

from extractors.pipeline import extract
from tests.bench import corpora
from tests.bench.conftest import Measured

SIZE = 3_000_000
"""Bytes of each text."""


def ordinary() -> str:
    """Gazette texts one behind the other."""
    parts, size = [], 0
    for text in cycle(islice(corpora.each_vietnamese(), 60)):
        parts.append(text)
        size += len(text.encode())
        if size >= SIZE:
            break
    return _cut("".join(parts))


def _cut(text: str) -> str:
    return text.encode()[:SIZE].decode(errors="ignore")


def _repeated(unit: str) -> Callable[[], str]:
    return lambda: _cut(unit * (SIZE // len(unit.encode()) + 1))


def _counted(unit: str, count: int) -> Callable[[], str]:
    return lambda: "".join(unit.format(n=n) for n in range(1, count + 1))


SHAPES: dict[str, Callable[[], str]] = {
    "ordinary text": ordinary,
    "the same without line breaks": lambda: " ".join(ordinary().split("\n")),
    "the same without breaks and full stops": lambda: ordinary().translate(
        dict.fromkeys(map(ord, "\n.;"), " ")
    ),
    "one paragraph of citations": _repeated(
        "theo Nghị định số 80/2017/NĐ-CP ngày 17 tháng 7 năm 2017 của Chính phủ, Điều 5 Luật Giáo dục, "
    ),
    "sentences of one citation each": _repeated(
        "Thực hiện Quyết định số 12/QĐ-TTg ngày 3/4/2020 của Thủ tướng. "
    ),
    "a list of 50,000 numbers": _counted("số {n}/QĐ-UBND, ", 50_000),
    "50,000 numbers on lines": _counted("số {n}/QĐ-UBND\n", 50_000),
    "10,000 explained names": _counted("Đề án “Xây dựng {n}” (sau đây gọi tắt là Đề án {n}) ", 10_000),
    "10,000 amendments": _counted("Sửa đổi Thông tư số {n}/2018/TT-BTC: “Thông tư này hay.” ", 10_000),
    "articles": _repeated("Điều 1 "),
    "digits": _repeated("1234567890"),
    "brackets": _repeated("("),
    "commas": _repeated(","),
    "capitals": _repeated("QUYẾT ĐỊNH VỀ VIỆC BAN HÀNH "),
    "căn cứ": _repeated("căn cứ "),
    "và": _repeated("và "),
    "short lines": _counted("mục {n}\n", 100_000),
    "blank lines": _repeated("\n"),
}


@pytest.mark.parametrize("name", SHAPES)
def test_shape(report: Callable[[Measured], None], name: str) -> None:
    text = SHAPES[name]()
    extract(text[:20_000])
    start = time.process_time()
    found = extract(text).citations
    seconds = time.process_time() - start
    assert all(text[c.start : c.end] == c.text for c in found)
    report(Measured(name, len(text.encode()), len(found), seconds))
