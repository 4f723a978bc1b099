"""Compile the annotated sources under `src/` into plain texts and gold files.

    python tests/gold/compile.py            write dev/, holdout/, gold-dev.json and gold-holdout.json
    python tests/gold/compile.py --check    exit 1 where a compiled file is not current

A source is a head (`key: value` lines), a line `---`, and the text with marks around what is annotated.
Offsets are computed, never typed. Marks nest.

    {{Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ|implements; @q749}}    a citation
    {{?Danh mục nghề|promulgates; named}}      a mention that the guide leaves open (`optional`)
    {{-Kế hoạch này|the document itself}}      a trap (`not_citations`) and its reason

What stands after the bar, separated by `; `:
    relation, relation<ref     the relation, and the `@` name of the citation it hangs on (self if none)
    passive<ref                `được sửa đổi … bởi`: amends, inverse; cites from self is accepted
    basis-passive<ref          the same inside a `Căn cứ` line, where based_on from self is accepted too
    named, party               the kind, where neither a number nor a law's title tells it
    @name, =name               names this citation; says that it is the same instrument as that one
    pin=5.2.a, 7, m:2, pl:I    pinpoints: article.clause.point, `m:` a section, `pl:` an annex; `_` for "none"
    items                      the pinpoints are gathered from the items under a heading
    accept=cites / amends<ref / approves^ref / end~words    other readings; `^` turns the edge round,
                               `end~`, `start~` also accept a span that ends after, begins at these words
    type= number= date= year= issuer= title= written= note=    what the span does not tell; `-` omits a field

Head keys: `file`, `doc.*` (the document's own fields), `issuer NAME: canonical body` for the names that the
text uses, `symbol XYZ: canonical body` for the symbols in numbers, `province: tỉnh X` (or `thành phố X`), by
which `UBND tỉnh`, `Tỉnh ủy`, `Sở Y tế` and the symbols of the departments are read, `render:` any of crlf,
nfd, wrap=78, `allow: contradiction` where a text may name another issuer than the number does.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
SPLITS = ("dev", "holdout")

TYPES = (
    "Chương trình hành động", "Chương trình mục tiêu quốc gia", "Chương trình", "Thông tư liên tịch",
    "Thông tư", "Nghị quyết", "Nghị định", "Quyết định", "Chỉ thị", "Kế hoạch", "Kết luận", "Thông báo",
    "Thông tri", "Công văn", "Công điện", "Hướng dẫn", "Quy định", "Quy chế", "Quy hoạch", "Quy chuẩn",
    "Tờ trình", "Báo cáo", "Biên bản", "Bộ luật", "Bộ quy tắc", "Bộ tiêu chí", "Bộ Tiêu chí",
    "Bộ chỉ số", "Luật", "Pháp lệnh", "Hiến pháp", "Lệnh", "Đề án", "Dự án", "Chiến lược", "Chuyên đề",
    "Điều lệ", "Phương án", "Danh mục", "Giấy phép", "Văn bản hợp nhất", "Văn bản", "Chiến dịch",
    "Quy trình", "Quy tắc",
)  # fmt: skip
LAWS = ("Bộ luật", "Luật", "Pháp lệnh", "Hiến pháp")
BODIES = {
    "Ban Bí thư Trung ương Đảng": "Ban Bí thư",
    "Ban Bí thư Trung ương": "Ban Bí thư",
    "Ban Chấp hành Trung ương Đảng": "Ban Chấp hành Trung ương",
    "Bộ GDĐT": "Bộ Giáo dục và Đào tạo",
    "Bộ GD&ĐT": "Bộ Giáo dục và Đào tạo",
    "Thủ tướng": "Thủ tướng Chính phủ",
}
SYMBOLS = {
    "CP": "Chính phủ",
    "TTg": "Thủ tướng Chính phủ",
    "VPCP": "Văn phòng Chính phủ",
    "BGDĐT": "Bộ Giáo dục và Đào tạo",
    "BNV": "Bộ Nội vụ",
    "BTC": "Bộ Tài chính",
    "BYT": "Bộ Y tế",
    "BTP": "Bộ Tư pháp",
    "BXD": "Bộ Xây dựng",
    "BTNMT": "Bộ Tài nguyên và Môi trường",
    "BTTTT": "Bộ Thông tin và Truyền thông",
    "BKHCN": "Bộ Khoa học và Công nghệ",
    "BKHĐT": "Bộ Kế hoạch và Đầu tư",
    "BCT": "Bộ Công Thương",
    "BCA": "Bộ Công an",
    "BGTVT": "Bộ Giao thông vận tải",
    "BNNPTNT": "Bộ Nông nghiệp và Phát triển nông thôn",
    "BLĐTBXH": "Bộ Lao động - Thương binh và Xã hội",
    "BVHTTDL": "Bộ Văn hóa, Thể thao và Du lịch",
    "UBDT": "Ủy ban Dân tộc",
    "TTCP": "Thanh tra Chính phủ",
}
DEPARTMENTS = {
    "SNV": "Sở Nội vụ",
    "STC": "Sở Tài chính",
    "STP": "Sở Tư pháp",
    "SYT": "Sở Y tế",
    "SXD": "Sở Xây dựng",
    "SCT": "Sở Công Thương",
    "SNN": "Sở Nông nghiệp và Phát triển nông thôn",
    "SNNMT": "Sở Nông nghiệp và Môi trường",
    "SGTVT": "Sở Giao thông vận tải",
    "SGDĐT": "Sở Giáo dục và Đào tạo",
    "STTTT": "Sở Thông tin và Truyền thông",
    "SKHĐT": "Sở Kế hoạch và Đầu tư",
    "SKHCN": "Sở Khoa học và Công nghệ",
    "STNMT": "Sở Tài nguyên và Môi trường",
    "SLĐTBXH": "Sở Lao động - Thương binh và Xã hội",
    "SVHTTDL": "Sở Văn hóa, Thể thao và Du lịch",
}
KNOWN_BODIES = frozenset(SYMBOLS.values()) | {
    "Quốc hội", "Ủy ban Thường vụ Quốc hội", "Bộ Chính trị", "Ban Bí thư", "Ban Chấp hành Trung ương",
    "Ban Tổ chức Trung ương", "Ban Tuyên giáo Trung ương", "Ủy ban Kiểm tra Trung ương",
    "Văn phòng Trung ương Đảng", "Bộ Nông nghiệp và Môi trường", "Bộ Dân tộc và Tôn giáo", "Bộ Quốc phòng",
    "Bộ Ngoại giao", "Ngân hàng Nhà nước Việt Nam", "Tòa án nhân dân tối cao",
}  # fmt: skip
OFFICER = re.compile(
    r"(?i)^(?:(?:Phó )?(?:Bộ trưởng|Chủ tịch|Giám đốc|Chủ nhiệm)|Ban Thường vụ|Ban Chấp hành Đảng bộ|"
    r"Thường trực|Tổng Thanh tra|Trưởng|Chánh|Thống đốc)\b"
)
NUMBER = re.compile(r"\d+[a-z]?[/-][0-9A-Za-zĐÐƯ&/.-]*[A-Za-zĐÐƯ][0-9A-Za-zĐÐƯ&/-]*")
DATE = re.compile(
    r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})|ngày\s+(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})",
    re.IGNORECASE,
)
CYRILLIC = str.maketrans("АВЕКМНОРСТХ", "ABEKMHOPCTX")
RELATION = re.compile(r"^([a-z_-]+)(?:<(\w+))?$")
ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})")
MARK = re.compile(r"\{\{|\}\}")


class SourceError(ValueError):
    """A source file breaks the format; the message names file and place."""


@dataclass(slots=True)
class Mark:
    """One mark of a source: where it stands in the rendered text and what is said of it."""

    start: int
    flag: str = ""
    end: int = 0
    attributes: str = ""
    text: str = field(default="", repr=False)


@dataclass(slots=True)
class Source:
    """One annotated source file, taken apart."""

    path: Path
    head: dict[str, str]
    issuers: dict[str, str]
    symbols: dict[str, str]
    text: str
    marks: list[Mark]


def flat(text: str) -> str:
    """The text on one line, composed."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


