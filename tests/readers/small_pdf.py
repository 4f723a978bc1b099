"""PDF files written by hand: as many pages as wanted, any bytes as text, any font's name."""

from __future__ import annotations


def pdf(pages: list[bytes], font: str = "Helvetica", pretend_pages: int | None = None) -> bytes:
    """A PDF whose pages have these content streams; with `pretend_pages` the tree repeats the last one."""
    count = pretend_pages or len(pages)
    first = 4
    kids = " ".join(f"{first + 2 * min(index, len(pages) - 1)} 0 R" for index in range(count))
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode("ascii"),
        3: f"<< /Type /Font /Subtype /Type1 /BaseFont /{font} /Encoding /WinAnsiEncoding >>".encode("ascii"),
    }
    for index, stream in enumerate(pages):
        number = first + 2 * index
        objects[number] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {number + 1} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        ).encode("ascii")
        objects[number + 1] = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream)
    out = bytearray(b"%PDF-1.4\n")
    offsets: dict[int, int] = {}
    for number in sorted(objects):
        offsets[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, objects[number])
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for number in sorted(objects):
        out += b"%010d 00000 n \n" % offsets[number]
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def lines(
    texts: list[str], encoding: str = "cp1252", size: int = 12, left: int = 72, top: int = 780
) -> bytes:
    """A content stream with these lines below each other."""
    shown = []
    for index, text in enumerate(texts):
        raw = text.encode(encoding).replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        shown.append(b"BT /F1 %d Tf %d %d Td (%s) Tj ET" % (size, left, top - index * (size + 4), raw))
    return b"\n".join(shown)
