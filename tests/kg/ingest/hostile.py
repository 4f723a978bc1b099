"""An extraction for the tests of the reader pool: one text hangs, one takes the process down, one raises."""

from __future__ import annotations

import os
import time

from extractors.models import Extraction, Head


def extract(text: str) -> Extraction:
    """Nothing but a head, except where the text says what is to happen."""
    if "TREO" in text:
        time.sleep(600)
    if "SẬP" in text:
        os._exit(9)
    if "LỖI" in text:
        raise RuntimeError("hỏng")
    return Extraction(text, Head("Kế hoạch", "1/KH-UBND", title=text.strip()), ())
