"""Files of an index as memory: what numpy has written is read as numpy reads it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from kg.index.mapping import mapped, mapped_bytes


@pytest.mark.parametrize("kind", [np.uint8, np.uint16, np.int16, np.int32, np.int64, np.float64, np.bool_])
@pytest.mark.parametrize("shape", [(0,), (1,), (12_345,), (0, 3), (7, 1), (5, 14)])
def test_an_array_is_what_it_was(tmp_path: Path, kind: type[np.generic], shape: tuple[int, ...]) -> None:
    array = np.arange(np.prod(shape)).astype(kind).reshape(shape)
    np.save(tmp_path / "column.npy", array)
    found = mapped(tmp_path / "column.npy")
    assert (found.dtype, found.shape) == (array.dtype, array.shape)
    assert np.array_equal(found, array)
    assert not found.flags.writeable


@pytest.mark.parametrize("content", [b"", b"\x93NUMPY\x01\x00v\x00", b"PK\x03\x04 what another tool wrote"])
def test_what_is_no_array_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "column.npy").write_bytes(content)
    with pytest.raises(ValueError, match=r"column\.npy does not begin like an array of numbers"):
        mapped(tmp_path / "column.npy")


def test_an_array_cut_short_is_refused(tmp_path: Path) -> None:
    np.save(tmp_path / "column.npy", np.arange(100))
    (tmp_path / "column.npy").write_bytes((tmp_path / "column.npy").read_bytes()[:-1])
    with pytest.raises(ValueError, match=r"column\.npy is cut short"):
        mapped(tmp_path / "column.npy")


@pytest.mark.parametrize("content", [b"", "số ký hiệu".encode()])
def test_bytes_are_what_they_were(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "names.bytes").write_bytes(content)
    assert mapped_bytes(tmp_path / "names.bytes") == content


def test_an_absent_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as error:
        mapped(tmp_path / "gone.npy")
    assert Path(error.value.filename).name == "gone.npy"
