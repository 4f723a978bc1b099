"""Reading one shard: the function that every engine runs, on whatever machine.

It is handed paths and addresses, writes what it read to the shard folder, and answers with a few numbers. The
same shard gives the same files wherever and however often it is done, so a shard that two workers do, or that
is done again after its worker was lost, is there once.
"""

from __future__ import annotations

import atexit
import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache

from kg.ingest.inputs import Input, fingerprint, place_of
from kg.ingest.pool import PIPELINE, ReaderPool
from kg.ingest.shard_folder import ShardFolder
from kg.ingest.shard_tables import ShardDone, finished, write_shard
from kg.ingest.shards import Shard
from kg.iris import Iris

_LAYOUT = 3
"""Raised when the files of a shard are written in another way, so that none of the old are taken for them."""


@dataclass(frozen=True, slots=True)
class ShardTask:
    """What a worker is told. `version` is that of the program, `time_limit` seconds for one document."""

    shard: Shard
    folder: str
    base: str
    version: str
    time_limit: float
    force: bool = False
    extract: str = PIPELINE


def read_shard(task: ShardTask) -> ShardDone:
    """Read the inputs of a shard and write what was read, unless that was done before."""
    folder, key = ShardFolder(task.folder), shard_key(task)
    if not task.force and (done := finished(folder, key)):
        return done
    pool = _reader(task.base, task.time_limit, task.extract)
    return write_shard(folder, key, list(pool.read(task.shard)))


def shard_key(task: ShardTask) -> str:
    """The hash of a shard's content and of all else that its files depend on."""
    said = [_LAYOUT, task.version, task.base, *([place_of(item), _fingerprint(item)] for item in task.shard)]
    return hashlib.sha256(json.dumps(said).encode("utf-8")).hexdigest()[:32]


def _fingerprint(source: Input) -> str | None:
    try:
        return fingerprint(source)
    except OSError as error:
        return type(error).__name__


@lru_cache(maxsize=1)
def _reader(base: str, time_limit: float, extract: str) -> ReaderPool:
    """The process that reads for this worker: one document gone astray must not take the worker with it."""
    pool = ReaderPool(Iris(base), 1, time_limit, extract, with_extractions=True)
    atexit.register(pool.close)
    return pool
