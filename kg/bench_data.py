"""A synthetic corpus for benches: documents of the right shape and number, without any text worth reading.

Provinces answer central instruments from 2005 to 2025. How often an instrument is cited follows Zipf's law;
nobody cites the future; one mention in twelve is short of its date and year. The same seed gives the same
documents, and every document goes the way of a real one after its extraction.
"""

from __future__ import annotations

import hashlib
import math
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import ontology
from extractors.models import Citation, Evidence, Extraction, Head, Relation
from kg.graph import DocumentSource, document_graph
from kg.ingest.batch import Progress, tool_version
from kg.ingest.workspace import Workspace
from kg.written import written

FIRST_DAY, LAST_DAY = date(2005, 1, 1), date(2025, 12, 31)
CENTRAL_SHARE = 0.05
"""Central documents among all."""

_CENTRAL = (
    ("Nghị quyết", "{n}-NQ/TW", "Ban Chấp hành Trung ương"),
    ("Chỉ thị", "{n}-CT/TW", "Ban Bí thư"),
    ("Nghị định", "{n}/{y}/NĐ-CP", "Chính phủ"),
    ("Quyết định", "{n}/QĐ-TTg", "Thủ tướng Chính phủ"),
    ("Thông tư", "{n}/{y}/TT-BGDĐT", "Bộ Giáo dục và Đào tạo"),
    ("Quyết định", "{n}/QĐ-BGDĐT", "Bộ Giáo dục và Đào tạo"),
    ("Quyết định", "{n}/QĐ-BNV", "Bộ Nội vụ"),
)
_LOCAL = (
    ("Kế hoạch", "{n}/KH-UBND", "Ủy ban nhân dân {unit}"),
    ("Quyết định", "{n}/QĐ-UBND", "Ủy ban nhân dân {unit}"),
    ("Nghị quyết", "{n}/NQ-HĐND", "Hội đồng nhân dân {unit}"),
    ("Kế hoạch", "{n}/KH-SGDĐT", "Sở Giáo dục và Đào tạo {unit}"),
)
_SUBJECTS = (
    "phát triển giáo dục và đào tạo", "chuyển đổi số", "cải cách hành chính", "xây dựng xã hội học tập",
    "giảm nghèo bền vững", "bảo vệ môi trường", "an toàn thực phẩm", "phòng, chống thiên tai",
    "phát triển nông thôn mới", "chăm sóc sức khỏe nhân dân", "đào tạo nghề cho lao động nông thôn",
)  # fmt: skip
_RELATIONS: tuple[tuple[Relation, str, float], ...] = (
    ("implements", "Thực hiện", 0.45),
    ("based_on", "Căn cứ", 0.30),
    ("cites", "Theo tinh thần", 0.22),
    ("replaces", "Thay thế", 0.02),
    ("amends", "Sửa đổi, bổ sung", 0.01),
)


@dataclass(frozen=True, slots=True)
class BenchReport:
    """What was written, and the seconds of each stage; `make_cpu` are CPU seconds."""

    documents: int
    citations: int
    quads: int
    make_seconds: float
    make_cpu: float
    load_seconds: float


@dataclass(frozen=True, slots=True)
class _Instrument:
    type: str
    number: str
    issuer: str
    day: date
    title: str

    @property
    def mention(self) -> str:
        return f"{self.type} số {self.number} ngày {self.day:%d/%m/%Y} của {self.issuer}"


def write_bench_data(
    store: Path,
    documents: int,
    *,
    seed: int = 2025,
    resolve: bool = True,
    progress: Callable[[Progress], None] | None = None,
) -> BenchReport:
    """Load a synthetic corpus into the dataset folder `store` and publish it.

    Without `resolve` the mentions that are short of their date stay open, and `load_seconds` is the time of
    the store, the texts, the journal and the index alone. Raises StoreBusy while another process writes the
    dataset.
    """
    started, clock = datetime.now(UTC), time.perf_counter()
    citations = quads = done = 0
    making = making_cpu = 0.0
    with Workspace(store) as workspace:
        corpus = synthetic_documents(documents, seed)
        while True:
            before, before_cpu = time.perf_counter(), time.thread_time()
            made = next(corpus, None)
            making += time.perf_counter() - before
            making_cpu += time.thread_time() - before_cpu
            if made is None:
                break
            source, extraction = made
            graph = written(document_graph(extraction, source, workspace.iris), workspace.iris)
            workspace.put(source.hash, extraction.text, graph)
            workspace.journal.record(
                source.file_name, source.sha256, tool_version(), [(source.hash, source.file_name)]
            )
            workspace.commit_when_due()
            done += 1
            citations += len(extraction.citations)
            quads += graph.statements
            if progress:
                progress(Progress(done, documents, source.file_name, "loaded"))
        workspace.publish(started, tool_version(), derive=resolve)
    return BenchReport(done, citations, quads, making, making_cpu, time.perf_counter() - clock - making)


