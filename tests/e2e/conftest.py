"""A real server and a real browser that can reach nothing else."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from api.cli import main
from kg.ingest import ingest

pytest.importorskip("playwright", reason="playwright is not installed")

from playwright.sync_api import Browser, Page, Request, expect, sync_playwright

PATIENCE = 30_000
"""Milliseconds that a browser is waited for: no test depends on how busy the machine is."""
expect.set_options(timeout=PATIENCE)

ROOT = Path(__file__).parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
ARTIFACTS = ROOT / "tests" / "artifacts"
CHROMIUM = Path(os.environ.get("DANCHIEU_CHROMIUM", "/usr/bin/chromium"))
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
OFFICE = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}


@contextmanager
def served(*command: str, **settings: str) -> Iterator[str]:
    """The address of `danchieu COMMAND`, run as a person would run it, on a free port."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("DANCHIEU_")}
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "api.cli", *command, "--port", "0"],
        cwd=ROOT,
        env=environment | {f"DANCHIEU_{name.upper()}": value for name, value in settings.items()},
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    try:
        assert process.stdout is not None
        said = []
        for line in process.stdout:
            said.append(line)
            if found := re.search(r"http://\S+:\d+", line):
                yield found[0]
                return
        pytest.fail(f"the server said no address: {said}")
    finally:
        process.terminate()
        process.communicate(timeout=20)


@pytest.fixture(scope="session")
def demo() -> Iterator[str]:
    """The address of `danchieu demo`."""
    with served("demo") as address:
        yield address


TOKEN = "ma-truy-cap-dai-cho-kiem-thu"


@pytest.fixture
def writable(tmp_path: Path) -> Iterator[str]:
    """A server over the samples that whoever has `TOKEN` may write to."""
    store = tmp_path / "kho"
    with pytest.raises(SystemExit):
        main(["demo", "--build-only", "--store", str(store)])
    with served("serve", "--store", str(store), token=TOKEN) as address:
        yield address


@pytest.fixture(scope="session")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server over the seed documents."""
    if not SEEDS.is_dir():
        pytest.skip("the shared corpus is not beside the project")
    store = tmp_path_factory.mktemp("seeds") / "kg-data"
    ingest([SEEDS], store)
    with served("serve", "--store", str(store)) as address:
        yield address


@pytest.fixture(scope="session")
def islands() -> None:
    """The scripts of pages have been built."""
    if not (ROOT / "viz" / "static" / "dist" / "manifest.json").exists():
        pytest.skip("the islands are not built: run npm ci and npm run build in viz/frontend")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.skip(f"no Chromium at {CHROMIUM}; set DANCHIEU_CHROMIUM")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield started
        started.close()


class Watch:
    """What a page did that it must not: errors, failed requests, requests to other hosts."""

    def __init__(self, page: Page) -> None:
        self.complaints: list[str] = []
        self._page = page
        page.on("console", lambda said: self._note("console", said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: self._note("error", str(error)))
        page.on("requestfailed", self._failed)
        page.on("request", self._request)

    def _note(self, kind: str, what: str) -> None:
        self.complaints.append(f"{kind}: {what}")

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # a click left the page before it had loaded everything
            self._note("failed", f"{request.url} {request.failure}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith(("http://127.0.0.1:", "file://", "data:", "blob:")):
            self._note("foreign", request.url)


Open = Callable[..., Page]


@pytest.fixture
def page_at(browser: Browser) -> Iterator[Open]:
    """Opens an address in a fresh window; at the end no page may have complained."""
    contexts, watches = [], []

    def open_page(address: str, *, size: dict[str, int] = OFFICE, scheme: str = "light") -> Page:
        context = browser.new_context(viewport=size, color_scheme=scheme)  # type: ignore[arg-type]
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        watches.append(Watch(page))
        page.goto(address)
        return page

    yield open_page
    complaints = [complaint for watch in watches for complaint in watch.complaints]
    for context in contexts:
        context.close()
    assert complaints == []


def keep(page: Page, name: str) -> None:
    """Keep a screenshot of the whole page for people to look at."""
    ARTIFACTS.mkdir(exist_ok=True)
    page.screenshot(path=ARTIFACTS / f"{name}.png", full_page=True)
