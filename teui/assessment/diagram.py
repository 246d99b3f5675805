"""Decision diagrams with many-valued variables, reduced and shared.

A node asks one variable and has a child for each of its values; leaves are the numbers below
`leaves`, of which 0 is false and 1 true. Equal nodes exist once and a node whose children are all
the same does not exist, so that a function of the variables is one number, constant functions are
leaves, and exactly the variables that matter to a function are found below its node. Children
always have smaller numbers than their parents.
"""

from collections.abc import Iterator, Sequence

FALSE, TRUE = 0, 1

Node = tuple[int, tuple[int, ...]]


class Diagram:
    """A growing set of nodes over variables with `arities` values, asked in their order."""

    def __init__(self, leaves: int, arities: Sequence[int]) -> None:
        self.leaves = leaves
        self.nodes: list[Node] = []
        self._arities = arities
        self._numbers: dict[Node, int] = {}
        self._chosen: dict[tuple[int, int, int], int] = {}

    def node(self, variable: int, children: tuple[int, ...]) -> int:
        """The function that looks at `variable` and goes on to the child of its value."""
        if children.count(children[0]) == len(children):
            return children[0]
        key = (variable, children)
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = self.leaves + len(self.nodes)
            self.nodes.append(key)
        return number

    def choose(self, test: int, yes: int, no: int) -> int:
        """The function that is `yes` where `test` is true and `no` where it is false."""
        if test == TRUE or yes == no:
            return yes
        if test == FALSE:
            return no
        key = (test, yes, no)
        if key not in self._chosen:
            variable = min(self._variable(number) for number in key)
            children = tuple(
                self.choose(*(self._child(number, variable, value) for number in key))
                for value in range(self._arities[variable])
            )
            self._chosen[key] = self.node(variable, children)
        return self._chosen[key]

    def every(self, parts: Sequence[int]) -> int:
        result = TRUE
        for part in reversed(parts):
            result = self.choose(part, result, FALSE)
        return result

    def some(self, parts: Sequence[int]) -> int:
        result = FALSE
        for part in reversed(parts):
            result = self.choose(part, TRUE, result)
        return result

    def reached(self, root: int, known: Sequence[int | None]) -> tuple[set[int], set[int]]:
        """The leaves that `root` reaches under the values known, and the variables on the way.

        For many questions about one function, of which little is left: no other is looked at.
        """
        leaves: set[int] = set()
        variables: set[int] = set()
        seen = {root}
        pending = [root]
        while pending:
            number = pending.pop()
            if number < self.leaves:
                leaves.add(number)
                continue
            variable, children = self.nodes[number - self.leaves]
            value = known[variable]
            if value is None:
                variables.add(variable)
            for child in children if value is None else (children[value],):
                if child not in seen:
                    seen.add(child)
                    pending.append(child)
        return leaves, variables

    def _variable(self, number: int) -> int:
        """The variable asked first; leaves ask none, which sorts last."""
        return len(self._arities) if number < self.leaves else self.nodes[number - self.leaves][0]

    def _child(self, number: int, variable: int, value: int) -> int:
        if self._variable(number) != variable:
            return number
        return self.nodes[number - self.leaves][1][value]


class Restricted:
    """What remains of every function of a diagram when some variables have their values.

    `known[variable]` is the value, None where it is unknown. One pass over all nodes.
    """

    def __init__(self, diagram: Diagram, known: Sequence[int | None]) -> None:
        leaves = self.leaves = diagram.leaves
        nodes: list[Node] = []
        numbers: dict[Node, int] = {}
        image = list(range(leaves))
        for variable, children in diagram.nodes:
            value = known[variable]
            if value is not None:
                image.append(image[children[value]])
                continue
            rest = tuple([image[child] for child in children])
            if rest.count(rest[0]) == len(rest):
                image.append(rest[0])
                continue
            key = (variable, rest)
            number = numbers.get(key)
            if number is None:
                number = numbers[key] = leaves + len(nodes)
                nodes.append(key)
            image.append(number)
        self._nodes = nodes
        self._image = image

    def root(self, number: int) -> int:
        """What the function `number` of the diagram has become."""
        return self._image[number]

    def truth(self, number: int) -> bool | None:
        """A true-or-false function of the diagram: its value, None while it is open."""
        root = self._image[number]
        return None if root > TRUE else root == TRUE

    def below(self, root: int) -> Iterator[tuple[int, int, tuple[int, ...]]]:
        """The nodes that `root` reaches, parents first: number, variable, children."""
        reached = {root}
        for number in range(root, self.leaves - 1, -1):
            if number in reached:
                variable, children = self._nodes[number - self.leaves]
                reached.update(children)
                yield number, variable, children

    def outcomes(self, root: int) -> frozenset[int]:
        """The leaves that `root` reaches."""
        if root < self.leaves:
            return frozenset({root})
        children = {child for _, _, below in self.below(root) for child in below}
        return frozenset(child for child in children if child < self.leaves)

    def variables(self, root: int) -> frozenset[int]:
        """The variables that matter to `root`: two values of it exist that change the result."""
        return frozenset(variable for _, variable, _ in self.below(root))
