"""Documents fetched from a server of this test."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from extractors.readers import Limits, Reason, UnreadableFile
from extractors.readers.web import read_url, urls_of
from tests.readers import sample_document


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    (tmp_path / "kế hoạch.docx").write_bytes(sample_document.docx())
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_document_by_its_address(site: str) -> None:
    document = read_url(f"{site}/kế hoạch.docx")
    assert (document.text, document.name) == (sample_document.TEXT, "kế hoạch.docx")
    assert document.path == f"{site}/kế hoạch.docx"


@pytest.mark.parametrize(
    ("address", "limits", "reason"),
    [
        ("{site}/không có.docx", Limits(), Reason.NOT_FOUND),
        ("{site}/kế hoạch.docx", Limits(file_bytes=100), Reason.TOO_LARGE),
        ("file:///etc/passwd", Limits(), Reason.NO_ACCESS),
        ("http://127.0.0.1:1/x", Limits(), Reason.NO_ACCESS),
    ],
)
def test_what_cannot_be_fetched(site: str, address: str, limits: Limits, reason: Reason) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_url(address.format(site=site), limits)
    assert caught.value.reason is reason


def test_lists_of_addresses(tmp_path: Path) -> None:
    path = tmp_path / "danh sách.txt"
    path.write_text("# nguồn\nhttps://a.example/1\n\n  https://a.example/2  \n", encoding="utf-8-sig")
    assert list(urls_of(path)) == ["https://a.example/1", "https://a.example/2"]
