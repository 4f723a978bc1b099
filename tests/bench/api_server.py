"""A server of one process over a store for measuring, and wrk asking it."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).parents[2]
LUA = """
local paths, next = {}, 0
for line in io.lines("PATHS") do paths[#paths + 1] = line end
request = function() next = next % #paths + 1; return wrk.format("GET", paths[next]) end
done = function(sum, latency, _)
  local wrong = sum.errors.status + sum.errors.read + sum.errors.connect + sum.errors.timeout
  print(string.format("WRK %f %f %f %f %d", sum.requests / sum.duration * 1e6,
    latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000, wrong))
end
"""


@dataclass(frozen=True, slots=True)
class Load:
    """Answers a second, and milliseconds of the median, the 95th and the 99th percentile."""

    rate: float
    p50: float
    p95: float
    p99: float

    def __str__(self) -> str:
        return f"{self.rate:6.0f}/s  p50 {self.p50:5.1f}  p95 {self.p95:5.1f}  p99 {self.p99:6.1f} ms"


@dataclass(frozen=True, slots=True)
class Served:
    """A running server."""

    address: str
    pid: int

    def get(self, path: str) -> bytes:
        """The body of an answer."""
        with urlopen(self.address + path, timeout=120) as answer:
            return bytes(answer.read())

    def load(self, paths: Path, seconds: float, connections: int = 4) -> Load:
        """What wrk measures, asking the addresses of a file in turn."""
        script = paths.with_suffix(".lua")
        script.write_text(LUA.replace("PATHS", paths.as_posix()), encoding="utf-8")
        command = [
            "wrk", "-t1", f"-c{connections}", f"-d{seconds:g}s", "--timeout", "60s", "-s", str(script),
            self.address,
        ]  # fmt: skip
        out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        figures = next(line for line in out.splitlines() if line.startswith("WRK ")).split()[1:]
        assert figures[-1] == "0", out
        return Load(*map(float, figures[:-1]))

    def memory(self) -> int:
        """Bytes of the process in memory that are its own: files mapped for reading are the system's."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="utf-8")
        return int(status.split("RssAnon:")[1].split()[0]) * 1024


@contextmanager
def served(store: Path, **settings: object) -> Iterator[Served]:
    """A server of one process, with these settings."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("DANCHIEU_")}
    environment |= {f"DANCHIEU_{name.upper()}": str(value) for name, value in settings.items()}
    command = [
        sys.executable,
        "-m",
        "api.cli",
        "serve",
        "--port",
        "0",
        "--store",
        str(store),
        "--format",
        "json",
    ]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8", env=environment
    ) as process:
        assert process.stdout is not None
        try:
            address = json.loads(process.stdout.readline())["url"].rstrip("/")
            yield Served(address, process.pid)
        finally:
            process.terminate()
            process.wait(timeout=60)


def look_ups(server: Served, count: int, seed: int = 1) -> dict[str, list[str]]:
    """Addresses of look-ups of each kind, about instruments drawn at random."""
    draw = random.Random(seed)
    total = json.loads(server.get("/api/v1/instruments?limit=1"))["total"]
    drawn: list[dict[str, str]] = []
    while len(drawn) < count:
        offset = draw.randrange(max(1, total - 100))
        drawn += json.loads(server.get(f"/api/v1/instruments?limit=100&offset={offset}"))["items"]
    draw.shuffle(drawn)
    ids = [quote(item["id"]) for item in drawn[:count]]
    numbers = [quote(item["number"] or item["title"] or item["id"]) for item in drawn[:count]]
    return {
        "search": [f"/api/v1/search?q={number}" for number in numbers],
        "instrument": [f"/api/v1/instruments/{id}?limit=20" for id in ids],
        "citations": [f"/api/v1/citations/{id}?side=in&limit=20" for id in ids],
        "implementations": [f"/api/v1/implementations?instrument={id}&limit=20" for id in ids],
    }


def written(addresses: list[str], path: Path) -> Path:
    """The addresses in a file, one a line."""
    path.write_text("\n".join(addresses) + "\n", encoding="utf-8")
    return path


def machine_load() -> str:
    """How much else the machine does, which is to be said beside every figure."""
    try:
        return f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
    except OSError:  # some systems have no such figure
        return f"{os.cpu_count()} cores"


def store_to_measure(folder: Path) -> Path:
    """The store DANCHIEU_BENCH_STORE, else one of DANCHIEU_BENCH_DOCUMENTS synthetic documents."""
    if given := os.environ.get("DANCHIEU_BENCH_STORE"):
        return Path(given)
    if not Path("/proc/self/status").exists():
        pytest.skip("memory is read from /proc, which this system does not have")
    from kg.bench_data import write_bench_data

    write_bench_data(folder / "kho", documents=int(os.environ.get("DANCHIEU_BENCH_DOCUMENTS", "300")))
    return folder / "kho"
