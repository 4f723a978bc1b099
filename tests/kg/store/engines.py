"""Engines for the contract of stores, started for the tests and ended with them."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sysconfig
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import ProxyHandler, build_opener

import pytest

from kg.store.endpoint import Endpoint
from kg.store.remote import PASSWORD, USER

_VIRTUOSO_INI = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/temp.db
TransactionFile = {folder}/temp.trx
[Parameters]
ServerPort = {sql_port}
NumberOfBuffers = 10000
DirsAllowed = {folder}
[HTTPServer]
ServerPort = {port}
[SPARQL]
ResultSetMaxRows = 1000000
"""


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


@contextmanager
def oxigraph(folder: Path) -> Iterator[Endpoint]:
    """`oxigraph serve` from the package `oxigraph`."""
    scripts = Path(sysconfig.get_path("scripts"))
    program = shutil.which("oxigraph", path=f"{scripts}{os.pathsep}{os.environ.get('PATH', '')}")
    if program is None:
        pytest.skip("the program oxigraph is not installed (pip install oxigraph)")
    port = free_port()
    command = [program, "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}"]
    with _server([*command, "--union-default-graph"], f"http://127.0.0.1:{port}/", folder):
        yield Endpoint.oxigraph(f"http://127.0.0.1:{port}")


@contextmanager
def virtuoso(folder: Path) -> Iterator[Endpoint]:
    """Virtuoso 7 of Debian's package `virtuoso-opensource-7`."""
    program = shutil.which("virtuoso-t")
    if program is None:
        pytest.skip("virtuoso-t is not installed (Debian: apt-get install virtuoso-opensource-7)")
    port = free_port()
    ini = folder / "virtuoso.ini"
    ini.write_text(_VIRTUOSO_INI.format(folder=folder, port=port, sql_port=free_port()), encoding="utf-8")
    before = {name: os.environ.get(name) for name in (USER, PASSWORD)}
    os.environ.update({USER: "dba", PASSWORD: "dba"})
    try:
        with _server(
            [program, "+foreground", "+configfile", str(ini)], f"http://127.0.0.1:{port}/sparql", folder
        ):
            yield Endpoint.virtuoso(f"http://127.0.0.1:{port}")
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})


@contextmanager
def _server(command: list[str], url: str, folder: Path) -> Iterator[None]:
    with (folder / "output.log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, cwd=folder)
        try:
            _await(process, url)
            yield
        finally:
            process.kill()
            process.wait()


def _await(process: subprocess.Popen[bytes], url: str) -> None:
    opener = build_opener(ProxyHandler({}))
    for _ in range(600):
        if process.poll() is not None:
            pytest.fail(f"{process.args!r} ended with {process.returncode}")
        try:
            opener.open(url, timeout=5).close()
            return
        except (URLError, OSError):
            time.sleep(0.1)
    pytest.fail(f"{url} did not answer within 60 s")
