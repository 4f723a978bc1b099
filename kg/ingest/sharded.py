"""Loading by shards: workers read them, wherever they are, and this process loads what they wrote.

The process that loads holds one shard at a time, never the corpus.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kg.ingest.batch import TIME_LIMIT, Batch, Progress, all_inputs, tool_version
from kg.ingest.engines import Answer, Engine, in_order, running
from kg.ingest.files import ALL, Selection
from kg.ingest.inputs import Input, name_of
from kg.ingest.pool import PIPELINE
from kg.ingest.reading import FileRead
from kg.ingest.shard_folder import ShardFolder
from kg.ingest.shard_tables import ShardDone, read_back
from kg.ingest.shard_work import ShardTask, read_shard
from kg.ingest.shards import shards
from kg.ingest.workspace import Workspace
from kg.iris import Iris
from kg.models import IngestReport, SkippedFile
from kg.store.endpoint import Endpoint


@dataclass(frozen=True, slots=True)
class Sharding:
    """How a sharded ingest is done: by which engine, and the folder (a path or an address) of the shards."""

    engine: Engine
    folder: str
    time_limit: float = TIME_LIMIT
    extract: str = PIPELINE


def ingest_sharded(
    sources: Iterable[Input],
    store: Path,
    sharding: Sharding,
    *,
    base: str | None = None,
    endpoint: Endpoint | None = None,
    force: bool = False,
    selection: Selection = ALL,
    progress: Callable[[Progress], None] | None = None,
) -> IngestReport:
    """Read the inputs by shards and load them into the dataset folder `store`, or its `endpoint`.

    The result is that of `kg.ingest.ingest`. Shards stay in their folder: what was read before is not read
    again, unless `force`. Raises StoreBusy, StoreError or BadRequest.
    """
    clock, started = time.monotonic(), datetime.now(UTC)
    inputs = all_inputs(sources, selection)
    folder, done = ShardFolder(sharding.folder), 0
    with Workspace(store, base, endpoint) as workspace:
        batch, iris = Batch(workspace, force), workspace.iris
        tasks = (
            ShardTask(
                shard, folder.url, iris.base, tool_version(), sharding.time_limit, force, sharding.extract
            )
            for shard in shards(inputs)
        )
        # The workers are let go before anything is derived: that needs none of them.
        with running(sharding.engine) as workers:
            for answer in in_order(workers.run(read_shard, tasks)):
                for file in _read(answer, folder, iris):
                    outcome = batch.store(file)
                    workspace.commit_when_due()
                    done += 1
                    if progress:
                        seconds = time.monotonic() - clock
                        progress(Progress(done, len(inputs), name_of(file.source), outcome, seconds))
        batch.load_given(inputs)
        workspace.publish(started, tool_version())
    return batch.account.report(inputs, time.monotonic() - clock)


def _read(answer: Answer[ShardTask, ShardDone], folder: ShardFolder, iris: Iris) -> tuple[FileRead, ...]:
    """What a shard holds; a shard that no worker brought to its end is named, and the others load."""
    if answer.value is not None:
        return read_back(folder, answer.value, answer.task.shard, iris)
    return tuple(
        FileRead(source, None, skipped=(_lost(source, answer.error),)) for source in answer.task.shard
    )


def _lost(source: Input, error: BaseException | None) -> SkippedFile:
    return SkippedFile(
        name_of(source),
        "lost",
        f"Phần việc có tệp này hỏng sau nhiều lần thử ({error}). Nạp lại để đọc tiếp.",
        f"The shard with this file failed after several tries ({error}). Load again to go on.",
    )
