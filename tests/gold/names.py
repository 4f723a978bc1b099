"""The names that gold sources use without saying what they stand for: type words, bodies, number symbols."""

from __future__ import annotations

TYPES = (
    "Chương trình hành động", "Chương trình mục tiêu quốc gia", "Chương trình", "Thông tư liên tịch",
    "Thông tư", "Nghị quyết", "Nghị định", "Quyết định", "Chỉ thị", "Kế hoạch", "Kết luận", "Thông báo",
    "Thông tri", "Công văn", "Công điện", "Hướng dẫn", "Quy định", "Quy chế", "Quy hoạch", "Quy chuẩn",
    "Tờ trình", "Báo cáo", "Biên bản", "Bộ luật", "Bộ quy tắc", "Bộ tiêu chí", "Bộ Tiêu chí",
    "Bộ chỉ số", "Luật", "Pháp lệnh", "Hiến pháp", "Lệnh", "Đề án", "Dự án", "Chiến lược", "Chuyên đề",
    "Điều lệ", "Phương án", "Danh mục", "Giấy phép", "Văn bản hợp nhất", "Văn bản", "Chiến dịch",
    "Quy trình", "Quy tắc",
)  # fmt: skip
LAWS = ("Bộ luật", "Luật", "Pháp lệnh", "Hiến pháp")
BODIES = {
    "Ban Bí thư Trung ương Đảng": "Ban Bí thư",
    "Ban Bí thư Trung ương": "Ban Bí thư",
    "Ban Chấp hành Trung ương Đảng": "Ban Chấp hành Trung ương",
    "Bộ GDĐT": "Bộ Giáo dục và Đào tạo",
    "Bộ GD&ĐT": "Bộ Giáo dục và Đào tạo",
    "Thủ tướng": "Thủ tướng Chính phủ",
}
SYMBOLS = {
    "CP": "Chính phủ",
    "TTg": "Thủ tướng Chính phủ",
    "VPCP": "Văn phòng Chính phủ",
    "BGDĐT": "Bộ Giáo dục và Đào tạo",
    "BNV": "Bộ Nội vụ",
    "BTC": "Bộ Tài chính",
    "BYT": "Bộ Y tế",
    "BTP": "Bộ Tư pháp",
    "BXD": "Bộ Xây dựng",
    "BTNMT": "Bộ Tài nguyên và Môi trường",
    "BTTTT": "Bộ Thông tin và Truyền thông",
    "BKHCN": "Bộ Khoa học và Công nghệ",
    "BKHĐT": "Bộ Kế hoạch và Đầu tư",
    "BCT": "Bộ Công Thương",
    "BCA": "Bộ Công an",
    "BGTVT": "Bộ Giao thông vận tải",
    "BNNPTNT": "Bộ Nông nghiệp và Phát triển nông thôn",
    "BLĐTBXH": "Bộ Lao động - Thương binh và Xã hội",
    "BVHTTDL": "Bộ Văn hóa, Thể thao và Du lịch",
    "UBDT": "Ủy ban Dân tộc",
    "TTCP": "Thanh tra Chính phủ",
}
DEPARTMENTS = {
    "SNV": "Sở Nội vụ",
    "STC": "Sở Tài chính",
    "STP": "Sở Tư pháp",
    "SYT": "Sở Y tế",
    "SXD": "Sở Xây dựng",
    "SCT": "Sở Công Thương",
    "SNN": "Sở Nông nghiệp và Phát triển nông thôn",
    "SNNMT": "Sở Nông nghiệp và Môi trường",
    "SGTVT": "Sở Giao thông vận tải",
    "SGDĐT": "Sở Giáo dục và Đào tạo",
    "STTTT": "Sở Thông tin và Truyền thông",
    "SKHĐT": "Sở Kế hoạch và Đầu tư",
    "SKHCN": "Sở Khoa học và Công nghệ",
    "STNMT": "Sở Tài nguyên và Môi trường",
    "SLĐTBXH": "Sở Lao động - Thương binh và Xã hội",
    "SVHTTDL": "Sở Văn hóa, Thể thao và Du lịch",
}
KNOWN_BODIES = frozenset(SYMBOLS.values()) | {
    "Quốc hội", "Ủy ban Thường vụ Quốc hội", "Bộ Chính trị", "Ban Bí thư", "Ban Chấp hành Trung ương",
    "Ban Tổ chức Trung ương", "Ban Tuyên giáo Trung ương", "Ủy ban Kiểm tra Trung ương",
    "Văn phòng Trung ương Đảng", "Bộ Nông nghiệp và Môi trường", "Bộ Dân tộc và Tôn giáo", "Bộ Quốc phòng",
    "Bộ Ngoại giao", "Ngân hàng Nhà nước Việt Nam", "Tòa án nhân dân tối cao",
}  # fmt: skip


def local_bodies(province: str) -> dict[str, str]:
    """What the relative names of a province's bodies stand for."""
    word, party = ("tỉnh", "Tỉnh ủy") if province.startswith("tỉnh") else ("thành phố", "Thành ủy")
    name = province[len(word) + 1 :]
    found = {f"{party}": f"{party} {name}", f"Ban Chấp hành Đảng bộ {word}": f"{party} {name}"}
    for short, full in (("UBND", "Ủy ban nhân dân"), ("HĐND", "Hội đồng nhân dân")):
        for written in (short, full, full.replace("Ủy", "Uỷ")):
            for place in (word, province):
                found[f"{written} {place}"] = f"{full} {province}"
                found[f"Chủ tịch {written} {place}"] = f"{full} {province}"
    for written in (party, f"{party} {name}"):
        found[written] = found[f"Ban Thường vụ {written}"] = f"{party} {name}"
    for department in DEPARTMENTS.values():
        for written in (department, f"{department} {word}", f"{department} {province}"):
            found[written] = found[f"Giám đốc {written}"] = f"{department} {province}"
    return found
