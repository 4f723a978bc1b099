"""A pair of mentions in two documents, and the bodies that the pairs name."""

from __future__ import annotations

from dataclasses import dataclass

from tests.kg.resolve.world import Doc, Said, world

LANG_SON = "Ủy ban nhân dân tỉnh Lạng Sơn"
BINH_THUAN = "Ủy ban nhân dân tỉnh Bình Thuận"
LAM_DONG = "Ủy ban nhân dân tỉnh Lâm Đồng"
HA_NOI = "Ủy ban nhân dân thành phố Hà Nội"
BGDDT = "Bộ Giáo dục và Đào tạo"
BNV = "Bộ Nội vụ"
BTC = "Bộ Tài chính"
BLDTBXH = "Bộ Lao động - Thương binh và Xã hội"
BKHDT = "Bộ Kế hoạch và Đầu tư"
TTG = "Thủ tướng Chính phủ"
CP = "Chính phủ"
BCT = "Bộ Chính trị"
BBT = "Ban Bí thư"
BCHTW = "Ban Chấp hành Trung ương"
QH = "Quốc hội"
YTTH = "Y tế trường học trong các cơ sở giáo dục mầm non, phổ thông gắn với y tế cơ sở"
PTCT = "tổng thể phát triển giáo dục thể chất"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two mentions and the documents around them: `days` their dates, `bodies` who wrote them."""

    name: str
    first: Said
    second: Said
    days: tuple[str | None, str | None] = ("2024-03-01", "2024-04-01")
    bodies: tuple[str, str] = (LANG_SON, BINH_THUAN)
    beside: tuple[Said, ...] = ()

    def meet(self) -> bool:
        """Whether the two mentions are taken for one instrument."""
        one = Doc(
            "một", (self.first, *self.beside), issuer=self.bodies[0], date=self.days[0], number="901/KH-UBND"
        )
        other = Doc("hai", (self.second,), issuer=self.bodies[1], date=self.days[1], number="902/KH-UBND")
        resolved = world(one, other)
        return resolved.meanings(one)[0] == resolved.meanings(other)[0]
