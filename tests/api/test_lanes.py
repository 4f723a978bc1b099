"""Places for long work: as many as there are, and a quick answer to who finds none."""

from __future__ import annotations

import threading

import anyio
import pytest

from api.lanes import Busy, Lane


def test_work_is_done_and_its_errors_are_its_own() -> None:
    async def asked() -> None:
        lane = Lane(1)
        assert await lane.run(divmod, 7, 2) == (3, 1)
        with pytest.raises(ZeroDivisionError):
            await lane.run(divmod, 7, 0)
        assert await lane.run(divmod, 7, 2) == (3, 1)

    anyio.run(asked)


def test_who_finds_no_place_in_time_is_sent_away() -> None:
    async def asked() -> None:
        lane, begun, enough = Lane(1, patience=0.01), threading.Event(), threading.Event()

        def work() -> None:
            begun.set()
            enough.wait()

        async with anyio.create_task_group() as tasks:
            tasks.start_soon(lane.run, work)
            await anyio.to_thread.run_sync(begun.wait)
            with pytest.raises(Busy):
                await lane.run(work)
            enough.set()
        await lane.run(work)

    anyio.run(asked)