def read_source(path: Path) -> Source:
    """Split a source into its head, its rendered text and its marks."""
    raw = path.read_text(encoding="utf-8")
    head_text, _, body = raw.partition("\n---\n")
    head: dict[str, str] = {}
    issuers: dict[str, str] = {}
    symbols: dict[str, str] = {}
    for line in head_text.splitlines():
        key, _, value = line.partition(": ")
        kind, _, name = key.partition(" ")
        target = {"issuer": issuers, "symbol": symbols}.get(kind, head) if name else head
        target[name or key] = value.strip()
    if "province" in head:
        issuers = local_bodies(head["province"]) | issuers
        own = {"UBND": issuers["UBND " + head["province"]], "HĐND": issuers["HĐND " + head["province"]]}
        own["TU"] = next(v for k, v in issuers.items() if k in ("Tỉnh ủy", "Thành ủy"))
        symbols = own | {k: f"{v} {head['province']}" for k, v in DEPARTMENTS.items()} | symbols
    text, marks = render(body, head.get("render", "").split(), path)
    return Source(path, head, issuers, symbols, text, marks)


def local_bodies(province: str) -> dict[str, str]:
    """What the relative names of a province's bodies stand for."""
    word, party = ("tỉnh", "Tỉnh ủy") if province.startswith("tỉnh") else ("thành phố", "Thành ủy")
    name = province[len(word) + 1 :]
    found = {f"{party}": f"{party} {name}", f"Ban Chấp hành Đảng bộ {word}": f"{party} {name}"}
    for short, full in (("UBND", "Ủy ban nhân dân"), ("HĐND", "Hội đồng nhân dân")):
        for written in (short, full, full.replace("Ủy", "Uỷ")):
            for place in (word, province):
                found[f"{written} {place}"] = f"{full} {province}"
                found[f"Chủ tịch {written} {place}"] = f"{full} {province}"
    for written in (party, f"{party} {name}"):
        found[written] = found[f"Ban Thường vụ {written}"] = f"{party} {name}"
    for department in DEPARTMENTS.values():
        for written in (department, f"{department} {word}", f"{department} {province}"):
            found[written] = found[f"Giám đốc {written}"] = f"{department} {province}"
    return found


