"""Keys under which mentions meet: what two names of one instrument have in common, whoever writes them.

A number's key leaves out the year, because `06/TTLT-BGDĐT-BNV` of 2015 and `06/2015/TTLT-BGDĐT-BNV` are one;
the bodies of a joint circular come in any order. A law's key is its short title, a programme's its words
without connectives and with its period. Equal keys make candidates, never an identity by themselves.
"""

from __future__ import annotations

import re
from functools import cache

import ontology
from kg.iris import number_slug
from kg.resolve.keys import Naming, issuer_identity, type_slug
from ontology.slugs import slug

NUMBER, LAW, PROGRAMME, CONGRESS = "n:", "l:", "p:", "c:"

LAW_TYPES = frozenset({"luat", "bo-luat", "phap-lenh", "hien-phap"})
"""Types that texts cite by title, by slug."""

# "06-2015-ttlt-bgddt-bnv": a running number, the year inside the number, the signs.
_WITH_YEAR = re.compile(r"^(\d+[a-z]?)-((?:19|20)\d\d)-(?=[a-z])(.+)$")
# "06-ttlt-bgddt-bnv": the signs of the bodies that issued it together.
_JOINT = re.compile(r"^(\d+[a-z]?)-((?:ttlt|nqlt|qclt|cttlt|khlt)-)(.+)$")
# "giai đoạn 2016 - 2020 và định hướng đến năm 2025": the years say which programme of that name it is.
_PERIOD = re.compile(
    r"(?:(?<![a-z0-9])(?:giai-doan|nhiem-ky|thoi-ky|dinh-huong|tam-nhin|den|tu|het|(?<!viet-)nam|va)-)*(?:19|20)\d\d(?![0-9])"
)
_YEARS = re.compile(r"(?<![0-9])((?:19|20)\d\d)(?![0-9])")
# Words that one text writes and the next leaves out: "thể chất và thể thao", "thể chất, thể thao".
_CONNECTIVES = frozenset({"va", "ve", "viec", "cac", "cua", "cho"})
_BRACKETS = re.compile(r"\([^()]*\)")
# "của địa phương", "trên địa bàn tỉnh": every province has one of its own.
_LOCAL = re.compile(
    r"\b(?:dia-phuong|dia-ban-(?:tinh|huyen|thanh-pho|quan|xa|phuong)|cua-(?:tinh|thanh-pho|huyen|nganh|so|xa)"
    r"|cua-bo$|(?:toan|trong)-tinh|cap-tinh|cap-huyen)\b"
)
LEAST_WORDS = 4
"""A shorter name is too common to be anyone's in particular."""


def match_keys(naming: Naming) -> tuple[str, ...]:
    """All keys under which the naming may meet others; none where it says too little."""
    type_ = type_slug(naming.type, naming.number)
    keys: list[str | None] = [number_keys(naming.number)[0]] if naming.number else []
    if type_ in LAW_TYPES:
        keys += [law_key(naming.title)] if naming.title else []
    elif not naming.number:
        keys += [programme_key(type_, naming.title)] if naming.title else []
        keys += [congress_key(type_, issuer_identity(naming.issuer).slug)] if naming.issuer else []
    return tuple(key for key in keys if key)


def number_keys(number: str) -> tuple[str, int | None]:
    """The key of a số ký hiệu, and the year that stands in it.

    >>> number_keys("06/2015/TTLT-BGDĐT-BNV"), number_keys("06/TTLT-BNV-BGDĐT")
    (('n:06-ttlt-bgddt-bnv', 2015), ('n:06-ttlt-bgddt-bnv', None))
    """
    plain, year = number_slug(number), None
    match = _WITH_YEAR.match(plain)
    if match:
        plain, year = f"{match[1]}-{match[3]}", int(match[2])
    joint = _JOINT.match(plain)
    if joint:
        plain = f"{joint[1]}-{joint[2]}{'-'.join(sorted(joint[3].split('-')))}"
    return NUMBER + plain, year


def law_key(title: str) -> str:
    """The key of a law's title; a short form that the table of laws knows is that law."""
    return LAW + _law_titles().get(slug(title), slug(title))


def programme_key(type_slug: str, title: str) -> str | None:
    """The key of a programme, scheme or plan by its name; None for a name that cannot tell one from another.

    >>> programme_key("de-an", "phát triển thể chất và thể thao trường học, giai đoạn 2016-2020")
    'p:de-an:phat-trien-the-chat-the-thao-truong-hoc:2016-2020'
    """
    plain = slug(_BRACKETS.sub(" ", title))
    if _LOCAL.search(plain):
        return None
    years = sorted(set(_YEARS.findall(plain)))
    words = _PERIOD.sub(" ", plain).replace("-", " ").split()
    words = [word for word in words if word not in _CONNECTIVES and not word.isdigit()]
    if len(words) < LEAST_WORDS:
        return None
    return f"{PROGRAMME}{type_slug}:{'-'.join(words)}:{'-'.join(years)}"


def congress_key(type_slug: str, body_slug: str) -> str | None:
    """The key of what a Party congress resolved: it issues one resolution of itself."""
    return f"{CONGRESS}{type_slug}:{body_slug}" if body_slug.startswith("dai-hoi-") else None


@cache
def _law_titles() -> dict[str, str]:
    """Short titles and aliases that belong to one title only, as slugs."""
    meant: dict[str, set[str]] = {}
    for law in ontology.laws():
        for name in (law.title, *law.aliases):
            meant.setdefault(slug(name), set()).add(slug(law.title))
    return {name: min(titles) for name, titles in meant.items() if len(titles) == 1}
