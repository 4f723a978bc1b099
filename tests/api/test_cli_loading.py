"""The command: loading and removing documents, reading one without a store, pictures, the demo."""

from __future__ import annotations

import json
from pathlib import Path

from api.exits import Exit
from tests.api.conftest import DECISION, SAMPLES, Run

# Loading and removing


def test_ingest_reports_what_it_loaded_and_skipped_and_the_rest_is_there(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "văn bản"
    folder.mkdir()
    good = SAMPLES / "07-lang-son-38-kh-ubnd.txt"
    (folder / good.name).write_bytes(good.read_bytes())
    (folder / "hỏng.txt").write_bytes(b"\x00\x01\x02" * 50)
    store = tmp_path / "kho"
    outcome = run("ingest", folder, "--store", store)

    assert outcome.code == Exit.SKIPPED
    assert "hỏng.txt" in outcome.out
    assert run("implements", DECISION, "--store", store).code == Exit.OK


def test_ingest_as_json_and_again_changes_nothing(run: Run, tmp_path: Path) -> None:
    arguments = (
        "ingest",
        SAMPLES / "07-lang-son-38-kh-ubnd.txt",
        "--store",
        tmp_path / "kho",
        "--format",
        "json",
    )
    first, second = (json.loads(run(*arguments).out) for _ in range(2))

    assert [file["number"] for file in first["loaded"]] == ["38/KH-UBND"]
    assert (second["loaded"], second["unchanged"]) == ([], ["07-lang-son-38-kh-ubnd.txt"])


def test_an_empty_folder_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "trống").mkdir()
    outcome = run("ingest", tmp_path / "trống", "--store", tmp_path / "kho")

    assert outcome.code == Exit.OK
    assert "Không tìm thấy tệp văn bản nào" in outcome.out


def test_a_removed_document_is_gone(run: Run, tmp_path: Path) -> None:
    store = tmp_path / "kho"
    run(
        "ingest",
        SAMPLES / "07-lang-son-38-kh-ubnd.txt",
        SAMPLES / "08-dong-nai-38-kh-ubnd.txt",
        "--store",
        store,
    )
    removed = run("remove", "07-lang-son-38-kh-ubnd.txt", "--store", store)
    answer = json.loads(run("implements", DECISION, "--store", store, "--format", "json").out)

    assert removed.code == Exit.OK
    assert "07-lang-son-38-kh-ubnd.txt" in removed.out
    assert [edge["source"]["issuer"] for edge in answer["results"]] == ["Ủy ban nhân dân tỉnh Đồng Nai"]
    assert run("remove", "07-lang-son-38-kh-ubnd.txt", "--store", store).code == Exit.NOT_FOUND


# Extraction without a store


def test_extract_as_a_table_shows_each_citation(run: Run) -> None:
    outcome = run("extract", SAMPLES / "07-lang-son-38-kh-ubnd.txt")

    assert outcome.code == Exit.OK
    assert "38/KH-UBND" in outcome.out
    assert "9120/QĐ-TTg" in outcome.out


def test_extract_as_gold_is_one_list_in_the_schema_of_the_guide(run: Run) -> None:
    files = [SAMPLES / "07-lang-son-38-kh-ubnd.txt", SAMPLES / "08-dong-nai-38-kh-ubnd.txt"]
    entries = json.loads(run("extract", *files, "--format", "gold").out)

    assert [entry["file"] for entry in entries] == [file.name for file in files]
    for entry, file in zip(entries, files, strict=True):
        text = file.read_text(encoding="utf-8")
        assert entry["document"]["number"] == "38/KH-UBND"
        for citation in entry["citations"]:
            assert text[citation["start"] : citation["end"]] == citation["text"]
            evidence = citation["evidence"]
            assert text[evidence["start"] : evidence["end"]] == evidence["text"]
            assert 0 < citation["confidence"] <= 1


def test_extract_keeps_what_it_can_read(run: Run, tmp_path: Path) -> None:
    missing = tmp_path / "thiếu.txt"
    outcome = run("extract", missing, SAMPLES / "07-lang-son-38-kh-ubnd.txt", "--format", "json")

    assert outcome.code == Exit.SKIPPED
    assert "thiếu.txt" in outcome.err
    assert [entry["head"]["number"] for entry in json.loads(outcome.out)] == ["38/KH-UBND"]


# Pictures and the demo


def test_graph_writes_one_file(run: Run, store: Path, tmp_path: Path) -> None:
    path = tmp_path / "đồ thị.html"
    outcome = run("graph", DECISION, "-o", path, "--store", store)
    html = path.read_text(encoding="utf-8")

    assert outcome.code == Exit.OK
    assert "Quyết định 9120/QĐ-TTg" in html
    assert 'charset="utf-8"' in html


def test_graph_says_as_json_what_it_wrote(run: Run, store: Path, tmp_path: Path) -> None:
    outcome = run("graph", DECISION, "-o", tmp_path / "g.html", "--store", store, "--format", "json")
    written = json.loads(outcome.out)

    assert Path(written["path"]).exists()
    assert written["nodes"] > 5


def test_demo_says_as_json_what_it_loaded(run: Run, tmp_path: Path) -> None:
    outcome = run("demo", "--build-only", "--store", tmp_path / "kho", "--format", "json")

    assert len(json.loads(outcome.out)["loaded"]) == 15


def test_demo_builds_a_store_from_the_bundled_samples_alone(run: Run, tmp_path: Path) -> None:
    outcome = run("demo", "--build-only", "--store", tmp_path / "kho")

    assert outcome.code == Exit.OK
    assert "15 văn bản" in outcome.out
    assert run("chain", "957-NQ/TW", "--store", tmp_path / "kho").code == Exit.OK


def test_a_port_that_is_taken_is_said(run: Run, store: Path) -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        outcome = run("serve", "--store", store, "--port", port)

    assert outcome.code == Exit.USAGE
    assert str(port) in outcome.err
    assert "--port" in outcome.err
