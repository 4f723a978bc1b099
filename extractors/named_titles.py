"""Titles of instruments without number: where one ends, and the words around it that tell whether it is one.

A title ends at its closing quotation mark, at the end of its period, or before the first word that cannot
belong to it.
"""

from __future__ import annotations

import re

from extractors.phrases import words_of

LONGEST_TITLE = 420
"""Longest title (characters) that is believed."""

BEYOND_LIMIT = 60
"""How far a period that begins inside a title may go on behind where the title would end."""

# A mark that opens a title: " “Thư viện”", " ''Thư viện''"
OPEN_QUOTE = re.compile(r"\s*(?P<open>[“\"«‘]|'')\s*")
CLOSE_OF = {"“": ("”", '"'), '"': ('"', "”"), "«": ("»",), "‘": ("’",), "''": ("''", '"', "”")}

YEAR_OR_YEARS = r"(?:năm\s+)?\d{4}(?:\s*[-–—]\s*(?:năm\s+)?\d{4})?"
# "giai đoạn 2021-2025", "nhiệm kỳ 2020-2025"; a phase before the years: "giai đoạn I: từ 2021"
NAMED_PERIOD = (
    r"(?:giai\s+đoạn|thời\s+kỳ|nhiệm\s+kỳ|GIAI\s+ĐOẠN|THỜI\s+KỲ)"
    r"(?:\s+(?:từ\s+)?(?:\d|I{1,3}|[12])(?!\d)\s*[:,]?)?\s*(?:\(?từ\s+)?(?:năm\s+)?" + YEAR_OR_YEARS + r"\)?"
)
# "từ năm 2021 đến năm 2025", "đến năm 2030", "5 năm 2021-2025"
PLAIN_PERIOD = (
    r"(?:từ\s+)?năm\s+\d{4}\s*(?:[-–—]|đến)\s*(?:năm\s+)?\d{4}"
    r"|(?:đến|ĐẾN)\s+(?:hết\s+)?(?:năm|NĂM)\s+\d{4}"
    r"|(?:5|10)\s+năm\s+\d{4}\s*[-–]\s*\d{4}"
)
# ", tầm nhìn đến năm 2045", "và định hướng phát triển đến năm 2030", " và năm 2030"
OUTLOOK = (
    r"\s*(?:,\s*)?(?:và\s+)?(?:định\s+hướng|tầm\s+nhìn|ĐỊNH\s+HƯỚNG|TẦM\s+NHÌN)"
    r"(?:\s+(?:phát\s+triển\s+)?(?:đến|ĐẾN))?\s+(?:(?:năm|NĂM)\s+)?\d{4}"
    r"|\s*(?:,\s*)?(?:đến|và)\s+năm\s+\d{4}"
)
# A period with its outlook: " giai đoạn 2021 - 2030, tầm nhìn đến năm 2045", " đến năm 2030"
PERIOD = re.compile(
    rf"(?=[\s,(tgnđGTNĐ\d])\s*(?:,\s*)?(?:trong\s+)?\(?(?:{NAMED_PERIOD}|{PLAIN_PERIOD})(?:{OUTLOOK})*"
)
FOUR_DIGITS = re.compile(r"\d{4}")

# " của Chính phủ"
BODY_OF = re.compile(r"\s+của\s+")

# What cannot be inside an unquoted title: "; ", ", theo đó", " ban hành kèm theo", " được phê duyệt"
TITLE_STOP = re.compile(
    r"""(?=[;:“”"()|.,\sLBNQTCKĐvc])(?:[;:“”"()|]|\.(?=\s|\Z)|\n\s*\n
      |\s\d{1,2}/\d{1,2}/\d{4}|\shttps?:|\sNội\s+dung\b|\s(?:tại|theo)\s+(?:Phụ\s+lục|[Mm]ẫu)|,\s*Điều\s
      |\s+hết\s+hiệu\s+lực|,?\s+QUYẾT\s+(?:ĐỊNH|NGHỊ)\b
      |\s+(?:được|bị)\s+(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ|hủy|đính\s+chính|ngưng)|\s+Đã\s+được
      |,\s*(?:theo|trong\s+đó|nhằm|góp\s+phần|gắn\s+với|đồng\s+thời|đảm\s+bảo|bảo\s+đảm|phấn\s+đấu
            |(?:UBND|Ủy\s+ban(?:\s+nhân\s+dân)?)(?!\s+(?:nhân\s+dân\s+)?(?:các|cấp))
            |các\s+(?:sở|địa\s+phương|đơn\s+vị))
      |,?\s*(?:và\s+)?(?:các\s+)?(?=(?:
            Luật|Bộ\s+luật|Nghị\s+(?:định|quyết)|Quyết\s+định|Thông\s+tư|Chỉ\s+thị|Kết\s+luận|Kế\s+hoạch(?!\s+h(?:óa|oá))
            |Chương\s+trình|Đề\s+án|Chiến\s+lược|Công\s+văn|Quy\s+chế|Quy\s+định|Bộ\s+tiêu\s+chí)\s)
      |\s+(?:ban\s+hành\s+)?(?:kèm\s+theo|tại\s+(?:Quyết|Nghị|Thông|Văn|Công)
            |theo\s+(?:Quyết|Nghị|Thông|Kế|Chỉ|đúng|quy|tiến)|được\s+(?:phê|ban|duyệt|Thủ|Chính)
            |do\s+(?:Bộ|Chính|UBND|Thủ)|đã\s+được))""",
    re.VERBOSE,
)

