"""A folder that is watched hands out each file once it is whole, and again when it changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kg.ingest.files import Selection
from kg.ingest.watch import settled_files


class Looks:
    """What happens in the folder between two looks, one step after another; then the watching ends."""

    def __init__(self, *steps: Callable[[], object]) -> None:
        self._steps = list(steps)

    def __call__(self, seconds: float) -> None:
        if not self._steps:
            raise KeyboardInterrupt
        self._steps.pop(0)()


def watched(folder: Path, looks: Looks, selection: Selection | None = None) -> list[list[str]]:
    found: list[list[str]] = []
    try:
        for group in settled_files([folder], selection or Selection(), wait=looks):
            found.append([path.name for path in group])
    except KeyboardInterrupt:
        return found
    raise AssertionError("watching never ends by itself")


def test_what_is_there_comes_first_then_what_arrives(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("một", encoding="utf-8")
    new = tmp_path / "kế hoạch.txt"
    looks = Looks(
        lambda: new.write_text("đang", encoding="utf-8"),
        lambda: new.write_text("đang chép", encoding="utf-8"),
        lambda: None,
        lambda: None,
        (tmp_path / "a.txt").unlink,
        lambda: new.write_text("sửa lại hẳn", encoding="utf-8"),
        lambda: None,
    )
    assert watched(tmp_path, looks) == [["a.txt"], ["kế hoạch.txt"], ["kế hoạch.txt"]]


def test_an_empty_folder_hands_out_nothing(tmp_path: Path) -> None:
    assert watched(tmp_path, Looks(lambda: None, lambda: None)) == []


def test_only_what_is_wanted(tmp_path: Path) -> None:
    for name in ("a.txt", "b.docx"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert watched(tmp_path, Looks(), Selection(globs=("*.docx",))) == [["b.docx"]]
