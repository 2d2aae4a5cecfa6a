"""The implementation of each API, imported by the first call that needs it: an import takes longer than many calls.

Every package in this folder is an API: it defines `KIND`, the kind of its claims, and has a module `implementation`.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from function import apis
from function.apis.contract import Implementation
from function.base.discovery import module, packages

PACKAGES: Mapping[str, str] = {module(package).KIND: package for package in packages(apis.__name__)}
"""The name of each API's package by kind, sorted by package."""


@cache
def implementation(kind: str) -> Implementation[Any, Any]:
    """Return the API with a kind of PACKAGES. The types inside an API are private to it, hence Any."""
    found: Implementation[Any, Any] = module(f"{PACKAGES[kind]}.implementation").IMPLEMENTATION
    return found