def render(body: str, how: list[str], path: Path) -> tuple[str, list[Mark]]:
    """The plain text of a marked body, with its marks in the order of their starts."""

    def shaped(chunk: str) -> str:
        chunk = ESCAPE.sub(lambda m: chr(int(m[1], 16)), chunk)
        if "nfd" in how:
            chunk = unicodedata.normalize("NFD", chunk)
        return chunk

    out: list[str] = []
    size = 0
    marks: list[Mark] = []
    open_marks: list[Mark] = []
    at = 0

    def emit(chunk: str) -> None:
        nonlocal size
        chunk = shaped(chunk)
        out.append(chunk)
        size += len(chunk)

    while at < len(body):
        found = MARK.search(body, at)
        stop = found.start() if found else len(body)
        bar = body.find("|", at, stop) if open_marks and not open_marks[-1].attributes else -1
        if bar >= 0:
            emit(body[at:bar])
            close = body.index("}}", bar)
            mark = open_marks.pop()
            mark.end, mark.attributes = size, body[bar + 1 : close]
            at = close + 2
            continue
        emit(body[at:stop])
        if not found:
            break
        if found[0] == "}}":
            raise SourceError(f"{path.name}: a mark closes without a bar near {body[at : stop + 2]!r}")
        flag = body[found.end()] if body[found.end()] in "?-" else ""
        mark = Mark(size, flag)
        marks.append(mark)
        open_marks.append(mark)
        at = found.end() + len(flag)
    if open_marks:
        raise SourceError(
            f"{path.name}: a mark is never closed: {''.join(out)[open_marks[0].start :][:60]!r}"
        )
    text = "".join(out)
    for item in how:
        if item.startswith("wrap="):
            text = wrapped(text, int(item.removeprefix("wrap=")))
    if "crlf" in how:
        for mark in marks:
            mark.start += text.count("\n", 0, mark.start)
            mark.end += text.count("\n", 0, mark.end)
        text = text.replace("\n", "\r\n")
    for mark in marks:
        mark.text = text[mark.start : mark.end]
    return text, marks


