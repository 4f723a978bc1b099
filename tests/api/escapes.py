"""Requests that try to get out of the server, or to get something into it: a table by kind.

PORT stands for a server outside that must never be asked, CANARY for a file that must never be read.
"""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import quote, urlencode

from tests.api.conftest import DECISION_ID
from tests.readers.sample_document import RELATION, R, W
from tests.readers.test_hostile import DEEP, LAUGHS, OUTSIDE, archive, huge_picture, matryoshka, with_document

OUTSIDE_URL = "http://127.0.0.1:PORT/x"
SCRIPT = "\"'><script>alert(1)</script><svg onload=alert(2)>"
CRLF = "\r\nX-Evil: 1\r\n\r\n"
HUGE = "9" * 40


@dataclass(frozen=True)
class Escape:
    """One request, sent as it stands, and the statuses that may answer it."""

    kind: str
    name: str
    target: str
    method: str = "GET"
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    statuses: frozenset[int] = frozenset({400, 404, 422})

    def __str__(self) -> str:
        return f"{self.kind}: {self.name}"


def _posted(kind: str, name: str, target: str, body: bytes, media_type: str, *statuses: int) -> Escape:
    return Escape(kind, name, target, "POST", body, {"Content-Type": media_type}, frozenset(statuses))


_CALL = f"SERVICE <{OUTSIDE_URL}> {{ ?a ?b ?c }}"
_QUERIES = {
    "SERVICE": f"SELECT * {{ {_CALL} }}",
    "SERVICE SILENT": f"SELECT * {{ {_CALL.replace('SERVICE', 'SERVICE SILENT')} }}",
    "SERVICE in OPTIONAL": f"SELECT * {{ OPTIONAL {{ {_CALL} }} }}",
    "SERVICE in EXISTS": f"SELECT * {{ ?a ?b ?c FILTER EXISTS {{ {_CALL} }} }}",
    "SERVICE in a list": f"SELECT * {{ FILTER(true IN (false, EXISTS {{ {_CALL} }})) }}",
    "SERVICE in a sub-query": f"SELECT * {{ {{ SELECT * {{ {_CALL} }} }} }}",
    "SERVICE in ASK": f"ASK {{ {_CALL} }}",
    "SERVICE in CONSTRUCT": f"CONSTRUCT {{ ?a ?b ?c }} WHERE {{ {_CALL} }}",
    "SERVICE in escaped letters": f"SELECT * {{ {_CALL.replace('S', chr(92) + 'u0053', 1)} }}",
    "SERVICE behind a comment": f"SELECT * {{ #\r {_CALL}\n }}",
    "FROM": f"SELECT * FROM <{OUTSIDE_URL}> {{ ?a ?b ?c }}",
    "FROM NAMED": f"SELECT * FROM NAMED <{OUTSIDE_URL}> {{ GRAPH ?g {{ ?a ?b ?c }} }}",
    "FROM in DESCRIBE": f"DESCRIBE <u:x> FROM <{OUTSIDE_URL}>",
    "LOAD": f"LOAD <{OUTSIDE_URL}>",
    "LOAD SILENT INTO": f"LOAD SILENT <{OUTSIDE_URL}> INTO GRAPH <u:x>",
}
_FILES = {
    "FROM a file": "SELECT * FROM <CANARY> { ?a ?b ?c }",
    "FROM NAMED a file": "SELECT * FROM NAMED <CANARY> { GRAPH ?g { ?a ?b ?c } }",
    "LOAD a file": "LOAD <CANARY>",
    "SERVICE of a file": "SELECT * { SERVICE <CANARY> { ?a ?b ?c } }",
}


def _sparql() -> Iterator[Escape]:
    for kind, queries in (("ssrf", _QUERIES), ("file", _FILES)):
        for name, query in queries.items():
            asked = urlencode({"query": query})
            yield Escape(kind, f"{name}, GET", f"/sparql?{asked}")
            yield _posted(kind, f"{name}, POST", "/sparql", query.encode(), "application/sparql-query", 400)
            update = "application/sparql-update"
            yield _posted(kind, f"{name}, as an update", "/api/v1/sparql", query.encode(), update, 403)
            yield Escape(kind, f"{name}, as a file to keep", f"/api/v1/exports/sparql?format=csv&{asked}")
    for kind, iri in (("ssrf", OUTSIDE_URL), ("file", "CANARY")):
        for name in ("default-graph-uri", "named-graph-uri"):
            yield Escape(kind, name, f"/sparql?query=ASK%7B%7D&{name}={quote(iri)}")
        yield Escape(kind, "a graph by its name", f"/api/v1/graphs?graph={quote(iri)}")
        yield Escape(kind, "an instrument", f"/api/v1/instruments/{quote(iri)}")
        yield Escape(kind, "a document", f"/api/v1/documents/{quote(iri, safe='')}")
        yield Escape(kind, "a chain", f"/api/v1/chains/{quote(iri)}")
        yield Escape(kind, "linked data", f"/data/id/{quote(iri)}.ttl")


