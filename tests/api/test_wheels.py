"""Wheels made again from what is installed."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import zipfile
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.utils import canonicalize_name

from api.wheels import described, repacked, requirements
from kg.errors import BadRequest


@pytest.mark.parametrize("name", ["click", "jinja2", "numpy"])
def test_a_wheel_holds_what_was_installed_and_says_so(name: str, tmp_path: Path) -> None:
    here = distribution(name)
    wheel = repacked(here, tmp_path)
    assert wheel.name.startswith(f"{here.name.lower()}-{here.version}-")
    with zipfile.ZipFile(wheel) as packed:
        names = set(packed.namelist())
        (record,) = (member for member in names if member.endswith(".dist-info/RECORD"))
        rows = list(csv.reader(io.StringIO(packed.read(record).decode("utf-8"))))
        assert {row[0] for row in rows} == names
        for member, digest, size in rows:
            if member != record:
                data = packed.read(member)
                expected = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
                assert (digest, size) == (f"sha256={expected}", str(len(data)))
    assert not any(member.endswith((".pyc", "INSTALLER", "direct_url.json")) for member in names)
    again = described(wheel)
    assert (again.name, again.version) == (here.name, here.version)
    assert again.requires == here.requires


def test_all_that_is_needed_is_found_with_its_own_needs() -> None:
    needed = {canonicalize_name(here.name) for here in requirements(distribution("fastapi"), ())}
    assert {"starlette", "pydantic", "pydantic-core", "anyio"} <= needed
    assert "fastapi" not in needed


def test_what_is_not_installed_is_named(tmp_path: Path) -> None:
    info = tmp_path / "mau-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: mau\nVersion: 1.0\nProvides-Extra: them\n"
        "Requires-Dist: click\nRequires-Dist: khong-co-goi-nay; extra == 'them'\n",
        encoding="utf-8",
    )
    with zipfile.ZipFile(tmp_path / "mau-1.0-py3-none-any.whl", "w") as wheel:
        wheel.write(info / "METADATA", "mau-1.0.dist-info/METADATA")
    itself = described(tmp_path / "mau-1.0-py3-none-any.whl")
    assert [here.name for here in requirements(itself, ())] == ["click"]
    with pytest.raises(BadRequest, match="khong-co-goi-nay"):
        requirements(itself, ["them"])