def wrapped(text: str, width: int) -> str:
    """Lines broken at spaces, one character for one, so that offsets stay."""
    out = []
    for line in text.split("\n"):
        chars, column = list(line), 0
        for i, char in enumerate(line):
            word = re.match(r"\S*", line[i + 1 :])
            if char == " " and word and column + 1 + len(word[0]) > width and column:
                chars[i], column = "\n", 0
            else:
                column += 1
        out.append("".join(chars))
    return "\n".join(out)


def pinpoints(value: str) -> list[dict[str, str]] | dict[str, str]:
    """`5.2.a, m:3` as the guide writes pinpoints."""
    found: list[dict[str, str]] = []
    for item in value.split(","):
        part = item.strip()
        if part.startswith("m:"):
            found.append({"section": part[2:]})
        elif part.startswith("pl:"):
            found.append({"annex": part[3:]})
        else:
            keys = ("article", "clause", "point")
            found.append({k: v for k, v in zip(keys, part.split("."), strict=False) if v != "_"})
    return found[0] if len(found) == 1 else found


def type_of(words: str) -> str:
    for name in sorted(TYPES, key=len, reverse=True):
        if words.casefold().startswith(name.casefold()):
            return name
    raise SourceError(f"no type word at {words[:50]!r}")


def canonical_number(number: str) -> str:
    number = re.sub(r"\s", "", number).translate(CYRILLIC).replace("Ð", "Đ").replace("&", "")
    return re.sub(r"/T[ƯU]$", lambda m: "/TW" if m[0] == "/TƯ" else m[0], number)


def issuer_of(source: Source, words: str, number: str | None, given: bool) -> tuple[str | None, str | None]:
    """The canonical body and, where the text names an officer or another body, what it writes."""
    by_number = None
    if number:
        tail = re.split(r"[/-]", number)
        if re.search(r"[/-]QH\d+$", number):
            by_number = "Quốc hội"
        elif re.search(r"[/-]UBTVQH\d+$", number):
            by_number = "Ủy ban Thường vụ Quốc hội"
        else:
            table = SYMBOLS | source.symbols
            by_number = next((table[t] for t in reversed(tail) if t in table), None)
    written = None
    if named := re.search(r"(?i)[\d\w)] của (.+)$", words):
        written = re.sub(r"(?i),? (?:kh(?:óa|oá) \w+|\(khóa \w+\)|ngày \d.*)", "", named[1]).strip()
    if written is None:
        return by_number, None
    lookup = {k.casefold(): v for k, v in (BODIES | source.issuers).items()}
    known = {b.casefold(): b for b in KNOWN_BODIES | set(source.symbols.values())}
    bare = re.sub(r"(?i)^Bộ trưởng (?=Bộ )", "", written)
    body = lookup.get(written.casefold()) or lookup.get(bare.casefold()) or known.get(bare.casefold())
    if body is None and given:
        return None, written if OFFICER.search(written) else None
    if body is None:
        raise SourceError(f"{source.path.name}: no canonical body for {written!r} in {words!r}")
    if by_number and by_number != body and "contradiction" in source.head.get("allow", ""):
        return by_number, written
    return body, written if OFFICER.search(written) else None


