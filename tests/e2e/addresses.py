"""Where the pages are that the tests open, on the sample documents."""

from __future__ import annotations

PROGRAMME = "thu-tuong-chinh-phu/quyet-dinh/2024/9120-qd-ttg"
PAGES = {
    "tra-cuu": "/",
    "ket-qua": "/tra-cuu?q=38/KH-UBND",
    "khong-co": "/tra-cuu?q=khong-co-gi-dau",
    "danh-sach": "/van-ban?with_text=true",
    "van-ban": f"/van-ban/{PROGRAMME}",
    "tep-nguon": "/tep-nguon/08-dong-nai-38-kh-ubnd.txt",
    "do-phu": "/do-phu?instrument=9120/QĐ-TTg&instrument=957-NQ/TW&province=dong-nai",
    "do-phu-63": "/do-phu?instrument=9120/QĐ-TTg&era=63",
    "do-phu-chon": "/do-phu",
    "chuoi-chon": "/chuoi",
    "chuoi": "/chuoi/957-NQ/TW",
    "duong-noi": "/duong-noi?from=912/KH-SVHTTDL&to=957-NQ/TW",
    "van-de": "/van-de",
    "so-sanh": "/so-sanh?first=38/KH-UBND@lang-son&second=142/KH-UBND",
    "dong-thoi-gian": "/dong-thoi-gian/9120/QĐ-TTg?chain=true",
    "dong-thoi-gian-chon": "/dong-thoi-gian",
    "dan-chieu": f"/dan-chieu/{PROGRAMME}?side=in&relation=implements",
    "kham-pha-chon": "/kham-pha",
    "kham-pha": "/kham-pha/9120/QĐ-TTg",
    "kiem-tra": "/kiem-tra",
    "truy-van": "/truy-van",
    "ra-soat": "/ra-soat",
    "nap": "/nap",
    "api": "/api",
}
