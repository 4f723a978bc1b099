"""Saved web pages: only the document, whatever stands around it."""

from __future__ import annotations

import pytest

from extractors.readers import read_bytes
from extractors.readers.html import containers

BODY = (
    "<p>Căn cứ Nghị định số 24/2021/NĐ-CP ngày 23 tháng 3 năm 2021 của Chính phủ;</p>"
    "<p>Điều 1. Ban hành kèm theo Quyết định này Kế hoạch năm học 2023-2024 của ngành giáo dục tỉnh,"
    " áp dụng cho các cơ sở giáo dục trên địa bàn tỉnh và các đơn vị có liên quan.</p>"
    "<p>Điều 2. Quyết định này có hiệu lực kể từ ngày ký. Chánh Văn phòng Ủy ban nhân dân tỉnh chịu"
    " trách nhiệm thi hành Quyết định này.</p>"
)
MENU = "<nav><a href=/>Trang chủ</a> <a href=/vb>Văn bản mới</a></nav>"
RELATED = (
    "<div class=related><h3>Văn bản liên quan</h3><ul>"
    + "".join(
        f"<li><a href=/{number}>Kế hoạch {number}/KH-UBND năm 2020</a></li>" for number in range(30, 60)
    )
    + "</ul></div>"
)


HEAD = "<head><title>Quyết định</title><script src=x></script></head>"


def page(main: str) -> bytes:
    return f"<!DOCTYPE html><html>{HEAD}<body>{MENU}{main}{RELATED}</body></html>".encode()


def wrapped(selector: str, inner: str) -> str:
    """Elements that a selector of the table finds: "#a .b" → <div id=a><div class=b>."""
    opened = ""
    parts = selector.split()
    for part in parts:
        kind, name = ("id", part[1:]) if part[0] == "#" else ("class", part[1:])
        opened += f'<div {kind}="{name}">'
    return opened + inner + "</div>" * len(parts)


@pytest.mark.parametrize("selector", [container.selector for container in containers()])
def test_known_sites_give_their_main_content(selector: str) -> None:
    document = read_bytes(page(wrapped(selector, BODY)), "a.html")
    assert document.text.startswith("Căn cứ Nghị định số 24/2021/NĐ-CP")
    assert document.text.endswith("thi hành Quyết định này.")
    assert "KH-UBND" not in document.text
    assert [note.code for note in document.notes] == ["main_content"]
    assert document.metadata == (("title", "Quyết định"),)


def test_unknown_sites_lose_menus_and_lists_of_links() -> None:
    document = read_bytes(page(f"<article><h1>Quyết định mẫu</h1>{BODY * 3}</article>"), "a.html")
    assert "24/2021/NĐ-CP" in document.text
    assert "45/KH-UBND" not in document.text
    assert "Trang chủ" not in document.text
    assert [note.code for note in document.notes] == ["main_content_guessed"]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>một\n  hai&nbsp;ba</p><p>bốn", "một hai\u00a0ba\nbốn"),
        ("a<br>b<div>c<div>d</div>e</div>", "a\nb\nc\nd\ne"),
        ("<b>Quyết</b> <i>định</i>", "Quyết định"),
        ("<ol start=3><li>ba<li>bốn</ol><ul><li>gạch</ul>", "3. ba\n4. bốn\n- gạch"),
        ("<ol type=a><li><p>một</p></li></ol>", "a. một"),
        ("<p style='display: none'>ẩn</p><p hidden>ẩn</p><script>x</script>hiện", "hiện"),
        ("<pre>a\n b</pre>", "a\n b"),
        ("Luật<del> cũ</del> mới", "Luật mới"),
        ('x<sup><a href="#_ftn1" name="_ftnref1">[1]</a></sup>', "x[1]"),
        ("100 m<sup>2</sup>", "100 m2"),
        ("<table><tr><td>a<p>b</td><td>c</td></tr></table>", "a\nb\n\nc"),
        ("<p>a &lt; b &amp; c</p>", "a < b & c"),
        ("<p><span style=\"font-family:'.VnTime'\">QuyÕt ®Þnh cña</span></p>", "Quyết định của"),
    ],
)
def test_text_as_shown(html: str, text: str) -> None:
    tidy = read_bytes(f"<html><body>{html}</body></html>".encode(), "a.html").text
    assert tidy == text.replace("a\n b", "a\nb")


def test_footnotes_come_last_with_their_marks() -> None:
    html = (
        '<html><body><div id="sdfootnote1"><p><a href="#sdfootnote1anc">1</a> Luật số 1.</p></div>'
        '<p>Căn cứ luật<a href="#sdfootnote1sym"><sup>1</sup></a>;</p></body></html>'
    )
    document = read_bytes(html.encode(), "a.html")
    assert document.text == "Căn cứ luật[1];\n\n[1] Luật số 1."


@pytest.mark.parametrize("charset", ["windows-1258", "utf-8", "utf-16"])
def test_declared_character_sets(charset: str) -> None:
    text = "Câu hỏi".replace("ỏ", "o\u0309")
    html = f"<html><head><meta charset={charset}></head><body>{text}</body></html>"
    assert read_bytes(html.encode(charset), "a.html").text == text


def test_web_archives_give_their_page() -> None:
    archive = (
        "From: <saved>\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        "<html><body><p>C=C4=83n c=E1=BB=A9 Lu=E1=BA=ADt</p></body></html>\r\n--b--\r\n"
    )
    document = read_bytes(archive.encode("ascii"), "trang.mht")
    assert (document.reader, document.text) == ("mhtml", "Căn cứ Luật")
