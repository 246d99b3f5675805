"""Which open question is worth asking next: the one that leaves the least doubt."""

from teui.assessment.diagram import Restricted


def certainty_after(restricted: Restricted, root: int) -> dict[int, float]:
    """For each variable that matters to `root`: how sure the result is once it is known.

    Every value of every unknown variable weighs the same. Certainty is the chance that two
    completions that agree on the variable have the same result: 1 where it settles everything.

    Both passes visit each node once: upwards the results below it, downwards the chance of
    coming there. Paths that skip a variable count alike for each of its values.
    """
    nodes = list(restricted.below(root))
    results: dict[int, list[float]] = {}
    for leaf in range(restricted.leaves):
        results[leaf] = [float(leaf == other) for other in range(restricted.leaves)]
    for number, _, children in reversed(nodes):
        below = [results[child] for child in children]
        results[number] = [sum(column) / len(below) for column in zip(*below, strict=True)]
    reached = {number: 0.0 for number, _, _ in nodes}
    reached[root] = 1.0
    known: dict[int, list[list[float]]] = {}
    for number, variable, children in nodes:
        chance = reached[number]
        here = results[number]
        if variable not in known:
            known[variable] = [list(results[root]) for _ in children]
        for child, row in zip(children, known[variable], strict=True):
            if child in reached:
                reached[child] += chance / len(children)
            for leaf, share in enumerate(results[child]):
                row[leaf] += chance * (share - here[leaf])
    return {
        variable: sum(share * share for row in rows for share in row) / len(rows)
        for variable, rows in known.items()
    }
