"""Escapes tried against a running server over a hostile document: none succeeds (the table is escapes.py)."""

from __future__ import annotations

import csv
import http.client
import io
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import uvicorn

from api.app import create_app
from api.settings import Settings
from extractors.models import Head
from kg.ingest import ingest
from tests.api.escapes import ESCAPES, KINDS, SCRIPT, Escape
from tests.api.routes.test_pages import Outline
from tests.kg import test_notes
from tests.kg.samples import Sample
from tests.kg.sparql import test_guard
from tests.outside import listening

SECRET = "CHIM-HOANG-YEN-TRONG-MO"
LANG_SON = "Ủy ban nhân dân tỉnh Lạng Sơn"
STARTS = ("=", "+", "-", "@", "\t=", "＝")


@dataclass(frozen=True)
class Target:
    """A running server, a port where somebody notes who comes, and a file that nobody may read."""

    port: int
    outside: int
    came: list[object]
    canary: str

    def send(self, escape: Escape) -> tuple[int, list[tuple[str, str]], bytes]:
        """Status, headers and body of the answer. The target of the request is sent as it stands."""

        def filled(text: bytes) -> bytes:
            return text.replace(b"PORT", str(self.outside).encode()).replace(b"CANARY", self.canary.encode())

        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        try:
            body = filled(escape.body)
            own_host = "Host" in escape.headers
            target = filled(escape.target.encode()).decode()
            connection.putrequest(escape.method, target, skip_host=own_host, skip_accept_encoding=True)
            for name, value in escape.headers.items():
                connection.putheader(name, value.encode())
            if body and "Content-Length" not in escape.headers:
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body)
            answer = connection.getresponse()
            return answer.status, answer.getheaders(), answer.read()
        finally:
            connection.close()


def write_hostile(folder: Path) -> Path:
    """A dataset of documents whose every text means harm to a page, a spreadsheet or a header."""
    made: dict[str, Sample] = {}
    for place, start in enumerate(("", *STARTS)):
        harm = f"{start}cmd|' /C calc'!A{place}{SCRIPT}{{{{7*7}}}}"
        words = f"Quyết định số {place}/QĐ-BGDĐT"
        text = f"{harm}\nThực hiện {words} {harm}\n"
        head = Head(
            "Kế hoạch", f"{place + 9}/KH-UBND", "Ủy ban nhân dân tỉnh Lạng Sơn", date="2024-01-02", title=harm
        )
        sample = Sample(f"{place}.txt", text, head)
        sample.cite(words, number=f"{place}/QĐ-BGDĐT", title=harm, issuer=harm, date="2024-01-01")
        path = folder / f"{place} ' onmouseover='x <svg onload=alert(3)>.txt".replace("/", "_")
        path.write_text(text, encoding="utf-8", newline="")
        made[text] = sample
    store = folder / "kg"
    ingest(sorted(folder.glob("*.txt")), store, extract=lambda text: made[text].extraction)
    return store


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    folder = tmp_path_factory.mktemp("target")
    (folder / "documents").mkdir()
    store = write_hostile(folder / "documents")
    canary = folder / "documents" / "canary.txt"
    canary.write_text(SECRET, encoding="utf-8")
    settings = Settings(store=store, costly_per_minute=0, reading_seconds=30)
    config = uvicorn.Config(
        create_app(settings), log_level="critical", proxy_headers=False, server_header=False
    )
    server = uvicorn.Server(config)
    with listening() as (outside, came), socket.create_server(("127.0.0.1", 0)) as here:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [here]})
        thread.start()
        try:
            yield Target(here.getsockname()[1], outside, came, canary.as_uri())
        finally:
            server.should_exit = True
            thread.join()


@pytest.mark.parametrize("escape", ESCAPES, ids=str)
def test_no_escape_succeeds(target: Target, escape: Escape) -> None:
    status, headers, body = target.send(escape)
    text = body.decode("utf-8", "replace")

    assert status in escape.statuses, text[:500]
    assert target.came == []
    assert SECRET not in text
    assert "root:x:0:" not in text
    names = {name.lower() for name, _ in headers}
    assert "x-evil" not in names
    if escape.kind == "header":
        assert not [value for _, value in headers if "evil" in value and "%" not in value]
    if "text/html" in dict(headers).get("content-type", ""):
        assert "content-security-policy" in names
        harmless(text, 3 if escape.target.startswith("/hinh/") and status == 200 else 0)
    if escape.kind == "formula" and status == 200:
        no_formula(escape.target, body)


def harmless(page: str, own_scripts: int) -> None:
    """No element of the page runs anything but scripts of ours, or leads anywhere that a text named."""
    outline = Outline(page)
    inside = [name for _, attributes in outline.elements for name in attributes if name.startswith("on")]
    assert len(outline.foreign_scripts) <= own_scripts
    assert inside == []
    assert not [link for link in outline.all("href") if link.lower().startswith(("javascript:", "data:"))]
    assert "{{7*7}}" in outline.text or "49" not in outline.text


def no_formula(address: str, data: bytes) -> None:
    if "format=csv" in address:
        rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
        assert not [cell for row in rows for cell in row if cell.lstrip().startswith(STARTS)]
    elif "format=xlsx" in address:
        openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
        book = openpyxl.load_workbook(io.BytesIO(data))
        kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
        assert kinds <= {"s", "n", "d"}
    elif "format=md" in address:
        assert "<script" not in data.decode().replace("\\<", "")


def test_every_kind_is_tried_and_the_number_is_the_one_that_is_said() -> None:
    assert {escape.kind for escape in ESCAPES} == KINDS
    assert len({str(escape) for escape in ESCAPES}) == len(ESCAPES)
    tried = len(ESCAPES) + len(test_guard.ESCAPES) + len(test_notes.REFUSED)
    policy = (Path(__file__).parents[2] / "SECURITY.md").read_text(encoding="utf-8")
    assert f"**{tried} escapes**" in policy
