"""A document changed at places that bytes choose."""

from collections.abc import Callable, Sequence
from copy import deepcopy
from typing import Any

from function.base.manifest import Json, Manifest
from tools.fuzz import hostile
from tools.fuzz.choices import Choices

_Mutation = Callable[[Any, Any, Choices, Sequence[str]], None]


def mutated(document: Manifest, choices: Choices, words: Sequence[str], *, most: int) -> Manifest:
    """Return a copy with up to `most` changes; `words` are keys and texts that mean something."""
    changed: Any = deepcopy(document)
    for _ in range(most):
        if not choices.left:
            break
        holder, step = _place(changed, choices)
        if step is not None:
            choices.pick(_MUTATIONS)(holder, step, choices, words)
        elif isinstance(holder, dict):
            _insert(holder, step, choices, words)
    return dict(changed)


def _place(value: Any, choices: Choices) -> tuple[Any, Any]:
    """Return a mapping or list of the document, and a key or an index in it, None where it is empty."""
    while True:
        steps = _steps(value)
        if not steps:
            return value, None
        step = choices.pick(steps)
        below = value[step]
        if not _steps(below) or choices.number(8) == 0:
            return value, step
        value = below


def _steps(value: Any) -> Sequence[Any]:
    if isinstance(value, dict):
        return list(value)
    return range(len(value)) if isinstance(value, list) else ()


def _replace(holder: Any, step: Any, choices: Choices, _: Sequence[str]) -> None:
    holder[step] = deepcopy(choices.pick(hostile.VALUES))


def _speak(holder: Any, step: Any, choices: Choices, words: Sequence[str]) -> None:
    holder[step] = choices.pick(words)


def _remove(holder: Any, step: Any, _choices: Choices, _words: Sequence[str]) -> None:
    del holder[step]


def _rename(holder: Any, step: Any, choices: Choices, words: Sequence[str]) -> None:
    if isinstance(holder, dict):
        holder[choices.pick(words)] = holder.pop(step)
    else:
        holder.append(holder[step])


def _insert(holder: Any, _: Any, choices: Choices, words: Sequence[str]) -> None:
    value: Json = deepcopy(choices.pick((*hostile.VALUES, *words)))
    if isinstance(holder, dict):
        holder[choices.pick((*words, *hostile.KEYS))] = value
    else:
        holder.append(value)


def _deepen(holder: Any, step: Any, choices: Choices, words: Sequence[str]) -> None:
    holder[step] = [holder[step]] if choices.number(2) else {choices.pick(words): holder[step]}


def _alter(holder: Any, step: Any, choices: Choices, _: Sequence[str]) -> None:
    """Change a little of a value, so that most of what checks it is passed."""
    value = holder[step]
    if isinstance(value, str):
        cut = choices.number(256)
        value = value[:cut] + chr(choices.number(0x3000)) + value[cut + choices.number(3) :]
    elif isinstance(value, int | float):
        value = value + choices.number(256) - 128
    holder[step] = value


_MUTATIONS: tuple[_Mutation, ...] = (_alter, _replace, _speak, _remove, _rename, _insert, _deepen)
