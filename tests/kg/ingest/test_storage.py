"""Object storage: errors of its libraries are errors of files, and a bucket of S3 serves as a folder."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractors.readers import Reason, UnreadableFile
from kg.errors import BadRequest
from kg.ingest.inputs import Stored, content_of, fingerprint
from kg.ingest.storage import filesystem, is_remote
from tests.kg.samples import write_samples

fsspec = pytest.importorskip("fsspec", reason="the extra `cluster` is not installed")


@pytest.mark.parametrize(
    ("place", "remote"), [("s3://kho/2024", True), ("memory://kho", True), ("D:/kho", False), ("kho", False)]
)
def test_an_address_has_a_scheme(place: str, remote: bool) -> None:
    assert is_remote(place) is remote


class NoNetwork(Exception):
    """As libraries of object storage have: an error that is no OSError."""


@pytest.mark.parametrize(
    ("raised", "kind"), [(NoNetwork("mất mạng"), OSError), (FileNotFoundError(), FileNotFoundError)]
)
def test_errors_of_a_library_come_out_as_errors_of_files(raised: Exception, kind: type[OSError]) -> None:
    with pytest.raises(kind), filesystem("memory://kho"):
        raise raised


def test_a_file_that_cannot_be_fetched_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    memory = fsspec.filesystem("memory")

    def fails(*_: object, **__: object) -> None:
        raise NoNetwork("mất mạng")

    for name in ("size", "ukey"):
        monkeypatch.setattr(type(memory), name, fails)
    with pytest.raises(UnreadableFile) as caught:
        content_of(Stored("memory://kho/a.txt"))
    assert (caught.value.reason, "mất mạng" in caught.value.message()) == (Reason.NO_ACCESS, True)
    with pytest.raises(OSError, match="mất mạng"):
        fingerprint(Stored("memory://kho/a.txt"))


def test_a_scheme_that_nobody_knows_names_what_to_install() -> None:
    with pytest.raises(BadRequest, match="danchieu"), filesystem("khong-co://kho"):
        pass


@pytest.fixture
def s3(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A server that speaks S3, and the environment that leads to it."""
    for library in ("moto", "flask", "s3fs"):
        pytest.importorskip(library, reason="pip install 'moto[server]' s3fs")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "moto.server", "-p", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{port}")
        for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
            monkeypatch.setenv(name, "test")
        monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
        while not _listens(port):
            assert server.poll() is None
            time.sleep(0.1)
        yield
    finally:
        server.kill()
        server.wait()


def _listens(port: int) -> bool:
    with socket.socket() as asking:
        return asking.connect_ex(("127.0.0.1", port)) == 0


def python(*arguments: object) -> str:
    """What a process of its own prints: warnings of its libraries are not ours."""
    done = subprocess.run(
        [sys.executable, *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONUTF8": "1"},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


FILL = """
import sys, s3fs
files = s3fs.S3FileSystem()
for bucket in ("van-ban", "dan-chieu"):
    files.mkdir(bucket)
files.put(sys.argv[1] + "/", "van-ban/năm 2024/", recursive=True)
"""


@pytest.mark.parametrize("engine", ["local", "dask"])
@pytest.mark.usefixtures("s3")
def test_documents_and_shards_may_be_in_s3(engine: str, tmp_path: Path) -> None:
    (tmp_path / "mẫu").mkdir()
    write_samples(tmp_path / "mẫu")
    python("-c", FILL, tmp_path / "mẫu")
    command = ("-m", "api.cli", "ingest", "s3://van-ban/năm 2024", "--engine", engine, "--jobs", 1)
    options = ("--shards", "s3://dan-chieu/shards", "--store", tmp_path / "kho", "--format", "json")
    assert len(json.loads(python(*command, *options))["loaded"]) == 3
    again = json.loads(python(*command, *options))
    assert (again["loaded"], len(again["unchanged"])) == ([], 3)