# What follows a type word that no title follows: "Kế hoạch này", "Đề án được"
NOT_A_TITLE = re.compile(
    r"""\s*(?:[,.;:)/]|\Z|(?:này|hóa|hoá|với|bảo\s+đảm|đảm\s+bảo|phù\s+hợp|kịp\s+thời|như|để|nêu|trên|nêu|đã|được|là|và
      |hoặc|có|phải|thì|sẽ|cần|đó|khác|cụ\s+thể|chi\s+tiết|hằng\s+năm|hàng\s+năm
      |của\s+(?:đơn\s+vị|ngành|địa\s+phương|cơ\s+quan|mình)|số|gồm|bao\s+gồm|theo|tại|trong|sau|nhằm)\b)""",
    re.VERBOSE,
)

# Curricula and working plans, whose type words name no instrument: " giáo dục phổ thông", " công tác"
NO_INSTRUMENT = re.compile(rf"\s+{words_of('everyday work')}(?!\w)")

# Before a draft, a plan still to be made or a collective: "xây dựng và trình ", "các "
FUTURE_BEFORE = re.compile(
    r"""(?=[XxDdHhLlTtNnĐđSsCcm])(?:(?:[Xx]ây\s+dựng|[Dd]ự\s+thảo|[Hh]oàn\s+thiện|[Ll]ập|[Tt]rình|[Nn]ghiên\s+cứu|[Tt]ham\s+mưu
           |[Đđ]ề\s+xuất|[Ss]oạn\s+thảo|thẩm\s+định|[Cc]huẩn\s+bị)
        (?:\s+(?:và|cho|UBND|Ủy\s+ban\s+nhân\s+dân|tỉnh|cấp|có|thẩm\s+quyền|tổ\s+chức|thành\s+công|ban\s+hành
           |thực\s+hiện|trình|phê\s+duyệt|các|HĐND|Chính\s+phủ|Thủ\s+tướng))*\s+\Z
      | (?:các|những|mỗi|từng|Các|một\s+số)\s+\Z)""",
    re.VERBOSE,
)

# A plan that only carries another act out: "Kế hoạch triển khai", " hành động thực hiện"
CARRIES_OUT = re.compile(
    r"\s+(?:hành\s+động\s+)?(?:tổ\s+chức\s+)?(?:triển\s+khai|thực\s+hiện|tổng\s+thể\s+thực\s+hiện|phối\s+hợp"
    r"|hành\s+động\s+(?:thực\s+hiện|triển\s+khai))\b"
)

# Before what an act issues: "ban hành kèm theo Quyết định này ", "phê duyệt “"
ISSUED = re.compile(
    r"(?i:ban\s+hành(?:\s+kèm\s+theo(?:\s+(?:Quyết\s+định|Nghị\s+quyết|Thông\s+tư)\s+này)?)?(?:\s+bản)?"
    r"|phê\s+duyệt|BAN\s+HÀNH|PHÊ\s+DUYỆT|thông\s+qua|công\s+bố)\s+(?:các\s+)?[“\"]?\Z"
)

ISSUED_ENDS = ("hành", "theo", "này", "bản", "duyệt", "qua", "bố", "các")
"""The last words of `ISSUED`, asked first because it is cheaper."""

# An act that may issue it: "12/2020/QĐ-UBND", "Quyết định này", "Điều 1. Phê duyệt"
ACT_BEFORE = re.compile(
    r"\d+/[\d/]*[A-ZĐ]{2}|\d+-[A-ZĐ]\w+/|[Qq]uyết\s+định\s+này|Nghị\s+quyết\s+này|Thông\s+tư\s+này"
    r"|Điều\s+1\.\s*(?:Ban\s+hành|Phê\s+duyệt|Thông\s+qua)"
)

# A decision's first article, or the document's naming itself: "Điều 1. Phê duyệt", "Quyết định này "
DECIDES = re.compile(r"Điều\s+1\.|này\s+$")

