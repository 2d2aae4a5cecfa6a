"""Discovery of plug-ins: each module in a package is a plug-in, identified by the module's name."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Annotated, Any, Union, get_args

from pydantic import Field

from function.base.model import Spec


def discover(package: str) -> Mapping[str, Any]:
    """Return a package's modules by name, sorted; modules whose names start with an underscore are skipped."""
    names = sorted(info.name for info in iter_modules(_path(package)) if not info.name.startswith("_"))
    return {name: import_module(f"{package}.{name}") for name in names}


def module(name: str) -> Any:
    """Return a module by its full name, imported now unless it is already."""
    return import_module(name)


def walk(package: str) -> Iterator[Any]:
    """Yield every module below a package by its full name, sorted, each package before its modules."""
    for info in sorted(iter_modules(_path(package)), key=lambda info: info.name):
        name = f"{package}.{info.name}"
        yield import_module(name)
        if info.ispkg:
            yield from walk(name)


def packages(package: str) -> list[str]:
    """Return the full names of the packages in a package, sorted."""
    return sorted(f"{package}.{info.name}" for info in iter_modules(_path(package)) if info.ispkg)


def tagged_union(models: Mapping[str, type[Spec]], *, tag: str = "type") -> Any:
    """Return the union of these models, discriminated by the field `tag`; each key must be its model's only tag."""
    for key, model in models.items():
        if get_args(model.model_fields[tag].annotation) != (key,):
            raise TypeError(f"{model.__module__}: {tag} must be Literal[{key!r}], as the module is named")
    union: Any = Union.__getitem__(tuple(models.values()))
    return Annotated[union, Field(discriminator=tag)]


def _path(package: str) -> list[str]:
    found: ModuleType = import_module(package)
    return list(found.__path__)
