"""Each reader beside the raw speed of a library for its format, on one long document made of the sample.

    python -m pytest tests/bench/test_bench_readers.py -s

Prints a table of characters and pages a second of CPU. The peers come with the extra `bench`; a missing one
leaves its column empty. The raw libraries give text without footnotes, list numbers, columns or tracked
changes.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from extractors.readers import read_bytes
from extractors.readers.models import Document
from tests.readers import sample_document

COPIES = 25
ROUNDS = 5

pytestmark = pytest.mark.filterwarnings("default")


def long_docx() -> bytes:
    """The sample's body many times over: about forty pages."""
    return sample_document.docx(sample_document.body(tracked=False) * COPIES)


def fastest(work: Callable[[], object]) -> float:
    """Seconds of CPU in the fastest round: other work on the machine does not count."""
    seconds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        seconds.append(time.process_time() - start)
    return min(seconds)


def raw_text(data: bytes) -> object:
    return data.decode("utf-8")


def raw_docx(data: bytes) -> object:
    docx = pytest.importorskip("docx")
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]


def raw_rtf(data: bytes) -> object:
    striprtf = pytest.importorskip("striprtf.striprtf")
    return striprtf.rtf_to_text(data.decode("latin-1"), errors="replace")


def raw_odt(data: bytes) -> object:
    opendocument, teletype = pytest.importorskip("odf.opendocument"), pytest.importorskip("odf.teletype")
    return teletype.extractText(opendocument.load(io.BytesIO(data)).text)


def raw_html(data: bytes) -> object:
    from selectolax.lexbor import LexborHTMLParser

    return LexborHTMLParser(data.decode("utf-8")).body.text()  # type: ignore[union-attr]


def raw_pdf(data: bytes) -> object:
    import pypdfium2

    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]


def raw_pdf_by_pdfplumber(data: bytes) -> object:
    pdfplumber = pytest.importorskip("pdfplumber")
    with pdfplumber.open(io.BytesIO(data)) as document:
        return [page.extract_text() for page in document.pages]


PEERS: dict[str, tuple[str, Callable[[bytes], object]]] = {
    "txt": ("bytes.decode", raw_text),
    "docx": ("python-docx", raw_docx),
    "rtf": ("striprtf", raw_rtf),
    "odt": ("odfpy", raw_odt),
    "html": ("selectolax", raw_html),
    "pdf": ("pypdfium2", raw_pdf),
    "pdf ": ("pdfplumber", raw_pdf_by_pdfplumber),
}


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The long document in every format that the machine can make."""
    import subprocess

    from extractors.readers import tools

    folder = tmp_path_factory.mktemp("long")
    source = folder / "long.docx"
    source.write_bytes(long_docx())
    made = {"docx": source.read_bytes(), "txt": (sample_document.TEXT * COPIES).encode("utf-8")}
    soffice = tools.find("soffice")
    if soffice is None:
        return made
    for ending in ("rtf", "odt", "html", "pdf"):
        command = [soffice, "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
        command += ["--convert-to", ending, "--outdir", str(folder), str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        made[ending] = Path(folder / f"long.{ending}").read_bytes()
    return made


def test_readers_beside_raw_libraries(
    documents: dict[str, bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    rows = []
    for key, (peer, raw) in PEERS.items():
        ending = key.strip()
        if ending not in documents:
            continue
        data = documents[ending]
        document: Document = read_bytes(data, f"long.{ending}")
        assert document.text.count("1705/QĐ-TTg") == COPIES
        ours = fastest(lambda data=data, ending=ending: read_bytes(data, f"long.{ending}"))  # type: ignore[misc]
        try:
            theirs = f"{fastest(lambda data=data, raw=raw: raw(data)):.3f}"  # type: ignore[misc]
        except pytest.skip.Exception:
            theirs = "–"
        speed = len(document.text) / ours / 1e6
        pages = f"{document.pages / ours:.0f}" if document.pages else ""
        rows.append(f"| .{ending} | {ours:.3f} | {speed:.2f} | {pages} | {peer} | {theirs} |")
    with capsys.disabled():
        print("\n| format | CPU s | million characters/s | pages/s | raw library | its CPU s |")
        print("| --- | ---: | ---: | ---: | --- | ---: |")
        print("\n".join(rows))