# Behind the title of what is being decided: " như sau", ", với những nội dung"
AS_FOLLOWS = re.compile(
    r"như\s+sau|cụ\s+thể\s+như\s+sau|với\s+(?:các|những)\s+nội\s+dung|gồm\s+các\s+nội\s+dung"
)

# Behind the title of what was issued with an act: " ban hành kèm theo Quyết định", " (được ban hành tại Nghị"
CARRIED_BY = re.compile(
    r"\s*(?:,\s*)?(?:\(\s*)?(?:đã\s+)?(?:được\s+)?ban\s+hành\s+(?:kèm\s+theo|theo|tại)\s+"
    r"(?:Quyết|Nghị|Thông|Văn)"
)

# Before what is carried out: "triển khai ", "thực hiện có hiệu quả "
CARRIED_OUT = re.compile(
    r"(?i:triển\s+khai|thực\s+hiện|hưởng\s+ứng)(?:\s+(?:có\s+)?(?:hiệu\s+quả|tốt|nghiêm\s+túc))?\s+\Z"
)

# A scheme known by a short number: "Đề án 06", " số 06"
CODED = re.compile(r"\s+(?:số\s+)?(?P<code>\d{2,4})(?![\d/.,-]*\d|\s*[/-]|\s+(?:dự|đề|tỷ|triệu|năm|ngày))\b")

# An organisation's charter by the organisation's name: "Điều lệ Mặt trận Tổ quốc Việt Nam", " Đảng"
CHARTER = re.compile(
    r"\s+(?:Đảng(?:\s+Cộng\s+sản\s+Việt\s+Nam)?(?!\w)"
    r"|(?:Mặt\s+trận|Công\s+đoàn|Đoàn|Hội)\s[^,;:.()\n]{3,70}?(?:Việt\s+Nam|Hồ\s+Chí\s+Minh))"
)

# "Nghị quyết của Quốc hội về phát triển"
ASSEMBLY_RESOLUTION = re.compile(
    r"Nghị\s+quyết\s+của\s+(?P<body>Quốc\s+hội|Ủy\s+ban\s+[Tt]hường\s+vụ\s+Quốc\s+hội|Chính\s+phủ)\s+về\s+"
    r"(?!việc\s+ban)"
)

# The rest of a sentence and no title: " do UBND", " đúng tiến độ", " năm"
NAMES_NOTHING = re.compile(
    r"\s*(?:do|đúng|theo|qua|ở|thuộc|chịu|thực\s+hiện|Điều|năm|ngày|\d|TT\b|phải|khi|có|trước|từ|cho|đến|vào"
    r"|bằng|giữa|nếu|mà|của|sau|hoặc|cũng|kịp|hiệu|tại)\b"
)


def names_something(title: str) -> bool:
    """Whether the words behind a type word are a title and not the rest of a sentence."""
    return (
        not NAMES_NOTHING.match(title)
        and len(title.split()) >= 4
        and title.count("\n") < 3
        and not title.rstrip().endswith(("được", "và"))
    )


def read_quoted(text: str, at: int) -> tuple[str, int] | None:
    """The title in quotation marks right behind `at`, and where the closing mark ends."""
    opened = OPEN_QUOTE.match(text, at)
    if not opened or text.count("\n", at, opened.end()) > 1:
        return None
    ceiling = min(len(text), opened.end() + LONGEST_TITLE)
    marks = ((text.find(mark, opened.end(), ceiling), len(mark)) for mark in CLOSE_OF[opened["open"]])
    end, length = min((found for found in marks if found[0] >= 0), default=(-1, 0))
    if end < 0:
        return None
    inner = " ".join(text[opened.end() : end].split())
    return (inner, end + length) if len(inner) > 5 else None


def with_period(text: str, title: str, end: int) -> tuple[str, int]:
    """A quoted title with the period behind its mark, where it holds none itself."""
    beyond = PERIOD.match(text, end)
    if not beyond or PERIOD.search(title):
        return title, end
    return f"{title} {' '.join(beyond[0].split())}".replace(" ,", ","), beyond.end()


def title_limit(text: str, at: int) -> int:
    """Where an unquoted title ends at the latest."""
    ceiling = min(len(text), at + LONGEST_TITLE)
    stop = TITLE_STOP.search(text, at + 1, ceiling)
    return stop.start() if stop else ceiling


def period_within(text: str, at: int, limit: int) -> int | None:
    """Where the title ends if it names its period before `limit`."""
    ceiling = min(len(text), limit + BEYOND_LIMIT)
    found = PERIOD.search(text, at, ceiling) if FOUR_DIGITS.search(text, at, ceiling) else None
    if not found or found.start() > limit:
        return None
    return found.end() - 1 if found[0].endswith(")") and "(" not in text[at : found.end()] else found.end()
