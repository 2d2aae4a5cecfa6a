"""Every type within the models that users write, by the path of its field."""

from collections.abc import Iterator

from function.apis.registry import APIS
from function.base.alternatives import Alternative, fields, keys, members
from function.base.model import Spec
from function.platform.config import PlatformConfig

MODELS: tuple[type[Spec], ...] = (*(api.spec for api in APIS.values()), PlatformConfig)


def field_types(alternative: Alternative, path: str) -> Iterator[tuple[str, Alternative]]:
    """Yield the paths and types below a type; each has its own marks and those of everything above it."""
    model = alternative.model
    for name, found in (fields(model) if model else {}).items():
        yield from _all(found, f"{path}.{name}", alternative)
    yield from _all(keys(alternative), f"{path}{{key}}", alternative)
    yield from _all(members(alternative), f"{path}[]", alternative)


def _all(found: list[Alternative], path: str, above: Alternative) -> Iterator[tuple[str, Alternative]]:
    for alternative in found:
        below = Alternative(alternative.annotation, above.marks + alternative.marks)
        yield path, below
        yield from field_types(below, path)
