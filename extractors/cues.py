"""Finding the cue that governs a mention: the phrase before it (or behind it) that names the relation.

The phrases come from `ontology/tables/cues.csv`, the words that may stand between a phrase and its object
from `ontology/tables/filler.csv`; here is only how they are looked for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from extractors import letters
from extractors.models import Relation
from extractors.phrases import by_first_letter
from ontology.cues import Cue, cues, filler_words

REACH = 400
"""How far (characters) before a mention a cue may govern it."""
LONGEST_PLACE = 96
"""The longest place: "được hướng dẫn theo đúng quy định của các điều, khoản của"."""
MOST_FILLER = 16
"""How many words may stand between a verb and its object."""
ADJACENT = frozenset(("tiếp tục", "hoàn thành"))
"""Verbs that carry an act out only where it is their own object."""
MOST_ADJACENT = 6
"""How many words may stand between one of them and its object."""

# "quy định ", "nêu ", "được hướng dẫn ": the verb of a place.
PLACE_VERBS = (
    r"quy\s+định|nêu|ghi|xác\s+định|ban\s+hành|cấp|công\s+bố|đề\s+ra|hướng\s+dẫn|ký|lập|áp\s+dụng|đề\s+cập"
    r"|dẫn\s+chiếu|viện\s+dẫn"
)
# "tại", "theo quy định của": the place itself.
STRONG_PLACES = (
    r"theo(?:\s+đúng)?"
    r"(?:\s+(?:quy\s+định|hướng\s+dẫn|nội\s+dung|yêu\s+cầu|chỉ\s+đạo|nguyên\s+tắc|lộ\s+trình))?"
    r"(?:\s+(?:tại|của|trong))?|tại|trong|kèm\s+theo|so\s+với|trái\s+với|khác\s+với|phù\s+hợp\s+với|đối\s+với"
)
WEAK_PLACES = "của|với|như"
# Between a place and its object: " các ", " “"
BEFORE_OBJECT = r"\s*(?:các\s+|những\s+)?(?:điều,?\s+khoản\s+của\s+)?\s*[\"“(:]?\s*\Z"
# "quy định tại ", "theo quy định của ", "được nêu trong ": before an instrument that they merely name.
PLACE = re.compile(
    rf"(?:(?:được\s+)?(?:{PLACE_VERBS})\s+)?(?:(?P<strong>{STRONG_PLACES})|{WEAK_PLACES}){BEFORE_OBJECT}"
)

# The same without its verb, as it is found fastest: "theo quy định tại ", "của "
PLACE_ITSELF = re.compile(rf"(?:{STRONG_PLACES}|{WEAK_PLACES}){BEFORE_OBJECT}")

# A verb right before it: "quy định ", "được nêu "
VERB_OF_PLACE = re.compile(rf"(?:được\s+(?:{PLACE_VERBS})|{PLACE_VERBS})\s+\Z")

PLACE_ENDS = (
    "theo", "đúng", "định", "dẫn", "dung", "cầu", "đạo", "tắc", "trình", "tại", "của", "trong", "với", "như",
    "các", "những",
)  # fmt: skip
"""What every place ends with: most texts before a mention end otherwise, and are not searched."""
LONGEST_VERB = 40
"""The longest verb of a place, in characters, its blanks or line breaks counted in."""
LAST_WORD = 16
"""So much (characters) of the end of a text holds its last word."""

# "; ", ". Các", ", UBND tỉnh", ", các sở", ", đồng thời", " thì ": what follows is not its verb's object.
CLAUSE_BREAK = letters.compile(
    r"(?=[;:.,t])(?:[;:]\s|\.\s+(?=[A-ZĐÀ-Ỹ])"
    r"|,\s*(?:(?:UBND|Ủy\s+ban\s+nhân\s+dân|Ủy\s+ban|Uỷ\s+ban|Chủ\s+tịch|Bộ\s|Sở\s|Chính\s+phủ|Thủ\s+tướng"
    r"|Tỉnh\s+ủy|Thành\s+ủy|Ban\s|các\s+(?:sở|đơn|cơ|địa|bộ|cấp)|HĐND|Hội\s+đồng|cơ\s+quan|đơn\s+vị|Giám\s+đốc)"
    r"|(?:đồng\s+thời|trong\s+đó|góp\s+phần|nhằm|gắn\s+với|bảo\s+đảm|đảm\s+bảo|phù\s+hợp|tiếp\s+tục|tổ\s+chức"
    r"|triển\s+khai|thực\s+hiện|phấn\s+đấu|kết\s+hợp|thì|để)\b)|\bthì\b)"
)

# "có hiệu lực ": a verb behind it carries nothing out, the act comes into force.
EFFECT = re.compile(r"hiệu\s+lực\s+\Z")

# " khoản", " một số", " các": "bổ sung" adds to an act only before these; a pension may be "bổ sung" too.
AMENDED_PART = re.compile(r"\s*(?:khoản|điểm|điều|một\s+số|cụm|phụ|mẫu|chương|mục|các|và|$)")

# "sửa đổi, ", "sửa đổi và ": or behind these.
AMENDS_BEFORE = re.compile(r"(?:sửa\s+đổi\s*,?\s*(?:và\s+)?)\Z")

# " thi hành một số", " khoản": only a part of the act has its force ended.
PARTLY = re.compile(r"\s*(?:thi\s+hành\s+)?(?:một\s+số|điều|khoản|điểm|quy\s+định)")

WORD = re.compile(r"\w+")
FIGURE = re.compile(r"\d")

# "100% ", "mục tiêu 3.2", "dự án số 5": figures between a verb and its object that only say how much of it.
SHARE = re.compile(
    r"\d+(?:,\d+)?\s?%|(?:mục\s+tiêu|nhiệm\s+vụ|nội\s+dung|(?:tiểu\s+)?dự\s+án|hợp\s+phần)\s+(?:số\s+)?\d+(?:\.\d+)*"
)


@dataclass(frozen=True, slots=True)
class FoundCue:
    """A cue at a range of a lower-case text, the relation it names, its role."""

    start: int
    end: int
    relation: Relation
    role: str
    phrase: str


@cache
def _table() -> dict[str, Cue]:
    return {cue.phrase: cue for cue in cues()}


def _alternation(*roles: str) -> str:
    return by_first_letter(sorted((c.phrase for c in cues() if c.role in roles), key=len, reverse=True))


@cache
def _before() -> re.Pattern[str]:
    """A cue at the start of a word; the blank or mark before it is matched too: so a text is skimmed fast."""
    return letters.compile(rf"[\s(“\"/,;:.–-]({_alternation('active', 'carried')})(?!\w)")


@cache
def _behind() -> re.Pattern[str]:
    return letters.compile(rf"(?<!\w)(?:{_alternation('trailing')})(?!\w)")


def _found(words: str, start: int, end: int) -> FoundCue:
    """The cue that the words of a text are, however they are broken into lines."""
    cue = _table()[" ".join(words.split())]
    return FoundCue(start, end, cue.relation, cue.role, cue.phrase)  # type: ignore[arg-type]


def place_before(low: str) -> re.Match[str] | None:
    """The words at the end of a lower-case text that merely name what follows."""
    if not low[-LAST_WORD:].rstrip(' \n"“(:').endswith(PLACE_ENDS):
        return None
    floor = max(0, len(low) - LONGEST_PLACE)
    itself = PLACE_ITSELF.search(low, floor)
    if itself is None:
        return None
    verb = VERB_OF_PLACE.search(low, max(floor, itself.start() - LONGEST_VERB), itself.start())
    return PLACE.match(low, verb.start() if verb else itself.start())


@lru_cache(maxsize=8192)
def last_cue(low: str) -> FoundCue | None:
    """The last active cue in a lower-case text."""
    text = f" {low}"
    found = None
    for match in _before().finditer(text, max(0, len(low) - REACH)):
        if not _is_other_word(text, match[1], match.start(1), match.end()):
            found = match
    return None if found is None else _found(found[1], found.start(1) - 1, found.end() - 1)


def _is_other_word(low: str, phrase: str, start: int, end: int) -> bool:
    """Whether a cue's words do not name its relation here ("có hiệu lực thi hành", "văn bản hướng dẫn")."""
    before = max(0, start - 16)
    if phrase == "thi hành":
        return EFFECT.search(low, before, start) is not None
    if phrase == "bổ sung":
        return AMENDED_PART.match(low, end) is None and AMENDS_BEFORE.search(low, before, start) is None
    if phrase in ADJACENT:
        return len(WORD.findall(low, end)) > MOST_ADJACENT or not only_filler(low[end:])
    if phrase.startswith("hướng dẫn"):
        return low.endswith(("văn bản ", "theo ", "được "), 0, start)
    return False


def first_trailing_cue(low: str) -> FoundCue | None:
    """The first trailing cue ("hết hiệu lực") in a lower-case text; not the words of a title."""
    if "hiệu" not in low and "bỏ" not in low:
        return None
    found = next((m for m in _behind().finditer(low) if not PARTLY.match(low, m.end())), None)
    return None if found is None else _found(found[0], found.start(), found.end())


def only_filler(tail: str) -> bool:
    """Whether the words between a verb and the mention leave the mention its object."""
    tail = tail.rstrip(" :\r\n")
    if CLAUSE_BREAK.search(tail):
        return False
    words = WORD.findall(SHARE.sub("", tail) if FIGURE.search(tail) else tail)
    return len(words) <= MOST_FILLER and filler_words().issuperset(words)
