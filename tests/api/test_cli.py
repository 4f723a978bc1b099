"""The command: what each subcommand answers, in which form, and the code it leaves with."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

from api.cli import COMMANDS
from api.exits import Exit
from tests.api.conftest import DECISION, DECISION_ID, SAMPLES, Run

LANG_SON = "ubnd-tinh-lang-son/ke-hoach/2024/38-kh-ubnd"


# Help


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(("lang", "heading"), [("vi", "Ví dụ:"), ("en", "Example:")])
def test_every_command_explains_itself_with_an_example(
    run: Run, command: str, lang: str, heading: str
) -> None:
    for arguments in ([command, "--help", "--lang", lang], [command, "--lang", lang, "--help"]):
        outcome = run(*arguments)

        assert outcome.code == Exit.OK
        assert heading in outcome.out
        assert f"danchieu {command}" in outcome.out


def test_help_lists_every_command_in_vietnamese_by_default(run: Run) -> None:
    outcome = run("--help")

    assert "Đọc văn bản hành chính" in outcome.out
    assert all(f"\n  {command} " in outcome.out for command in COMMANDS)


def test_the_language_can_come_from_the_environment(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DANCHIEU_LANG", "en")

    assert "Usage: danchieu" in run("--help").out


def test_help_imports_nothing_heavy() -> None:
    heavy = [
        "fastapi",
        "pyoxigraph",
        "rdflib",
        "networkx",
        "spacy",
        "numpy",
        "pydantic",
        "rich",
        "pyvis",
        "jinja2",
    ]
    code = (
        "import sys\nfrom api.cli import main\n"
        "try:\n    main(['ingest', '--help'])\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {heavy} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8")

    assert done.stderr.strip() == "[]"


def test_vietnamese_comes_out_on_a_console_of_another_encoding() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "api.cli", "--help"],
        capture_output=True,
        env={"PYTHONIOENCODING": "cp1252", "PATH": "", "SYSTEMROOT": "C:\\Windows"},
        cwd=SAMPLES.parents[1],
    )

    assert done.returncode == Exit.OK
    assert "Nạp văn bản vào kho." in done.stdout.decode("utf-8")


# Usage errors


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["implements"], "Thiếu VĂN-BẢN."),
        (["nope"], "Không có lệnh “nope”."),
        (["chain", "1/QĐ", "--sideways"], "Không có tùy chọn --sideways."),
        (["chain", "1/QĐ", "--direction", "left"], "hãy chọn một trong: up, down"),
        (["chain", "1/QĐ", "--depth", "0"], "--depth"),
        (["implements", "1/QĐ", "2/QĐ"], "Thừa tham số."),
        (["ingest", "khong-co-thu-muc-nay"], "không có tệp hoặc thư mục này"),
    ],
)
def test_a_usage_error_says_what_is_wrong_and_where_help_is(
    run: Run, arguments: list[str], said: str
) -> None:
    outcome = run(*arguments)

    assert outcome.code == Exit.USAGE
    assert said in outcome.err
    assert "--help" in outcome.err
    assert outcome.out == ""


@pytest.mark.parametrize("command", ["implements", "chain"])
def test_a_store_that_is_not_there_is_a_usage_error_with_advice(
    run: Run, tmp_path: Path, command: str
) -> None:
    outcome = run(command, DECISION, "--store", tmp_path / "none")

    assert outcome.code == Exit.USAGE
    assert "danchieu ingest" in outcome.err


# Questions


@pytest.mark.parametrize("words", [["9120"], ["9120/qđ-ttg"], ["9120", "QD", "TTg"], ["quyet dinh", "912"]])
def test_search_finds_a_number_however_it_is_typed(run: Run, store: Path, words: list[str]) -> None:
    outcome = run("search", *words, "--store", store)

    assert outcome.code == Exit.OK
    assert "1. Quyết định 9120/QĐ-TTg · Thủ tướng Chính phủ" in outcome.out


def test_search_shows_the_sentence_that_has_the_words(run: Run, store: Path) -> None:
    words = ["triển", "khai", "thực", "hiện", "quyết", "định", "9120"]
    hits = json.loads(run("search", *words, "--store", store, "--format", "json").out)["hits"]
    sentences = [hit["sentence"] for hit in hits if hit["sentence"]]

    assert sentences
    for sentence in sentences:
        assert all(word in sentence["text"].lower() for word in words)
        assert sentence["text"].splitlines()[0] in run("search", *words, "--store", store).out


def test_search_that_finds_nothing_says_so(run: Run, store: Path) -> None:
    outcome = run("search", "không-có-từ-này", "--store", store)

    assert outcome.code == Exit.NOT_FOUND
    assert "không-có-từ-này" in outcome.out


def test_implements_names_each_implementer_with_the_sentence(run: Run, store: Path) -> None:
    outcome = run("implements", DECISION, "--store", store)

    assert outcome.code == Exit.OK
    assert "Kế hoạch 38/KH-UBND · Ủy ban nhân dân tỉnh Đồng Nai · 24/05/2024" in outcome.out
    assert "08-dong-nai-38-kh-ubnd.txt" in outcome.out


def test_implements_as_json_follows_the_contract(run: Run, store: Path) -> None:
    outcome = run("implements", DECISION, "--store", store, "--format", "json")
    answer = json.loads(outcome.out)

    assert answer["query"]["id"] == DECISION_ID
    for result in answer["results"]:
        assert result["relation"] == "implements"
        assert result["target"]["id"] == DECISION_ID
        assert {"iri", "type", "number", "issuer", "date", "title"} <= set(result["source"])
        for evidence in result["evidence"]:
            assert {"document", "start", "end", "text"} <= set(evidence)
            text = (SAMPLES / evidence["file"]).read_text(encoding="utf-8")
            assert text[evidence["start"] : evidence["end"]] == evidence["text"]


@pytest.mark.parametrize(
    "asked",
    [DECISION, "9120/qd-ttg", DECISION_ID, f"http://localhost:8000/id/{DECISION_ID}", f"{DECISION}@@2024"],
)
def test_an_instrument_can_be_named_in_several_ways(run: Run, store: Path, asked: str) -> None:
    answer = json.loads(run("implements", asked, "--store", store, "--format", "json").out)

    assert answer["query"]["id"] == DECISION_ID


def test_a_number_that_two_provinces_share_gives_the_candidates(run: Run, store: Path) -> None:
    outcome = run("implements", "38/KH-UBND", "--store", store)

    assert outcome.code == Exit.AMBIGUOUS
    assert LANG_SON in outcome.out
    assert "ubnd-tinh-dong-nai/ke-hoach/2024/38-kh-ubnd" in outcome.out
    assert "Có 2 văn bản" in outcome.err


def test_candidates_come_as_json_too_and_one_of_them_answers(run: Run, store: Path) -> None:
    outcome = run("implements", "38/KH-UBND", "--store", store, "--format", "json", "--lang", "en")
    listed = json.loads(outcome.out)

    assert outcome.code == Exit.AMBIGUOUS
    assert listed["error"] == "ambiguous"
    assert listed["total"] == len(listed["candidates"])
    chosen = next(candidate["id"] for candidate in listed["candidates"] if "lang-son" in candidate["id"])
    assert run("implements", chosen, "--store", store).code == Exit.OK
    assert run("implements", "38/KH-UBND@lang-son@2024", "--store", store).code == Exit.OK


def test_a_number_that_nobody_bears_is_not_found(run: Run, store: Path) -> None:
    outcome = run("chain", "1/XX-YYYY", "--store", store, "--format", "json")

    assert outcome.code == Exit.NOT_FOUND
    assert json.loads(outcome.out)["results"] == []
    assert "1/XX-YYYY" in outcome.err


def test_nobody_in_the_store_is_said_with_what_it_does_not_mean(run: Run, store: Path) -> None:
    outcome = run("implements", "9415/QĐ-BVHTTDL@@2024", "--store", store)
    none = run("implements", "55/KH-UBND", "--store", store)

    assert outcome.code == none.code == Exit.OK
    assert "không có nghĩa là không có ai thực hiện" in none.out


def ends(out: str) -> set[tuple[str, str]]:
    return {(edge["source"]["number"], edge["target"]["number"]) for edge in json.loads(out)["results"]}


def test_a_chain_goes_three_steps_down_and_back_up(run: Run, store: Path) -> None:
    down = ends(run("chain", "957-NQ/TW", "--store", store, "--format", "json").out)
    up = ends(run("chain", "912/KH-SVHTTDL", "--direction", "up", "--store", store, "--format", "json").out)
    steps = {(DECISION, "957-NQ/TW"), ("38/KH-UBND", DECISION), ("912/KH-SVHTTDL", "38/KH-UBND")}

    assert steps <= down
    assert steps <= up


def test_a_chain_stops_at_the_depth_asked_for_and_follows_the_relation_asked_for(
    run: Run, store: Path
) -> None:
    one = json.loads(run("chain", "957-NQ/TW", "--depth", "1", "--store", store, "--format", "json").out)
    amended = run("chain", "9034/2023/NĐ-CP", "--relation", "amends", "--store", store, "--format", "json")

    assert {edge["depth"] for edge in one["results"]} == {1}
    assert ends(amended.out) == {("9077/2024/NĐ-CP", "9034/2023/NĐ-CP")}


def test_a_chain_is_drawn_as_a_tree(run: Run, store: Path) -> None:
    outcome = run("chain", "957-NQ/TW", "--store", store, "--lang", "en")

    assert "├── ← implements Chương trình hành động 77-CTr/TU" in outcome.out
    assert "│   └── ← implements Kế hoạch 142/KH-UBND" in outcome.out


QUERY = "SELECT ?number WHERE { ?i eli:id_local ?number } ORDER BY ?number LIMIT 2"


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_sparql_is_answered_in_each_form(run: Run, store: Path, form: str) -> None:
    outcome = run("query", QUERY, "--store", store, "--format", form)

    assert outcome.code == Exit.OK
    if form == "csv":
        assert [len(row) for row in csv.reader(outcome.out.splitlines())] == [1, 1, 1]
    elif form == "json":
        assert len(json.loads(outcome.out)["results"]["bindings"]) == 2
    else:
        assert "number" in outcome.out


@pytest.mark.parametrize("query", ["SELECT", "SELECT * { SERVICE <http://a.example/> { ?s ?p ?o } }"])
def test_a_query_that_cannot_run_is_a_usage_error(run: Run, store: Path, query: str) -> None:
    assert run("query", query, "--store", store).code == Exit.USAGE


def test_a_cut_answer_says_so(run: Run, store: Path) -> None:
    outcome = run("query", "SELECT * { ?s ?p ?o }", "--limit", "3", "--store", store, "--format", "csv")

    assert len(outcome.out.splitlines()) == 4
    assert "Kết quả bị cắt" in outcome.err


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