_UP = ("../", "..%2f", "%2e%2e/", "%2e%2e%2f", "..%5c", "..%c0%af", "....//")
_CLIMBS = ("/static/{}", "/dumps/{}", "/api/v1/documents/{}", "/api/v1/jobs/{}", "/graph/{}", "/data/{}")


def _paths() -> Iterator[Escape]:
    for up in _UP:
        for place in _CLIMBS:
            climbed = place.format(up * 8 + "etc/passwd")
            yield Escape("path", climbed, climbed)
    for name in ("/static/canary.txt%00.css", "/tep-nguon/..%2f..%2fcanary.txt", "/static//etc/passwd",
                 "/static/C:%5cWindows%5cwin.ini", "/api/v1/instruments/../../../canary.txt"):  # fmt: skip
        yield Escape("path", name, name)


def _upload(kind: str, name: str, file_name: str, data: bytes, *statuses: int) -> Escape:
    head = f'--x\r\nContent-Disposition: form-data; name="files"; filename="{file_name}"\r\n\r\n'
    body = head.encode() + data + b"\r\n--x--\r\n"
    return _posted(
        kind, name, "/api/v1/extract/files", body, "multipart/form-data; boundary=x", *(statuses or (200,))
    )


def _docx(*relations: str) -> bytes:
    """A Word file whose parts lead elsewhere."""
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    text = "<w:body><w:p><w:r><w:t>Căn cứ Luật</w:t></w:r></w:p></w:body>"
    buffer = io.BytesIO(with_document(f"<w:document {W} {R}>{text}</w:document>"))
    with zipfile.ZipFile(buffer, "a") as packed:
        rows = "".join(
            f'<Relationship Id="x{place}" Type="{RELATION}/{kind}" TargetMode="External" '
            f'Target="{OUTSIDE_URL}"/>'
            for place, kind in enumerate(relations)
        )
        part = f'<Relationships xmlns="{namespace}">{rows}</Relationships>'
        packed.writestr("word/_rels/settings.xml.rels", part)
    return buffer.getvalue()


_ENTITY = '<!DOCTYPE d [<!ENTITY {} SYSTEM "{}">{}]>'
_BODY = f"<w:document {W}><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
_HTML = (
    "<html><head><link rel=stylesheet href={0}><base href={0}><meta http-equiv=refresh content='0;url={0}'>"
    "</head><body><img src={0}><iframe src={0}></iframe><object data={0}></object><p>Căn cứ Luật</p></body>"
    "</html>"
)
_MAIL = (
    "Subject: x\r\nMIME-Version: 1.0\r\nContent-Type: message/external-body; access-type=URL; "
    f'URL="{OUTSIDE_URL}"\r\n\r\nContent-Type: text/plain\r\n\r\n'
)


