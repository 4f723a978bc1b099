"""Children that work, hang and die: each costs its own task and nothing else."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.processes import Ended, NoTurn, Overran, Workers

CHILD = "tests.kg.child"
LONG = 120.0


@pytest.fixture
def workers() -> Iterator[Workers]:
    made = Workers(CHILD, size=1)
    yield made
    made.close()


def test_an_idle_child_gets_the_next_task(workers: Workers) -> None:
    (first, echo), (second, _) = workers.ask("xin chào", LONG), workers.ask("b", LONG)  # type: ignore[misc]

    assert echo == "xin chào"
    assert first == second


def test_what_overruns_is_ended_and_the_next_task_is_done(workers: Workers) -> None:
    with pytest.raises(Overran):
        workers.ask("hang", 0.5)

    assert workers.ask("a", LONG)


def test_a_child_that_ends_before_it_has_read_its_task_is_told() -> None:
    workers = Workers("tests.kg.no_such_child", size=1)
    with pytest.raises(Ended):
        workers.ask("a" * 10_000_000, LONG)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="there is no /proc to look at processes")
def test_the_children_of_a_child_end_with_it(workers: Workers) -> None:
    pid, _ = workers.ask("a", LONG)  # type: ignore[misc]
    with pytest.raises(Overran):
        workers.ask("hang with a child", 2.0)

    assert _gone(pid)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither niceness nor sessions")
def test_a_child_steps_back_behind_its_parent_where_the_system_weighs_them(workers: Workers) -> None:
    pid, _ = workers.ask("a", LONG)  # type: ignore[misc]
    own = os.getpriority(os.PRIO_PROCESS, 0)

    assert os.getpriority(os.PRIO_PROCESS, pid) >= min(own + 10, 19)
    assert os.getsid(pid) == os.getsid(0)
    assert os.getpgid(pid) == pid


def _gone(group: int) -> bool:
    """Whether nothing runs in a group soon; a killed process needs a moment."""
    for _ in range(200):
        if not list(_of_group(group)):
            return True
        time.sleep(0.05)
    return False


def _of_group(group: int) -> Iterator[str]:
    """What runs in a group, without what has ended and is only not yet collected."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, of, *_ = stat.read_text().rpartition(")")[2].split()
        except OSError:  # it ended meanwhile
            continue
        if int(of) == group and state not in "ZX":
            yield stat.parent.name


def test_one_that_dies_is_told_from_one_that_never_lived(workers: Workers) -> None:
    with pytest.raises(Ended) as died:
        workers.ask("die", LONG)
    with pytest.raises(Ended) as unborn:
        Workers(CHILD, "broken", size=1).ask("a", LONG)

    assert (died.value.started, unborn.value.started) == (True, False)
    assert workers.ask("a", LONG)


def test_who_finds_no_turn_is_sent_away() -> None:
    with pytest.raises(NoTurn):
        Workers(CHILD, size=0).ask("a", 0.1)


def test_tasks_are_done_side_by_side() -> None:
    workers, answers = Workers(CHILD, size=2, patience=LONG), []
    threads = [
        threading.Thread(target=lambda n=n: answers.append(workers.ask(str(n), LONG)[1]))  # type: ignore[index, misc]
        for n in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    workers.close()

    assert sorted(answers) == list("012345")