def derived(source: Source, words: str, flags: set[str], kind_word: str | None) -> dict[str, Any]:
    """The fields that a span tells by itself; `kind_word` is the type where the source names it."""
    kind_word = kind_word or type_of(words)
    found = NUMBER.search(DATE.sub(" ", words).translate(CYRILLIC))
    number = canonical_number(found[0]) if found and not flags & {"named", "party"} else None
    record: dict[str, Any] = {"type": kind_word}
    title_end = re.search(r"(?i)\s(?:số\s+\d|năm \d{4}$|\d{4}$|ngày \d|sửa đổi \d{4}$|của )", words)
    is_law = kind_word in LAWS and not re.match(r"(?i)\S*\s*luật số\b", words)
    kind = "law" if is_law else "party" if "party" in flags else "named" if "named" in flags else "numbered"
    record["kind"] = kind
    if number:
        record["number"] = number
    dated = list(DATE.finditer(words))
    if dated:
        d, m, y = [g for g in dated[-1].groups() if g]
        record["date"] = f"{y}-{int(m):02}-{int(d):02}"
    if kind == "law":
        amending = "sửa đổi, bổ sung" in words
        if amending:
            title_end = re.search(r"(?i)\s(?:năm \d{4}|ngày \d[^;]*)$", words)
        title = words[: title_end.start()] if title_end else words
        record["title"] = title[: len(kind_word)].capitalize() + title[len(kind_word) :]
        record["issuer"] = "Ủy ban Thường vụ Quốc hội" if kind_word == "Pháp lệnh" else "Quốc hội"
        year = re.search(r"(?:năm )?(\d{4})$", words)
        if year and "date" not in record:
            record["year"] = int(year[1])
        return record
    if kind == "named":
        typed = words.casefold().startswith(kind_word.casefold())
        title = re.sub('[“”"]', "", words[len(kind_word) :] if typed else words).strip()
        if title:
            record["title"] = title
        return record
    body, written = (None, None) if kind == "party" else issuer_of(source, words, number, "issuer" in flags)
    if body:
        record["issuer"] = body
    if written:
        record["issuer_as_written"] = written
    return record


def completed(record: dict[str, Any]) -> dict[str, Any]:
    """The year, where a date or the number gives it."""
    number = record.get("number") or ""
    year = re.match(r"\d+[a-z]?/(\d{4})/", number)
    if "date" in record:
        record.pop("year", None)
        if record["kind"] == "law":
            record["year"] = int(record["date"][:4])
    elif year and "year" not in record:
        record["year"] = int(year[1])
    return record


def citation(
    source: Source, mark: Mark, ident: str, names: dict[str, str], made: dict[str, dict[str, Any]]
) -> dict[str, Any]:
    """One gold record."""
    words = flat(mark.text)
    parts = [p.strip() for p in mark.attributes.split("; ")]
    relation = RELATION.match(parts[0])
    if not relation:
        raise SourceError(f"{source.path.name}: {parts[0]!r} is no relation, at {words!r}")
    flags = {p for p in parts[1:] if p in ("named", "party", "items")}
    fields = dict(p.split("=", 1) for p in parts[1:] if "=" in p and not p.startswith("="))
    flags |= fields.keys() & {"issuer"}
    same = next((p[1:] for p in parts[1:] if p.startswith("=")), None)
    if same:
        inherited = ("kind", "type", "number", "date", "year", "issuer", "title", "issuer_as_written")
        base = {k: v for k, v in made[names[same]].items() if k in inherited}
        own = {}
        if not re.search(r" này$", words):
            own = derived(
                source, words, flags | {base["kind"]} & {"named", "party"}, fields.get("type") or base["type"]
            )
        if base["kind"] == "named" or (base["kind"] == "law" and "Luật số" not in words):
            own.pop("title", None)
        base.pop("issuer_as_written", None)
        record = {
            k: v for k, v in (base | own).items() if not (k == "title" and own.get("kind") == "numbered")
        }
        if base["kind"] == "law" and "number" not in own and " này" in words:
            record.setdefault("number", base.get("number"))
    else:
        record = derived(source, words, flags, fields.get("type"))
    for key in ("type", "number", "date", "issuer", "title", "kind"):
        if key in fields:
            record[key] = fields[key]
    if "issuer" in record:
        record["issuer"] = record["issuer"].replace(" + ", "; ")
    if "year" in fields:
        record["year"] = fields["year"] if fields["year"] == "-" else int(fields["year"])
    if "written" in fields:
        record["issuer_as_written"] = fields["written"]
    record = {k: v for k, v in record.items() if v not in ("-", None)}
    if fields.get("year") != "-":
        record = completed(record)
    name, ref = relation[1], relation[2]
    inverse = name in ("passive", "basis-passive")
    head = {"id": ident, "start": mark.start, "end": mark.end, "text": mark.text}
    record = (
        head | record | {"relation": "amends" if inverse else name, "from": names[ref] if ref else "self"}
    )
    accept: list[dict[str, Any]] = []
    if inverse:
        record["inverse"] = True
        others = ("based_on", "cites") if name == "basis-passive" else ("cites",)
        accept += [{"relation": r, "from": "self", "inverse": False} for r in others]
    for reading in filter(None, (r.strip() for r in fields.get("accept", "").split(" / "))):
        if reading.startswith("end~"):
            within = re.search(r"\s+".join(map(re.escape, flat(reading[4:]).split())), mark.text)
            if not within:
                raise SourceError(f"{source.path.name}: {reading!r} does not stand in {words!r}")
            accept.append({"end": mark.start + within.end()})
            continue
        if reading.startswith("start~"):
            before = source.text.rfind(reading[6:], 0, mark.start)
            if before < 0:
                raise SourceError(f"{source.path.name}: {reading!r} does not stand before {words!r}")
            accept.append({"start": before})
            continue
        other, arrow, other_ref = re.match(r"(\w+)([<^]?)(\w*)", reading).groups()  # type: ignore[union-attr]
        override: dict[str, Any] = {"relation": other}
        if other_ref:
            override["from"] = names[other_ref]
        if inverse or arrow == "^":
            override["inverse"] = arrow == "^"
        accept.append(override)
    if accept:
        record["accept"] = accept
    if "pin" in fields:
        record["pinpoint"] = pinpoints(fields["pin"])
    if "items" in flags:
        record["pinpoint_scope"] = "items"
    if "note" in fields:
        record["note"] = fields["note"]
    if mark.flag == "?":
        record["optional"] = True
    return record


