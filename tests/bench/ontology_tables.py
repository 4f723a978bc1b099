"""How long the authority tables take to read: `python -m tests.bench.ontology_tables`.

Every table with its look-ups must cost less than 150 ms at start-up; the central instruments are read when
first asked for and are measured apart. Each figure is CPU time (a busy machine
does not blur it), the median of ten fresh interpreters.
"""

from __future__ import annotations

import statistics
import subprocess
import sys

ROUNDS = 10
BUDGET_MS = 150.0

_MEASURE = """
import time
begin = time.process_time()
import ontology
for name in ("document_types", "bodies", "officers", "body_patterns", "provinces", "terms", "party_acts",
             "laws", "relations", "named_kinds", "topics", "problem_kinds", "resolution_rules", "cues",
             "queries",
             "types_by_name",
             "types_by_abbr", "bodies_by_name", "bodies_by_symbol", "patterns_by_symbol",
             "provinces_by_name", "laws_by_title", "laws_by_number"):
    getattr(ontology, name)()
tables = time.process_time()
ontology.instruments()
print((tables - begin) * 1000, (time.process_time() - tables) * 1000)
"""


def measure() -> tuple[float, float]:
    """Median CPU milliseconds of all tables with their look-ups, and of the instruments."""
    rounds = []
    for _ in range(ROUNDS):
        answer = subprocess.run([sys.executable, "-c", _MEASURE], capture_output=True, check=True, text=True)
        rounds.append([float(figure) for figure in answer.stdout.split()])
    return statistics.median(row[0] for row in rounds), statistics.median(row[1] for row in rounds)


if __name__ == "__main__":
    tables, instruments = measure()
    print(
        f"tables and look-ups {tables:.0f} ms (budget {BUDGET_MS:.0f} ms), instruments {instruments:.0f} ms"
    )
    sys.exit(tables > BUDGET_MS)
