"""What was read of one shard as tables and N-Quads, and back again.

KEY.nq.gz               the graphs of its documents, one after another
KEY.citations.parquet   a row for each citation
KEY.heads.parquet       a row for each document: what it is itself, how it was read
KEY.texts.parquet       their raw texts, and what else is made of their graphs (`kg.written`)
KEY.json                what became of each input; written last: with it the shard is done
"""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from itertools import islice
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from extractors.models import Citation
from kg.graph import pinpoint_text
from kg.ingest.reading import FileRead, ReadDocument
from kg.ingest.shard_folder import ShardFolder
from kg.ingest.shards import Shard
from kg.iris import Iris
from kg.models import SkippedFile
from kg.packed import PackedDocument
from kg.written import WrittenGraph

_TEXT, _LIST, _INT = pa.string(), pa.list_(pa.string()), pa.int64()

_HEAD_FIELDS = (
    "type", "number", "issuer", "issuer_as_written", "place", "date", "title", "signer", "signer_title",
    "acting_body",
)  # fmt: skip

HEADS = pa.schema(
    [
        *((name, _TEXT) for name in ("document", "path", "file", *_HEAD_FIELDS)),
        *((name, _INT) for name in ("year", "citations", "quads", "nquads_bytes", "pages")),
        *(("reader", _TEXT), ("quality", pa.float64()), ("notes", _LIST), ("notes_en", _LIST)),
    ]
)
_CITATION_TEXTS = (
    "document", "id", "text", "kind", "type", "relation", "source", "number", "date", "issuer",
    "issuer_as_written", "term", "title", "place", "evidence",
)  # fmt: skip
CITATIONS = pa.schema(
    [
        *((name, _TEXT) for name in _CITATION_TEXTS),
        *((name, _INT) for name in ("start", "end", "year", "evidence_start", "evidence_end")),
        *(("inverse", pa.bool_()), ("confidence", pa.float64()), ("rules", _LIST), ("pinpoints", _LIST)),
    ]
)
_AS_READ = tuple(
    field.name for field in fields(Citation) if field.name in CITATIONS.names and field.name != "evidence"
)
_MADE = (*PackedDocument._fields, "said")
TEXTS = pa.schema([("document", _TEXT), *((name, pa.binary()) for name in ("text", *_MADE))])
"""Texts stand as UTF-8 with lone surrogates kept: offsets count them."""

_COMPRESSION = 1


@dataclass(frozen=True, slots=True)
class ShardDone:
    """A shard that was written: its key in the folder, its documents and citations."""

    key: str
    documents: int
    citations: int


def write_shard(folder: ShardFolder, key: str, read: Sequence[FileRead]) -> ShardDone:
    """Write what was read of the inputs of a shard."""
    documents = [document for file in read for document in file.documents]
    citations = [row for document in documents for row in _citation_rows(document)]
    nquads = b"".join(document.graph.nquads for document in documents)
    folder.write(f"{key}.nq.gz", gzip.compress(nquads, _COMPRESSION, mtime=0))
    folder.write(f"{key}.citations.parquet", _parquet(citations, CITATIONS))
    folder.write(f"{key}.heads.parquet", _parquet(list(map(_head_row, documents)), HEADS))
    folder.write(f"{key}.texts.parquet", _parquet(list(map(_text_row, documents)), TEXTS))
    done = ShardDone(key, len(documents), len(citations))
    folder.write(f"{key}.json", json.dumps(asdict(done) | {"inputs": list(map(_account, read))}).encode())
    return done


def finished(folder: ShardFolder, key: str) -> ShardDone | None:
    """The shard as it was written before, None where it was not, or not to its end."""
    try:
        account = json.loads(folder.read(f"{key}.json"))
    except FileNotFoundError:
        return None
    return ShardDone(account["key"], account["documents"], account["citations"])


def read_back(folder: ShardFolder, done: ShardDone, shard: Shard, iris: Iris) -> tuple[FileRead, ...]:
    """What was read of the inputs of a shard, as if it had just been read here."""
    account = json.loads(folder.read(f"{done.key}.json"))
    documents = _documents(folder, done.key, iris)
    return tuple(
        FileRead(
            source,
            said["sha256"],
            tuple(islice(documents, said["documents"])),
            tuple(SkippedFile(**skipped) for skipped in said["skipped"]),
        )
        for source, said in zip(shard, account["inputs"], strict=True)
    )


def _account(file: FileRead) -> dict[str, Any]:
    return {
        "sha256": file.sha256,
        "documents": len(file.documents),
        "skipped": [asdict(skipped) for skipped in file.skipped],
    }


def _documents(folder: ShardFolder, key: str, iris: Iris) -> Iterator[ReadDocument]:
    nquads = io.BytesIO(gzip.decompress(folder.read(f"{key}.nq.gz")))
    texts = _table(folder, f"{key}.texts.parquet").to_pylist()
    heads = _table(folder, f"{key}.heads.parquet").to_pylist()
    for head, made in zip(heads, texts, strict=True):
        yield ReadDocument(
            path=head["path"],
            name=head["file"],
            hash=head["document"],
            text=made["text"].decode("utf-8", "surrogatepass"),
            graph=WrittenGraph(
                iri=iris.document_graph(head["document"]),
                statements=head["quads"],
                nquads=nquads.read(head["nquads_bytes"]),
                rows=PackedDocument(*(made[name] for name in PackedDocument._fields)),
                said=made["said"],
            ),
            number=head["number"],
            citations=head["citations"],
            reader=head["reader"],
            quality=head["quality"],
            pages=head["pages"],
            notes=tuple(head["notes"]),
            notes_en=tuple(head["notes_en"]),
        )


def _text_row(document: ReadDocument) -> dict[str, Any]:
    return {
        "document": document.hash,
        "text": document.text.encode("utf-8", "surrogatepass"),
        **document.graph.rows._asdict(),
        "said": document.graph.said,
    }


def _head_row(document: ReadDocument) -> dict[str, Any]:
    head = document.extraction.head if document.extraction else None
    return {
        "document": document.hash,
        "path": document.path,
        "file": document.name,
        **{name: getattr(head, name, None) for name in (*_HEAD_FIELDS, "year")},
        "citations": document.citations,
        "quads": document.graph.statements,
        "nquads_bytes": len(document.graph.nquads),
        "reader": document.reader,
        "quality": document.quality,
        "pages": document.pages,
        "notes": list(document.notes),
        "notes_en": list(document.notes_en),
    }


def _citation_rows(document: ReadDocument) -> Iterator[dict[str, Any]]:
    for citation in document.extraction.citations if document.extraction else ():
        yield {"document": document.hash, **_citation_row(citation)}


def _citation_row(citation: Citation) -> dict[str, Any]:
    return {name: getattr(citation, name) for name in _AS_READ} | {
        "pinpoints": [pinpoint_text(pinpoint) for pinpoint in citation.pinpoints],
        "rules": list(citation.rules),
        "evidence": citation.evidence.text,
        "evidence_start": citation.evidence.start,
        "evidence_end": citation.evidence.end,
    }


def _table(folder: ShardFolder, name: str) -> pa.Table:
    return pq.ParquetFile(io.BytesIO(folder.read(name))).read()


def _parquet(rows: Iterable[dict[str, Any]], schema: pa.Schema) -> bytes:
    target = io.BytesIO()
    table = pa.Table.from_pylist(list(rows), schema=schema)
    pq.write_table(table, target, compression="zstd")
    return target.getvalue()