def compile_source(path: Path) -> tuple[str, dict[str, Any]]:
    """The plain text of a source and its gold entry."""
    source = read_source(path)
    prefix = path.stem.split("-")[0]
    names: dict[str, str] = {"self": "self"}
    cited = [m for m in source.marks if m.flag != "-"]
    for n, mark in enumerate(cited, 1):
        for name in re.findall(r"(?:^|; )@(\w+)", mark.attributes):
            if name in names:
                raise SourceError(f"{path.name}: @{name} is used twice")
            names[name] = f"{prefix}-{n}"
    made: dict[str, dict[str, Any]] = {}
    waiting = [(f"{prefix}-{n}", m) for n, m in enumerate(cited, 1)]
    order = [i for i, _ in waiting]
    while waiting:
        later = []
        for ident, mark in waiting:
            try:
                made[ident] = citation(source, mark, ident, names, made)
            except KeyError as missing:
                if missing.args[0] not in names.values():
                    raise SourceError(
                        f"{path.name}: nothing is called {missing} ({mark.attributes!r})"
                    ) from missing
                later.append((ident, mark))
        if len(later) == len(waiting):
            raise SourceError(f"{path.name}: references in a circle: {[i for i, _ in later]}")
        waiting = later
    document = {k.removeprefix("doc."): v for k, v in source.head.items() if k.startswith("doc.")}
    document = {k: None if v == "-" else v for k, v in document.items()}
    traps = [
        {"start": m.start, "end": m.end, "text": m.text, "why": m.attributes}
        for m in source.marks
        if m.flag == "-"
    ]
    entry = {
        "file": source.head["file"],
        "document": document,
        "citations": [made[i] for i in order],
        "not_citations": traps,
    }
    return source.text, entry


def compiled() -> dict[Path, str]:
    """Every file that the sources make, with its content."""
    files: dict[Path, str] = {}
    for split in SPLITS:
        entries = []
        for path in sorted((HERE / "src" / split).glob("*.txt")):
            text, entry = compile_source(path)
            files[HERE / split / entry["file"]] = text
            entries.append(entry)
        files[HERE / f"gold-{split}.json"] = json.dumps(entries, ensure_ascii=False, indent=1) + "\n"
    return files


def current(path: Path, content: str) -> bool:
    return path.is_file() and path.read_bytes() == content.encode("utf-8")


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Compile the annotated sources of the gold.")
    parser.add_argument(
        "--check", action="store_true", help="only say whether the compiled files are current"
    )
    check = parser.parse_args(argv).check
    try:
        files = compiled()
    except SourceError as error:
        print(error, file=sys.stderr)
        return 2
    stale = [path for path, content in files.items() if not current(path, content)]
    for path in stale:
        if check:
            print(f"not current: {path.relative_to(HERE)}", file=sys.stderr)
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(files[path].encode("utf-8"))
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
