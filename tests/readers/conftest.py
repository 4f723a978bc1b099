"""The sample document in every format, made once a run by the programs that offices use."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from extractors.readers import tools
from tests.readers import sample_document

FILTERS = {
    "odt": "odt",
    "fodt": "fodt",
    "rtf": "rtf",
    "doc": "doc:MS Word 97",
    "pdf": "pdf",
    "html": "html",
}
UNTRACKED = frozenset({"pdf", "html", "png"})
"""Formats that show tracked changes instead of keeping them: made of a version where they are accepted."""


def program(name: str, package: str) -> str:
    """Where a program is, or a skip that says what to install."""
    found = tools.find(name)
    if found is None:
        pytest.skip(f"{name} is not installed (Debian: {package})")
    return found


@pytest.fixture(scope="session")
def variant(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """A function that gives the sample in a format, made when first asked for."""
    folder = tmp_path_factory.mktemp("tài liệu mẫu")
    (folder / "tracked").mkdir()
    (folder / "accepted").mkdir()
    (folder / "tracked" / "sample.docx").write_bytes(sample_document.docx())
    (folder / "accepted" / "sample.docx").write_bytes(sample_document.docx(tracked=False))

    def make(ending: str) -> Path:
        source = folder / ("accepted" if ending in UNTRACKED else "tracked") / "sample.docx"
        made = source.with_suffix(f".{ending}")
        if made.exists():
            return made
        if ending == "png":
            return scan(make("pdf"))
        soffice = program("soffice", "libreoffice-writer")
        profile = (folder / "profile").as_uri()
        command = [soffice, "--headless", f"-env:UserInstallation={profile}", "--convert-to", FILTERS[ending]]
        subprocess.run(
            [*command, "--outdir", str(source.parent), str(source)],
            check=True,
            capture_output=True,
            timeout=180,
        )
        assert made.exists(), f"LibreOffice made no {ending}"
        return made

    return make


def scan(pdf: Path) -> Path:
    """The pages of a PDF as pictures; the first one's path."""
    program("pdftoppm", "poppler-utils")
    converter = shutil.which("pdftoppm") or "pdftoppm"
    subprocess.run(
        [converter, "-r", "300", "-gray", "-png", str(pdf), str(pdf.with_name("scan"))],
        check=True,
        timeout=120,
    )
    return sorted(pdf.parent.glob("scan-*.png"))[0]


@pytest.fixture
def no_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which none of the outside programs is installed."""
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(tools, "_WINDOWS_PLACES", {})
    monkeypatch.setattr(tools, "_MAC_PLACES", {})
