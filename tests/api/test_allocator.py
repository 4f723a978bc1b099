"""Memory goes back to the system: tried in a process of its own, whose memory nothing else moves."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest

from api.allocator import give_memory_back

ROOT = Path(__file__).parents[2]
FREED = """
from pathlib import Path
from api.allocator import give_memory_back

def megabytes():
    return int(Path("/proc/self/status").read_text().split("RssAnon:")[1].split()[0]) / 1024

give_memory_back()
large = b"x" * 20_000_000
del large
blocks = [b"x" * 1_000_000 for _ in range(40)]
behind = b"x" * 100_000
held = megabytes()
del blocks
print(held - megabytes())
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc has these settings")
def test_blocks_go_back_though_something_small_lies_behind_them() -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MALLOC_")}
    done = subprocess.run(
        [sys.executable, "-c", FREED], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )

    assert float(done.stdout) > 30


def test_another_c_library_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "libc_ver", lambda: ("", ""))

    assert not give_memory_back()