def synthetic_documents(count: int, seed: int = 2025) -> Iterator[tuple[DocumentSource, Extraction]]:
    """`count` documents with what extraction would say of them, oldest first."""
    return _Corpus(count, seed).documents()


class _Corpus:
    """Draws instruments and citations; central ones are drawn first, so that popularity is settled."""

    def __init__(self, count: int, seed: int) -> None:
        self._random = random.Random(seed)
        self._count = count
        self._units = [unit.unit for unit in ontology.provinces() if unit.code_63]
        self._numbers: dict[tuple[str, str, int], int] = {}
        self._central: list[_Instrument] = []
        self._local: dict[str, list[_Instrument]] = {unit: [] for unit in self._units}
        share = max(2, round(count * CENTRAL_SHARE))
        self._popularity = self._random.sample(range(share), share)

    def documents(self) -> Iterator[tuple[DocumentSource, Extraction]]:
        span = (LAST_DAY - FIRST_DAY).days
        every = self._count / len(self._popularity)
        for index in range(self._count):
            day = FIRST_DAY + timedelta(days=index * span // max(1, self._count - 1))
            if len(self._central) < len(self._popularity) and index >= len(self._central) * every:
                own, unit = self._instrument(*self._random.choice(_CENTRAL), day, ""), None
            else:
                unit = self._random.choice(self._units)
                own = self._instrument(*self._random.choice(_LOCAL), day, unit)
            yield self._document(index, own, unit)
            (self._local[unit] if unit else self._central).append(own)

    def _instrument(self, type_: str, number: str, issuer: str, day: date, unit: str) -> _Instrument:
        issuer = issuer.format(unit=unit)
        key = (issuer, number, day.year)
        self._numbers[key] = self._numbers.get(key, 0) + 1
        title = f"{type_} về {self._random.choice(_SUBJECTS)} năm {day.year}"
        return _Instrument(type_, number.format(n=self._numbers[key], y=day.year), issuer, day, title)

    def _document(self, index: int, own: _Instrument, unit: str | None) -> tuple[DocumentSource, Extraction]:
        lines = [f"{own.type.upper()}\n{own.title}\nSố: {own.number}\n"]
        offset = len(lines[0])
        citations = []
        for place in range(self._random.randint(4, 18)):
            cited = self._cited(unit)
            if cited is None:
                break
            relation, cue = self._relation()
            dated = self._random.random() > 1 / 12
            mention = cited.mention if dated else f"{cited.type} số {cited.number}"
            line = (
                f"{place + 1}. {cue} {mention} về việc {cited.title.lower()}, {own.issuer} giao các cơ quan, "
                f"đơn vị liên quan chủ trì, phối hợp triển khai các nhiệm vụ được phân công.\n"
            )
            at = offset + line.index(mention)
            citations.append(
                Citation(
                    id=f"c{place}", start=at, end=at + len(mention), text=mention, kind="numbered",
                    type=cited.type, relation=relation,
                    evidence=Evidence(offset, offset + len(line) - 1, line[:-1]),
                    confidence=0.95 if dated else 0.8, rules=("synthetic",), number=cited.number,
                    date=cited.day.isoformat() if dated else None, issuer=cited.issuer if dated else None,
                    place=f"{place + 1}",
                )
            )  # fmt: skip
            lines.append(line)
            offset += len(line)
        text = "".join(lines)
        name = f"van-ban-{index:07d}.txt"
        sha256 = hashlib.sha256(f"{name}\n{text}".encode()).hexdigest()
        head = Head(own.type, own.number, own.issuer, date=own.day.isoformat(), title=own.title)
        return DocumentSource(sha256, name), Extraction(text, head, tuple(citations))

    def _relation(self) -> tuple[Relation, str]:
        draw = self._random.random()
        for relation, cue, share in _RELATIONS:
            draw -= share
            if draw < 0:
                return relation, cue
        return _RELATIONS[0][0], _RELATIONS[0][1]

    def _cited(self, unit: str | None) -> _Instrument | None:
        """A central instrument by popularity, or one of the province's own; None while there is none."""
        own = self._local[unit] if unit else []
        if own and self._random.random() < 0.25:
            return self._random.choice(own)
        known = len(self._central)
        if not known:
            return None
        for _ in range(4):
            rank = int(math.exp(self._random.random() * math.log(len(self._popularity) + 1))) - 1
            if self._popularity[rank] < known:
                return self._central[self._popularity[rank]]
        return self._central[int(self._random.random() * known)]
