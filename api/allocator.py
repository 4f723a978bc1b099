"""How a server asks the C library for memory, so that what a large answer took goes back to the system.

glibc keeps an arena for each thread and, once a large block was freed, takes blocks of that size from the
arenas too, where one small thing behind them holds them for good. A server that makes pages in many threads
then grows, though nothing leaks.
"""

from __future__ import annotations

import ctypes
import os
import platform

_BLOCK = 256 * 1024
"""Bytes of a block that is asked of the system itself, and given back to it."""
_SETTINGS = {
    "MALLOC_TRIM_THRESHOLD_": (-1, _BLOCK),
    "MALLOC_MMAP_THRESHOLD_": (-3, _BLOCK),
    "MALLOC_ARENA_MAX": (-8, 2),
}
"""Parameter (glibc's malloc.h) and value, by the variable of the environment that sets the same."""


def give_memory_back() -> bool:
    """Set the allocator for a process that runs long; False where the C library has no such settings.

    What the environment sets stays as it is. To be called before threads are started.
    """
    if platform.libc_ver()[0] != "glibc":
        return False
    mallopt = ctypes.CDLL(None).mallopt
    done = [mallopt(*setting) for name, setting in _SETTINGS.items() if name not in os.environ]
    return all(done)
