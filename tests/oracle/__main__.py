"""`python -m tests.oracle --count 10000 --seed 1`: both evaluators over random answer sets."""

import argparse
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.oracle.agree import as_line, disagreements, run_batch
from tests.oracle.draw import draw_inputs

SHOWN = 20


def main() -> int:
    """Exit status 0 when no field differs, 1 otherwise."""
    parser = argparse.ArgumentParser(prog="python -m tests.oracle", description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()

    inputs = list(draw_inputs(options.seed, options.count))
    with tempfile.TemporaryDirectory() as folder:
        batch = run_batch([as_line(given) for given in inputs], Path(folder))
    say(f"{options.count} answer sets, seed {options.seed}")
    say(f"teui suggest --batch: {batch.seconds:.1f} s, exit status {batch.status}")
    begun = time.perf_counter()
    sentences, fields = disagreements(inputs, batch)
    say(f"second evaluator: {time.perf_counter() - begun:.1f} s")
    outcomes = Counter(str(result.get("outcome")) for result in batch.results)
    say("outcomes: " + ", ".join(f"{name} {n}" for name, n in outcomes.most_common()))
    say("disagreements: " + (", ".join(f"{f} {n}" for f, n in fields.most_common()) or "none"))
    for sentence in sentences[:SHOWN]:
        say(sentence)
    if batch.errors:
        say(batch.errors[:2000])
    return 0 if batch.status == 0 and not sentences else 1


def say(sentence: str) -> None:
    sys.stdout.write(sentence + "\n")


if __name__ == "__main__":
    sys.exit(main())
