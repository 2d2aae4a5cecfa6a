"""Discovery: a module in a package is a member of it, and its name is the member's identity."""

from importlib import import_module
from pkgutil import iter_modules
from typing import Annotated, Any, Union, get_args

from pydantic import Field

from function.base.model import Spec


def members(package: str, path: list[str]) -> dict[str, Any]:
    """Return a package's modules by name, sorted; names that begin with an underscore are not members."""
    names = sorted(info.name for info in iter_modules(path) if not info.name.startswith("_"))
    return {name: import_module(f"{package}.{name}") for name in names}


def tagged_union(models: dict[str, type[Spec]], *, tag: str = "type") -> Any:
    """Return the type "one of these models, chosen by the field `tag`"; a key must be its model's only tag."""
    for key, model in models.items():
        if get_args(model.model_fields[tag].annotation) != (key,):
            raise TypeError(f"{model.__module__}: {tag} must be Literal[{key!r}], as the module is named")
    union: Any = Union.__getitem__(tuple(models.values()))
    return Annotated[union, Field(discriminator=tag)]