def _documents() -> Iterator[Escape]:
    yield _upload("bomb", "a part of 300 MB in 300 kB", "a.docx", archive({
        "[Content_Types].xml": "<Types/>", "word/document.xml": b"<w>" + b" " * 300_000_000 + b"</w>",
    }))  # fmt: skip
    yield _upload("bomb", "archives in archives", "a.zip", matryoshka(12))
    yield _upload("bomb", "ten thousand files", "a.zip", archive({f"{n}.txt": b"x" for n in range(10_000)}))
    yield _upload("bomb", "entities of entities", "a.docx", with_document(LAUGHS))
    yield _upload("bomb", "elements without end", "a.docx", with_document(DEEP))
    yield _upload("bomb", "a picture of 60,000 dots square", "a.png", huge_picture())
    yield _upload("bomb", "groups without end", "a.rtf", b"{\\rtf1 " + b"{" * 100_000)
    yield _upload("bomb", "HTML without end", "a.html", b"<html>" + b"<div>" * 200_000)
    deep = b'{"text": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"
    yield _posted("bomb", "JSON without end", "/api/v1/extract", deep, "application/json", 400, 422)
    packed = gzip.compress(b" " * 100_000_000)
    said = {"Content-Type": "application/json", "Content-Encoding": "gzip"}
    yield Escape("bomb", "a packed body", "/api/v1/extract", "POST", packed, said)
    brackets = ("SELECT * {" + "{" * 30_000 + "}" * 30_000 + "}").encode()
    yield _posted("bomb", "brackets without end", "/sparql", brackets, "application/sparql-query", 400)
    for name, data in {
        "an entity that is a file": with_document(OUTSIDE),
        "an entity that is the canary": with_document(_ENTITY.format("x", "CANARY", "") + _BODY),
    }.items():
        yield _upload("file", name, "a.docx", data)
    for name, file_name, data in (
        ("an entity elsewhere", "a.docx", with_document(_ENTITY.format("x", OUTSIDE_URL, "") + _BODY)),
        ("a parameter entity", "a.docx", with_document(_ENTITY.format("% x", OUTSIDE_URL, "%x;") + _BODY)),
        ("a DTD elsewhere", "a.docx", with_document(f'<!DOCTYPE d SYSTEM "{OUTSIDE_URL}">' + _BODY)),
        ("a template elsewhere", "a.docx", _docx("attachedTemplate", "image", "oleObject", "subDocument")),
        ("HTML that loads", "a.html", _HTML.format(OUTSIDE_URL).encode()),
        ("a mail whose body is elsewhere", "a.eml", _MAIL.encode()),
        (
            "an RTF with a field",
            "a.rtf",
            b"{\\rtf1{\\field{\\*\\fldinst INCLUDETEXT http://127.0.0.1:PORT/x}}a}",
        ),
    ):
        yield _upload("ssrf", name, file_name, data)
    for name in ("../../canary.txt", "..\\\\..\\\\canary.txt", "/etc/passwd", "C:\\\\x\\\\canary.txt"):
        yield _upload("path", f"an upload named {name}", name, "Căn cứ Luật Giáo dục năm 2019;".encode())
    yield _upload("path", "an archive that climbs", "a.zip", archive({"../../../canary.txt": "x"}))


_SHOWN = (
    "/tra-cuu?q={}", "/tra-cuu?q=x&type={}", "/tra-cuu?q=x&province={}", "/van-ban?issuer={}", "/van-ban/{}",
    "/do-phu?instrument={}", "/chuoi/{}", "/so-sanh?first={}&second={}", "/duong-noi?source={}&target={}",
    "/dong-thoi-gian/{}", "/kham-pha/{}", "/hinh/{}", "/truy-van?query={}", "/tep-nguon/{}",
    "/van-de?kind={}",     "/dan-chieu/{}?side=in", "/?lang={}", "/{}", "/tra-cuu?q=x&year={}",
    "/tra-cuu?q=x&format={}",    "/du-lieu/the/{}", "/du-lieu/goi-y?q={}", "/api/v1/search?q={}",
    "/api/v1/instruments/{}", "/sparql?query={}",
)  # fmt: skip
_STORED = (
    "/", "/tep-nguon", "/van-ban", "/tra-cuu?q=ke+hoach", "/van-de", "/ra-soat",
    "/van-ban/ubnd-tinh-lang-son/ke-hoach/2024/09-kh-ubnd",
    "/dan-chieu/ubnd-tinh-lang-son/ke-hoach/2024/09-kh-ubnd?side=out",
    "/chuoi/ubnd-tinh-lang-son/ke-hoach/2024/09-kh-ubnd?direction=up",
    "/kham-pha/ubnd-tinh-lang-son/ke-hoach/2024/09-kh-ubnd",
    "/hinh/ubnd-tinh-lang-son/ke-hoach/2024/09-kh-ubnd",
    "/dong-thoi-gian/ubnd-tinh-lang-son/ke-hoach/2024/09-kh-ubnd", "/do-phu?instrument=9/KH-UBND",
    "/api/v1/documents", "/api/v1/search?q=ke+hoach",
    "/data/id/ubnd-tinh-lang-son/ke-hoach/2024/09-kh-ubnd.rdf",
)  # fmt: skip
_PAGE = {"Accept": "text/html"}
_ANY = frozenset({200, 303, 400, 404, 406, 409, 422})


