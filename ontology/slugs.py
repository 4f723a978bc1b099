"""ASCII slugs of Vietnamese names: "Ủy ban nhân dân" → "uy-ban-nhan-dan"."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_OTHER = re.compile(r"[^a-z0-9]+")
_D = str.maketrans("đĐðÐɖƉ", "dddddd")


@lru_cache(maxsize=16_384)
def slug(text: str) -> str:
    """Lower-case ASCII words joined with hyphens; tone marks are dropped and đ becomes d.

    >>> slug("Bộ Giáo dục và Đào tạo")
    'bo-giao-duc-va-dao-tao'
    """
    plain = unicodedata.normalize("NFD", text.translate(_D)).encode("ascii", "ignore").decode("ascii")
    return _OTHER.sub("-", plain.lower()).strip("-")
