"""A server outside of a dataset, which nothing that is asked of the dataset may reach."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def listening() -> Iterator[tuple[int, list[object]]]:
    """A server outside: its port, and who came."""
    came: list[object] = []
    done = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as outside:
        outside.settimeout(0.05)

        def watch() -> None:
            while not done.is_set():
                try:
                    connection, address = outside.accept()
                except TimeoutError:
                    continue
                connection.close()
                came.append(address)

        watcher = threading.Thread(target=watch)
        watcher.start()
        try:
            yield outside.getsockname()[1], came
        finally:
            done.set()
            watcher.join()
