"""Servers over the samples and over a document that means harm."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from kg.ingest import ingest
from tests.kg.samples import Sample

HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)>{{7*7}}'
HOSTILE_FILE = "a' onmouseover='x <svg onload=alert(3)>.txt"


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A server over one document whose text, title, number, signer and file name are markup."""
    from extractors.models import Head

    words = f"Quyết định số 1{HOSTILE}/QĐ-BGDĐT"
    text = f"{HOSTILE}\nThực hiện {words} ngày hôm nay {HOSTILE}\n"
    head = Head("Kế hoạch", "9/KH-UBND", "Ủy ban nhân dân tỉnh Lạng Sơn", date="2024-01-02", title=HOSTILE)
    sample = Sample("hostile.txt", text, head)
    sample.cite(words, number=f"1{HOSTILE}/QĐ-BGDĐT", title=HOSTILE, issuer=HOSTILE, date="2024-01-01")
    folder = tmp_path_factory.mktemp("hostile")
    path = folder / HOSTILE_FILE.replace("/", "_")
    path.write_text(text, encoding="utf-8", newline="")
    ingest([path], folder / "kg", extract=lambda _: sample.extraction)
    app = create_app(Settings(store=folder / "kg"))
    with TestClient(app, raise_server_exceptions=False) as made:
        yield made
