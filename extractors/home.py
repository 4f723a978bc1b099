"""Where a document stands in the country: what "tỉnh", "huyện" and "UBND" without a name mean in it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Home:
    """Where the citing document stands: units as they are named ("tỉnh Lạng Sơn", "huyện Bắc Hà")."""

    level: str = "central"
    province: str | None = None
    district: str | None = None
    commune: str | None = None
    body: str | None = None

    @property
    def unit(self) -> str | None:
        """The unit of the document's own level."""
        return {"province": self.province, "district": self.district, "commune": self.commune}.get(self.level)


NOWHERE = Home()
"""A document of the centre, or one whose place is not known."""
