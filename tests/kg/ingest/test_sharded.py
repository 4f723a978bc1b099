"""Loading by shards: the same graph whatever reads them, and nothing lost or doubled when a worker is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest

from extractors.pipeline import extract
from kg.dataset import Dataset
from kg.export.nquads import nquads_lines
from kg.ingest import Progress, ingest
from kg.ingest.engines import Answer, Engine, Workers, in_order, running
from kg.ingest.inputs import Page, Stored
from kg.ingest.sharded import Sharding, ingest_sharded
from kg.ingest.shards import shards
from tests.kg.ingest import slow
from tests.kg.samples import write_samples

pq = pytest.importorskip("pyarrow.parquet", reason="the extra `corpora` is not installed")

PLAN = """ỦY BAN NHÂN DÂN
TỈNH LẠNG SƠN
Số: {number}/KH-UBND
Lạng Sơn, ngày 12 tháng 3 năm 2024

KẾ HOẠCH
Triển khai chương trình số {number}

Thực hiện Quyết định số {number}/QĐ-BGDĐT ngày 23 tháng 8 năm 2023 của Bộ trưởng Bộ Giáo dục và Đào tạo.
"""
PLANS = 40


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "văn bản"
    folder.mkdir()
    write_samples(folder)
    for number in range(PLANS):
        (folder / f"kế hoạch {number:02}.txt").write_text(PLAN.format(number=number + 100), encoding="utf-8")
    (folder / "rỗng.txt").write_bytes(b"")
    (folder / "bản sao.txt").write_text(PLAN.format(number=100), encoding="utf-8")
    return folder


@pytest.fixture
def expected(folder: Path, tmp_path: Path) -> list[str]:
    """What the dataset says that was loaded without shards."""
    ingest([folder], tmp_path / "expected", workers=0)
    return lines(tmp_path / "expected")


def lines(store: Path) -> list[str]:
    with Dataset.open(store) as dataset:
        return list(nquads_lines(dataset.store, dataset.iris))


def written(folder: Path) -> dict[str, int]:
    """The files of a shard folder with their times."""
    return {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}


def test_the_process_pool_gives_the_same_graph(folder: Path, tmp_path: Path, expected: list[str]) -> None:
    sharding = Sharding(Engine(workers=2), str(tmp_path / "shards"))
    seen: list[Progress] = []
    report = ingest_sharded([folder], tmp_path / "kg-data", sharding, progress=seen.append)
    assert lines(tmp_path / "kg-data") == expected
    assert len(report.loaded) == PLANS + 3
    assert [skipped.code for skipped in report.skipped] == ["empty"]
    assert (seen[-1].done, seen[-1].total) == (PLANS + 5, PLANS + 5)
    before = written(tmp_path / "shards")
    again = ingest_sharded([folder], tmp_path / "kg-data", sharding)
    assert (again.loaded, len(again.unchanged)) == ((), PLANS + 4)
    assert written(tmp_path / "shards") == before
    assert lines(tmp_path / "kg-data") == expected


def test_dask_gives_the_same_graph(folder: Path, tmp_path: Path, expected: list[str]) -> None:
    pytest.importorskip("distributed", reason="the extra `cluster` is not installed")
    said = finish(start(folder, tmp_path), tmp_path)
    assert lines(tmp_path / "kg-data") == expected
    assert (len(said["loaded"]), said["skipped"]) == (PLANS + 3, ["empty"])


def test_shards_hold_tables_and_quads(folder: Path, tmp_path: Path) -> None:
    shard_folder = tmp_path / "shards"
    report = ingest_sharded([folder], tmp_path / "kg-data", Sharding(Engine(workers=1), str(shard_folder)))
    assert {name.split(".", 1)[1] for name in written(shard_folder)} == {
        "citations.parquet", "heads.parquet", "json", "nq.gz", "texts.parquet",
    }  # fmt: skip
    heads = [row for path in shard_folder.glob("*.heads.parquet") for row in pq.read_table(path).to_pylist()]
    assert {row["number"] for row in heads} >= {f"{number + 100}/KH-UBND" for number in range(PLANS)}
    assert {row["document"] for row in heads} == {file.hash for file in report.loaded}
    tables = map(pq.read_table, shard_folder.glob("*.citations.parquet"))
    cited = {row["number"]: row for table in tables for row in table.to_pylist()}
    one = cited["100/QĐ-BGDĐT"]
    assert (one["relation"], one["date"], one["issuer"]) == (
        "implements", "2023-08-23", "Bộ Giáo dục và Đào tạo",
    )  # fmt: skip
    text = PLAN.format(number=100)
    assert text[one["start"] : one["end"]] == one["text"] == extract(text).citations[0].text


def test_a_changed_file_costs_one_shard(folder: Path, tmp_path: Path) -> None:
    sharding = Sharding(Engine(workers=1), str(tmp_path / "shards"))
    ingest_sharded([folder], tmp_path / "kg-data", sharding)
    before = written(tmp_path / "shards")
    (folder / "kế hoạch 07.txt").write_text(PLAN.format(number=999), encoding="utf-8")
    report = ingest_sharded([folder], tmp_path / "kg-data", sharding)
    assert ([file.number for file in report.loaded], report.removed) == (
        ["999/KH-UBND"], ("kế hoạch 07.txt",),
    )  # fmt: skip
    after = written(tmp_path / "shards")
    assert len(after) == len(before) + 5
    assert before.items() <= after.items()
    ingest([folder], tmp_path / "expected", workers=0)
    assert lines(tmp_path / "kg-data") == lines(tmp_path / "expected")


def test_a_shard_that_was_not_finished_is_done_again(
    folder: Path, tmp_path: Path, expected: list[str]
) -> None:
    sharding = Sharding(Engine(workers=1), str(tmp_path / "shards"))
    ingest_sharded([folder], tmp_path / "first", sharding)
    account = sorted((tmp_path / "shards").glob("*.json"))[0]
    account.unlink()
    account.with_name(account.name.replace(".json", ".nq.gz")).write_bytes(b"half")
    ingest_sharded([folder], tmp_path / "second", sharding)
    assert lines(tmp_path / "second") == expected
    assert account.exists()


def test_shards_may_lie_in_object_storage(folder: Path, tmp_path: Path, expected: list[str]) -> None:
    fsspec = pytest.importorskip("fsspec", reason="the extra `cluster` is not installed")
    address = f"file://{(tmp_path / 'kho chung').as_posix()}"
    report = ingest_sharded([folder], tmp_path / "kg-data", Sharding(Engine(workers=1), address))
    assert len(report.loaded) == PLANS + 3
    assert lines(tmp_path / "kg-data") == expected
    assert fsspec.filesystem("file").exists(str(tmp_path / "kho chung"))


def test_files_may_come_from_object_storage(folder: Path, tmp_path: Path) -> None:
    pytest.importorskip("fsspec", reason="the extra `cluster` is not installed")
    addresses = [Stored(f"file://{(folder / name).as_posix()}") for name in ("kế hoạch 01.txt", "mất.txt")]
    report = ingest(addresses, tmp_path / "kg-data", workers=0)
    assert [file.file for file in report.loaded] == ["kế hoạch 01.txt"]
    assert [(skipped.file, skipped.code) for skipped in report.skipped] == [("mất.txt", "not_found")]
    assert len(ingest(addresses, tmp_path / "kg-data", workers=0).unchanged) == 1


def test_where_a_shard_ends_depends_on_names_alone() -> None:
    names = [Page(f"https://example.org/{number}") for number in range(400)]
    whole = list(shards(names))
    assert [source for shard in whole for source in shard] == names
    assert 2 < len(whole) < 100
    without = list(shards([*names[:200], *names[201:]]))
    assert len(set(whole) - set(without)) <= 2


@pytest.fixture
def workers() -> Iterator[Workers]:
    with running(Engine("local", workers=2)) as workers:
        yield workers


def test_a_task_whose_process_is_killed_is_done_again(workers: Workers, tmp_path: Path) -> None:
    tasks = [slow.Task(str(tmp_path), number, kill=number in (3, 11)) for number in range(16)]
    answers = list(workers.run(slow.work, tasks))
    assert sorted(answer.value for answer in answers if answer.value is not None) == list(range(16))
    assert isinstance(workers.executor, ProcessPoolExecutor)


def test_workers_that_join_later_get_their_part() -> None:
    joined, handed_out = 0, list[int]()

    def tasks() -> Iterator[int]:
        for number in range(20):
            handed_out.append(number)
            yield number

    with ThreadPoolExecutor(3) as executor:
        answers = Workers(lambda: joined, executor).run(abs, tasks())
        next(answers)
        assert len(handed_out) == 2
        joined = 3
        next(answers), next(answers)
        assert len(handed_out) >= 7
        assert len(list(answers)) == 17


def test_answers_are_put_in_the_order_of_their_tasks() -> None:
    answers = [Answer(number, f"task {number}", number) for number in (2, 0, 3, 1, 4)]
    assert [answer.value for answer in in_order(answers)] == [0, 1, 2, 3, 4]


def test_killing_a_worker_of_a_cluster_loses_and_doubles_nothing(
    folder: Path, tmp_path: Path, expected: list[str]
) -> None:
    pytest.importorskip("distributed", reason="the extra `cluster` is not installed")
    with slow.cluster(tmp_path) as cluster:
        driver = start(folder, tmp_path, cluster.scheduler)
        while not list((tmp_path / "shards").glob("*.json")) and driver.poll() is None:
            time.sleep(0.02)
        cluster.kill_a_worker()
        said = finish(driver, tmp_path)
    assert (len(said["loaded"]), said["skipped"]) == (PLANS + 3, ["empty"])
    assert lines(tmp_path / "kg-data") == expected
    accounts = [json.loads(path.read_bytes()) for path in (tmp_path / "shards").glob("*.json")]
    assert sum(account["documents"] for account in accounts) == PLANS + 4


def start(folder: Path, place: Path, *scheduler: str) -> subprocess.Popen[bytes]:
    """Begin to load the folder through Dask, in a process of its own: event loops and all end with it."""
    command = [sys.executable, "-m", "tests.kg.ingest.cluster_driver", folder, place / "kg-data"]
    with (place / "driver.out").open("wb") as said, (place / "driver.log").open("wb") as log:
        return subprocess.Popen(
            [*map(str, command), str(place / "shards"), *scheduler],
            stdout=said,
            stderr=log,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )


def finish(driver: subprocess.Popen[bytes], place: Path) -> dict[str, list[str]]:
    """What the process says at its end."""
    assert driver.wait() == 0, (place / "driver.log").read_text(encoding="utf-8")
    found: dict[str, list[str]] = json.loads((place / "driver.out").read_text(encoding="utf-8"))
    return found
