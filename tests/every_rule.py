"""Every rule of every model."""

from collections.abc import Iterator

from function.apis.registry import APIS
from function.base.model import Spec
from function.base.rule import Rule
from function.platform.config import PlatformConfig

assert APIS["EventDrivenService"].spec.rules, "the models are imported"
assert PlatformConfig.rules


def _subclasses(model: type[Spec]) -> Iterator[type[Spec]]:
    for below in model.__subclasses__():
        if below.__module__.startswith("function."):
            yield below
        yield from _subclasses(below)


RULES: list[tuple[type[Spec], Rule]] = [
    (model, rule)
    for model in sorted({*_subclasses(Spec)}, key=lambda model: (model.__module__, model.__name__))
    for rule in model.rules
]
