"""The installer for closed networks, used as it would be: in a new folder, with the network cut."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from api.bundle import make_bundle
from api.exits import Exit
from kg.errors import BadRequest
from tests.api.conftest import Run

ROOT = Path(__file__).parents[2]
SECONDS = 900
WINDOWS = sys.platform == "win32"


def without_network(*command: object) -> subprocess.CompletedProcess[str]:
    """Run a program that reaches no network: in a namespace without one where the system has them."""
    words = list(map(str, command))
    if shutil.which("unshare") and not subprocess.run(["unshare", "-rn", "true"], check=False).returncode:
        words = ["unshare", "-rn", *words]
    nowhere = "http://127.0.0.1:9"
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "PYTHON"))}
    environment = kept | {
        "PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull, "PYTHON": sys.executable,
        "HTTP_PROXY": nowhere, "HTTPS_PROXY": nowhere, "PIP_NO_COMPILE": "1",
    }  # fmt: skip
    return subprocess.run(
        words, env=environment, capture_output=True, encoding="utf-8", timeout=SECONDS, check=False
    )


def test_it_installs_and_works_with_the_network_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Pages that are built go along; a test builds none, for which it would need a network.
    monkeypatch.setenv("DANCHIEU_ISLANDS", "none")
    folder, target, store = tmp_path / "bộ cài", tmp_path / "máy đích", tmp_path / "kho"
    made = make_bundle(folder, ())
    assert made.extras == ()
    (own,) = (folder / "wheels").glob("danchieu-*.whl")
    with zipfile.ZipFile(own) as wheel:
        names = set(wheel.namelist())
    assert {"viz/static/site.css", "viz/templates/base.html", "api/bundled/install.sh"} <= names
    if (ROOT / "viz" / "static" / "dist" / "manifest.json").exists():
        assert "viz/static/dist/manifest.json" in names
    script = [folder / "install.bat"] if WINDOWS else ["sh", folder / "install.sh"]
    installed = without_network(*script, target)
    assert installed.returncode == 0, installed.stdout + installed.stderr
    program = target / ("Scripts/danchieu.exe" if WINDOWS else "bin/danchieu")
    shown = without_network(program, "demo", "--build-only", "--store", store)
    assert shown.returncode == 0, shown.stdout + shown.stderr
    answer = without_network(program, "implements", "9120/QĐ-TTg", "--store", store, "--format", "json")
    assert '"evidence"' in answer.stdout


def test_a_folder_in_use_is_left_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "tài liệu.txt").write_text("của người khác", encoding="utf-8")
    with pytest.raises(BadRequest):
        make_bundle(tmp_path)
    assert run("bundle", tmp_path).code == Exit.USAGE
    assert [path.name for path in tmp_path.iterdir()] == ["tài liệu.txt"]
