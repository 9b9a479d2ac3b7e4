"""The memory of `seedc apply` must not grow with the live table."""

import os

from apply_data import COLUMNS
from databases import Database, copy_of, derive
from measure import show
from product import CHANGED, FIRST, HALF, ROWS, Product, products
from server import server
from templates import make_templates

ROUNDS = int(os.environ.get("ROUNDS", "3"))
TIMES = 10
LIMIT = 1.05

_NAMES = ", ".join(COLUMNS)
_VALUES = ", ".join(COLUMNS[1:])
_MORE = f"""
INSERT INTO items ({_NAMES})
SELECT 'app_' || copy.at || id, {_VALUES}
FROM items, generate_series(1, {TIMES}) AS copy (at)
"""  # noqa: S608, our own names


def main() -> None:
    """Measure and print."""
    with server() as postgres, products(FIRST, HALF, CHANGED) as (first, half, changed):
        full = make_templates(postgres, first, half)["full"]
        large = derive(full, "large", _MORE)
        small = [_peak(full, changed) for _ in range(ROUNDS)]
        grown = [_peak(large, changed) for _ in range(ROUNDS)]
    print(f"peak memory of the process, 1 % of {ROWS:,} rows changed")
    show(f"{ROWS:,} live rows", small, " MB")
    show(f"{ROWS * (TIMES + 1):,} live rows", grown, " MB")
    ratio = max(grown) / max(small)
    verdict = "reached" if ratio <= LIMIT else "missed"
    print(f"  goal: it does not grow: {ratio:.2f}: {verdict}")


def _peak(template: Database, product: Product) -> float:
    with copy_of(template) as database:
        return product.apply(database).peak / 1e6


if __name__ == "__main__":
    main()
