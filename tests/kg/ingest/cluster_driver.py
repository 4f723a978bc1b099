"""Loads a folder through Dask in small shards, as a process of its own, and prints what became of it as JSON.

python -m tests.kg.ingest.cluster_driver FOLDER STORE SHARDS [SCHEDULER]
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from kg.ingest import shards
from kg.ingest.engines import Engine
from kg.ingest.sharded import Sharding, ingest_sharded


def main(folder: str, store: str, shard_folder: str, scheduler: str | None = None) -> None:
    """Load, then say which documents were loaded, found unchanged and skipped."""
    shards._FEWEST, shards._ENDS_AT = 1, 3
    engine = Engine("dask", workers=2, scheduler=scheduler)
    sharding = Sharding(engine, shard_folder, extract="tests.kg.ingest.slow:extract")
    report = ingest_sharded([Path(folder)], Path(store), sharding)
    said = {
        "loaded": [file.hash for file in report.loaded],
        "unchanged": list(report.unchanged),
        "skipped": [file.code for file in report.skipped],
    }
    sys.stdout.write(json.dumps(said))


if __name__ == "__main__":
    main(*sys.argv[1:])
