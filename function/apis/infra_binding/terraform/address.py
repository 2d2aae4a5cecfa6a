"""The address of a Terraform module as a Workspace needs it: a repository of Git, and one ref."""

import re
from collections.abc import Iterable

from function.apis.infra_binding.infrastructure.terraform import Terraform
from function.platform.policy_terraform import HOST, SEGMENT

_REF = "[_a-zA-Z0-9][-_./+a-zA-Z0-9]*"
"""A ref that begins with a dash would be an option of Git."""
_MODULE = re.compile(rf"(?P<base>{HOST}(/{SEGMENT})+(//{SEGMENT}(/{SEGMENT})*)?)([?]ref=(?P<ref>{_REF}))?")
_DOTS = (".", "..")


def pinned(terraform: Terraform) -> str | None:
    """Return the address with its ref, or None if it is not an address of Git with exactly one."""
    found = _MODULE.fullmatch(terraform.module_source)
    if found is None or not set(found["base"].split("/")).isdisjoint(_DOTS):
        return None
    ref = found["ref"] or terraform.module_version
    return f"{found['base']}?ref={ref}" if ref and re.fullmatch(_REF, ref) else None


def allowed(address: str, modules: Iterable[str]) -> bool:
    """Return whether a pinned address is one of these, in a folder of one, or begins with one that ends with '/'."""
    base = address.partition("?")[0]
    return any(_covers(module, base) for module in modules)


def allowed_ref(address: str, refs: Iterable[str]) -> bool:
    """Return whether the ref of a pinned address is one of these, or begins with one that ends with '*'."""
    ref = address.partition("?ref=")[2]
    return any(ref.startswith(one[:-1]) if one.endswith("*") else ref == one for one in refs)


def _covers(module: str, base: str) -> bool:
    if module.endswith("/"):
        return base.startswith(module) and not base.startswith(f"{module}/")
    return base == module or base.startswith(f"{module}//")
