"""Texts for the benches: English and German legal prose made here, and Vietnamese gazette texts.

The made texts are prose with the citations that each peer reads best, about as dense as in court opinions;
they come from a fixed seed, so every run measures the same bytes.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

GAZETTE = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "gazette"
OWN = Path(__file__).resolve().parents[1] / "gold" / "dev"

ENGLISH_PROSE = (
    "The question before the court is whether the agency gave fair notice of the rule that it applied.",
    "Nothing in the record suggests that the parties understood the clause in any other way.",
    "The trial judge weighed the testimony of both experts and found neither wholly persuasive.",
    "A statute is read as a whole, and no word of it is treated as surplus.",
    "Counsel conceded at argument that the notice had been sent to the wrong address.",
    "We review findings of fact for clear error and conclusions of law without deference.",
    "The tenant remained in possession for eleven months after the lease had ended.",
)
ENGLISH_NAMES = ("Harmon", "Whitfield", "Alvarez", "Okafor", "Lindqvist", "Pruitt", "Delgado", "Farrow")
ENGLISH_REPORTERS = ("U.S.", "F.2d", "F.3d", "F. Supp. 2d", "S. Ct.", "N.E.2d", "Cal. 4th", "P.3d")
GERMAN_PROSE = (
    "Die Klägerin hat den Mangel rechtzeitig gerügt und eine angemessene Frist zur Nacherfüllung gesetzt.",
    "Das Berufungsgericht hat die Beweise ohne Rechtsfehler gewürdigt.",
    "Ob die Parteien eine abweichende Vereinbarung getroffen haben, bedarf hier keiner Entscheidung.",
    "Der Beklagte wendet ein, die Anlage sei vor der Abnahme umgebaut worden.",
    "Die Behörde hat ihr Ermessen erkannt und im Bescheid begründet, warum sie es so ausgeübt hat.",
    "Auf die Frage der Verjährung kommt es danach nicht mehr an.",
)
GERMAN_BOOKS = ("BGB", "ZPO", "VwGO", "StGB", "HGB", "AO", "SGB V", "BauGB", "VwVfG", "InsO")
GERMAN_COURTS = ("OVG Schleswig", "VG Hamburg", "BGH", "BVerwG", "OLG Köln", "LG Münster")


def english_citation(rng: random.Random) -> str:
    """A case with volume, reporter, page and year."""
    one, other = rng.sample(ENGLISH_NAMES, 2)
    page = rng.randint(1, 1200)
    return (
        f"See {one} v. {other}, {rng.randint(1, 600)} {rng.choice(ENGLISH_REPORTERS)} {page}, "
        f"{page + rng.randint(1, 30)} ({rng.randint(1950, 2020)})."
    )


def german_citation(rng: random.Random) -> str:
    """A section of a law, or a judgment with its file number."""
    if rng.random() < 0.7:
        return (
            f"Dies folgt aus § {rng.randint(1, 900)} Abs. {rng.randint(1, 5)} {rng.choice(GERMAN_BOOKS)} "
            f"i.V.m. §§ {rng.randint(1, 400)}, {rng.randint(401, 800)} {rng.choice(GERMAN_BOOKS)}."
        )
    day = f"{rng.randint(1, 28):02}.{rng.randint(1, 12):02}.{rng.randint(1990, 2020)}"
    return (
        f"So auch {rng.choice(GERMAN_COURTS)} in seinem Urteil vom {day} "
        f"({rng.randint(1, 9)} K {rng.randint(1, 900)}/{rng.randint(0, 20):02})."
    )


def made(prose: tuple[str, ...], cite: Callable[[random.Random], str], size: int) -> list[str]:
    """Documents of about 40 kB, together about `size` bytes, with one citation in every third sentence."""
    rng = random.Random(19)
    documents: list[str] = []
    total = 0
    while total < size:
        paragraphs: list[str] = []
        length = 0
        while length < 40_000:
            sentences = [cite(rng) if n % 3 == 2 else rng.choice(prose) for n in range(9)]
            paragraphs.append(" ".join(sentences))
            length += len(paragraphs[-1])
        documents.append("\n\n".join(paragraphs))
        total += len(documents[-1].encode())
    return documents


def english(size: int = 400_000) -> list[str]:
    return made(ENGLISH_PROSE, english_citation, size)


def german(size: int = 2_000_000) -> list[str]:
    return made(GERMAN_PROSE, german_citation, size)


def each_vietnamese() -> Iterator[str]:
    """The gazette corpus beside the project, one by one; without it our own documents, forty times."""
    folder, times = (GAZETTE, 1) if GAZETTE.is_dir() else (OWN, 40)
    for path in sorted(folder.glob("*.txt")) * times:
        with path.open(encoding="utf-8", newline="") as file:
            yield file.read()


def vietnamese() -> list[str]:
    return list(each_vietnamese())


def size_of(texts: list[str]) -> int:
    """Bytes in UTF-8."""
    return sum(len(text.encode()) for text in texts)
