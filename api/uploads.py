"""Files that came over HTTP, put where readers can read them: no path of theirs is trusted, none is run."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path

from fastapi import UploadFile
from starlette.exceptions import HTTPException

from api.settings import Settings

_CHUNK = 1 << 20
_LONGEST_NAME = 100
_NO_NAME = re.compile(r"[^\w. -]+")
_DEVICE = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")


def safe_name(name: str | None) -> str:
    r"""The last part of a file's name, with nothing in it that a system could take for more than a name.

    >>> safe_name("../../etc/Kế hoạch: số 1.docx"), safe_name("C:\\x\\con.txt"), safe_name("..")
    ('Kế hoạch_ số 1.docx', '_con.txt', 'document')
    """
    last = re.split(r"[/\\]", name or "")[-1]
    plain = _NO_NAME.sub("_", last).strip(" .")
    if _DEVICE.fullmatch(plain):
        plain = f"_{plain}"
    stem, dot, ending = plain.rpartition(".")
    return (
        f"{stem[: _LONGEST_NAME - len(ending)]}{dot}{ending}" if stem else plain[:_LONGEST_NAME] or "document"
    )


def keep(files: Sequence[UploadFile], folder: Path, settings: Settings) -> list[Path]:
    """Write the files under `folder`, each in a folder named by its content, and say where.

    Raises 413 where they are too many or too large together.
    """
    if len(files) > settings.upload_files:
        raise HTTPException(413)
    left, kept = settings.upload_bytes, []
    for file in files:
        data = bytearray()
        while chunk := file.file.read(_CHUNK):
            data += chunk
            if len(data) > left:
                raise HTTPException(413)
        left -= len(data)
        place = folder / hashlib.sha256(data).hexdigest()[:16]
        place.mkdir(parents=True, exist_ok=True)
        path = place / safe_name(file.filename)
        path.write_bytes(data)
        kept.append(path)
    return kept
