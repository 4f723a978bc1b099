"""Who signed a document, and the certificate that ends a văn bản hợp nhất."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors import letters

# The line of an officer: "KT. BỘ TRƯỞNG", "PHÓ CHỦ TỊCH", "CHỦ TỊCH QUỐC HỘI".
ROLE = letters.compile(
    r"""\n[ ]*(?=[A-ZĐ])(?:(?:KT|TM|TL|TUQ|Q)\.?\s*)?(?:PHÓ\s+)?(?P<role>
      (?:CHỦ\s+TỊCH|THỦ\s+TƯỚNG|BỘ\s+TRƯỞNG|THỨ\s+TRƯỞNG|GIÁM\s+ĐỐC|BÍ\s+THƯ|CHỦ\s+NHIỆM|CHÁNH\s+VĂN\s+PHÒNG|TỔNG\s+CỤC\s+TRƯỞNG
      |CỤC\s+TRƯỞNG|TRƯỞNG\s+BAN|TRƯỞNG\s+PHÒNG|VỤ\s+TRƯỞNG|THỐNG\s+ĐỐC|TỔNG\s+BÍ\s+THƯ|HIỆU\s+TRƯỞNG|TỔNG\s+GIÁM\s+ĐỐC|TRƯỞNG\s+ĐOÀN)
      [^\n]{0,60})(?=\n|\Z)""",
    re.VERBOSE,
)
ROLE_EXAMPLES = (
    "\nKT. BỘ TRƯỞNG",
    "\nPHÓ CHỦ TỊCH",
    "\n CHỦ TỊCH QUỐC HỘI\n",
    "\nKT. BỘ TRƯỞNG THỨ TRƯỞNG Bùi Văn An",
)
NAME = r"[A-ZĐÀ-Ỹ][a-zà-ỹđ]+(?:\s+[A-ZĐÀ-Ỹ][a-zà-ỹđ]+){1,4}"
PERSON = letters.compile(rf"\n *(?:[A-Z]{{2,}}\.\s?)?(?P<name>{NAME}) *(?=\n|\Z)")
PERSON_EXAMPLES = {"\n Nguyễn Văn An \n": "Nguyễn Văn An", "\nTS. Lê Bình": "Lê Bình"}
# A name on the officer's own line, as flattened tables have it.
PERSON_IN_LINE = letters.compile(rf"(?<=[A-ZĐÀ-Ỹ] )(?P<name>{NAME}) *\Z")
OFFICE_PREFIX = letters.compile(r"^\W*(?:(?:KT|TM|TL|TUQ|Q)\.?\s*)?")
# Several officers on one line: the last one signs ("KT. BỘ TRƯỞNG THỨ TRƯỞNG").
LAST_OFFICE = letters.compile(
    r"(?<=\S )(?=(?:PHÓ |THỨ TRƯỞNG|CỤC TRƯỞNG|VỤ TRƯỞNG|CHÁNH VĂN PHÒNG|GIÁM ĐỐC))"
)
CLOSING = "./."
NEAR_CLOSING = 1800
"""So far (characters) behind the last words of the main text its signature stands."""

CERTIFIED = letters.compile(r"XÁC\s+(?:THỰC|NHẬN)\s+VĂN\s+BẢN\s+HỢP\s+NHẤT")
CERTIFICATE_NUMBER = letters.compile(r"Số\s*:\s*(?=\d)")
CERTIFICATE_LENGTH = 400
"""The number, the body, place and date of a certificate stand so near its words (characters)."""


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signed: name, office, and where the signature begins."""

    name: str
    office: str
    start: int


def read_signer(text: str) -> Signer | None:
    """The signature behind the closing of the main text, else the first in its last third."""
    closing = text.find(CLOSING)
    while closing >= 0:
        found = _signature(text, closing, min(len(text), closing + NEAR_CLOSING))
        if found:
            return found
        closing = text.find(CLOSING, closing + NEAR_CLOSING)
    return _signature(text, max(0, len(text) * 2 // 3 - 400), len(text))


def _signature(text: str, start: int, end: int) -> Signer | None:
    roles: list[re.Match[str]] = []
    for role in ROLE.finditer(text, start, end):
        inline = PERSON_IN_LINE.search(role["role"])
        if inline:
            return Signer(_plain(inline["name"]), _office(role[0].removesuffix(inline[0])), role.start())
        roles.append(role)
    for role in roles:
        person = PERSON.search(text, role.end(), min(end, role.end() + 300))
        if person:
            last = max((r for r in roles if r.start() < person.start()), key=lambda r: r.start())
            return Signer(_plain(person["name"]), _office(last[0]), role.start())
    return None


def _office(line: str) -> str:
    title = OFFICE_PREFIX.sub("", _plain(line))
    title = LAST_OFFICE.split(title)[-1].strip("* ")
    return title[:1] + title[1:].lower()


def _plain(text: str) -> str:
    return " ".join(text.split())


def find_certificate(text: str) -> tuple[int, int] | None:
    """Where the certificate of a consolidated text stands, from its number to its date, if it has one."""
    at = text.rfind("HỢP NHẤT")
    while at >= 0:
        found = CERTIFIED.search(text, max(0, at - 60), at + 8)
        if found:
            start = max(0, found.start() - CERTIFICATE_LENGTH)
            numbers = list(CERTIFICATE_NUMBER.finditer(text, start, found.end() + CERTIFICATE_LENGTH))
            before = [n.start() for n in numbers if n.start() < found.start()]
            begin = before[-1] if before else found.start()
            return begin, min(len(text), found.end() + CERTIFICATE_LENGTH)
        at = text.rfind("HỢP NHẤT", 0, at)
    return None
