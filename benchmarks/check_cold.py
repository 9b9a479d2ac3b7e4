"""`seedc check` on the sample, cold, against check-jsonschema on its largest file."""

import sys

from measure import ROOT, SEEDC, in_turn, median, ratios, show

ROUNDS = 9
LIMIT = 1.5


def main() -> None:
    """Measure and print."""
    seeds = max((ROOT / "seeds").rglob("*.json"), key=lambda file: file.stat().st_size)
    folder = seeds.parent.name if seeds.parent.name != "seeds" else seeds.stem
    schema = ROOT / f"out/editor/{folder}.schema.json"
    rival = (
        sys.executable,
        "-m",
        "check_jsonschema",
        "--schemafile",
        str(schema),
        str(seeds),
    )
    ours, theirs = in_turn([((*SEEDC, "check"), ROOT), (rival, ROOT)], ROUNDS)
    print(f"cold check of the sample, and of {seeds.name} alone by check-jsonschema")
    show("seedc check", [r.seconds for r in ours], " s")
    show("check-jsonschema", [r.seconds for r in theirs], " s")
    show("ratio", ratios(ours, theirs))
    verdict = "reached" if median(ratios(ours, theirs)) <= LIMIT else "missed"
    print(f"  goal: at most {LIMIT}: {verdict}")


if __name__ == "__main__":
    main()
