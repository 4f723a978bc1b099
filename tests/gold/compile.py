"""Compile the annotated sources under `src/` into plain texts and gold files.

    python -m tests.gold.compile            write dev/, holdout/, gold-dev.json and gold-holdout.json
    python -m tests.gold.compile --check    exit 1 where a compiled file is not current

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
from pathlib import Path
from typing import Any

from tests.gold.records import record
from tests.gold.source import SourceError, read_source

HERE = Path(__file__).resolve().parent
SPLITS = ("dev", "holdout")


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
    order = [f"{prefix}-{n}" for n in range(1, len(cited) + 1)]
    made: dict[str, dict[str, Any]] = {}
    waiting = dict(zip(order, cited, strict=True))
    while waiting:
        before = len(waiting)
        for ident, mark in list(waiting.items()):
            try:
                made[ident] = record(source, mark, ident, names, made)
            except KeyError as missing:
                if missing.args[0] not in order:
                    raise SourceError(
                        f"{path.name}: nothing is called {missing} ({mark.attributes!r})"
                    ) from missing
                continue
            except SourceError as error:
                raise SourceError(f"{path.name}: {error}") from error
            del waiting[ident]
        if len(waiting) == before:
            raise SourceError(f"{path.name}: references in a circle: {list(waiting)}")
    document = {
        key.removeprefix("doc."): None if value == "-" else value
        for key, value in source.head.items()
        if key.startswith("doc.")
    }
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