def _markup() -> Iterator[Escape]:
    for place in _SHOWN:
        target = place.format(*[quote(SCRIPT, safe="")] * place.count("{}"))
        yield Escape("reflected", place, target, headers=_PAGE, statuses=_ANY)
    for place in _STORED:
        yield Escape("stored", place, place, headers=_PAGE, statuses=frozenset({200}))
    draft = urlencode({"text": f"Thực hiện Quyết định số 1{SCRIPT}/QĐ-TTg"}).encode()
    form = "application/x-www-form-urlencoded"
    yield Escape("reflected", "a draft", "/kiem-tra", "POST", draft, {"Content-Type": form, **_PAGE}, _ANY)


def _formulas() -> Iterator[Escape]:
    for form in ("csv", "xlsx", "docx-table", "md"):
        for question in ("instruments", "search?q=ke+hoach", "citations?instrument=9/KH-UBND", "problems"):
            name, _, asked = question.partition("?")
            target = f"/api/v1/exports/{name}?format={form}&{asked}"
            yield Escape("formula", f"{name} as {form}", target, statuses=frozenset({200}))


def _injected() -> Iterator[Escape]:
    bad = quote(CRLF, safe="")
    for place in (
        "/id/{}", "/body/{}", "/tra-cuu?q={}", "/?lang=vi{}", "/van-ban?type={}", "/dumps/{}.nq.gz",
        "/api/v1/exports/instruments?format=csv{}", "/van-ban?format=csv&type={}",
        "/api/v1/instruments?offset=0{}",
        f"/van-ban/{DECISION_ID}{{}}?format=csv", "/data/id/{}.ttl", "/static/{}",
    ):  # fmt: skip
        yield Escape("header", place, place.format(bad), headers=_PAGE, statuses=_ANY)
    for name, value in {
        "X-Request-Id": "a\tb\x0bX-Evil: 1", "Host": "evil.example", "X-Forwarded-Host": "evil.example",
        "X-Forwarded-Proto": "javascript", "Forwarded": "host=evil.example", "Cookie": "lang=\"x; X-Evil: 1",
        "Accept-Language": "x" * 5_000, "X-Original-URL": "/api/v1/documents",
        "X-HTTP-Method-Override": "DELETE",
    }.items():  # fmt: skip
        target = "/api/v1/instruments?limit=1"
        yield Escape("header", name, target, headers={name: value}, statuses=frozenset({200, 400}))


def _numbers() -> Iterator[Escape]:
    refused = frozenset({400, 404, 422})
    for place in (
        "/api/v1/instruments?offset={}", "/api/v1/instruments?limit={}", "/api/v1/instruments?year={}",
        "/api/v1/search?q=x&offset={}", "/api/v1/documents?offset={}",
        f"/api/v1/chains/{DECISION_ID}?depth={{}}",
        "/api/v1/exports/instruments?limit={}", "/van-ban?offset={}",
        "/tra-cuu?q=x&limit={}", "/van-de?offset={}",
        "/api/v1/problems?offset={}",
    ):  # fmt: skip
        for value in (HUGE, "-1", "1e9", "0x10"):
            yield Escape("number", f"{place} {value[:5]}", place.format(value), statuses=refused)
    for clause in (f"LIMIT {HUGE}", f"OFFSET {HUGE}", "LIMIT -1"):
        query = urlencode({"query": f"SELECT * {{ ?s ?p ?o }} {clause}"})
        yield Escape("number", f"SPARQL {clause[:12]}", f"/sparql?{query}", statuses=frozenset({200, 400}))
    for span in (f"bytes={HUGE}-", "bytes=0-" + HUGE, "bytes=" + ",".join(["0-1"] * 2_000)):
        yield Escape("number", f"Range {span[:12]}", "/static/site.css", headers={"Range": span},
                     statuses=frozenset({200, 206, 400, 404, 416}))  # fmt: skip
    said = {"Content-Type": "application/json", "Content-Length": HUGE}
    yield Escape(
        "number", "a length without end", "/api/v1/extract", "POST", b"", said, frozenset({400, 413})
    )


ESCAPES = [
    *_sparql(), *_paths(), *_documents(), *_markup(), *_formulas(), *_injected(), *_numbers(),
]  # fmt: skip
KINDS = {"ssrf", "file", "path", "bomb", "formula", "reflected", "stored", "header", "number"}
