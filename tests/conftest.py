"""No test depends on how fast the machine is: examples of properties take the time they take."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
