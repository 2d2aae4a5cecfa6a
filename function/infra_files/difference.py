"""Compares two bindings value by value."""

import json
from collections import Counter
from typing import NamedTuple

from function.infra_files.explain import leaves
from function.yaml.node import Node, value_of


class Difference(NamedTuple):
    """A path at which two bindings differ, and both values as JSON; None where a binding has no value."""

    path: str
    left: str | None
    right: str | None


def differences(left: Node, right: Node) -> list[Difference]:
    """Return the differences: the paths of the left binding in its order, then those that only the right one has."""
    before, after = _values(left), _values(right)
    found = [Difference(path, before.get(path), after.get(path)) for path in {**before, **after}]
    return [difference for difference in found if difference.left != difference.right]


def _values(node: Node) -> dict[str, str]:
    """Return the values by path. Very long paths are truncated and may be equal, so these are numbered."""
    seen: Counter[str] = Counter()
    values = {}
    for path, leaf in leaves(node):
        seen[path] += 1
        numbered = path if seen[path] == 1 else f"{path} ({seen[path]})"
        values[numbered] = json.dumps(value_of(leaf), ensure_ascii=False)
    return values
