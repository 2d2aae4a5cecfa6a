"""Where the state of a Terraform module is: its backend, and its workspace."""

from collections.abc import Iterator, Mapping, Sequence

from function.apis.infra_binding.infrastructure.terraform import Terraform

_DEFAULT = "default"
"""The workspace that Terraform uses if nobody says another one."""


def workspace(terraform: Terraform) -> str:
    """Return the Terraform workspace."""
    return terraform.workspace or _DEFAULT


def foreign(terraform: Terraform, states: Mapping[str, Sequence[str]], namespace: str) -> Iterator[str]:
    """Yield each field that says something else about the state than the platform allows bindings of the namespace."""
    listed = states.get(namespace, states.get("*", ()))
    said = {f"backend_config.{name}": f"{name}={value}" for name, value in terraform.backend_config.items()}
    for field, text in {"workspace": f"workspace={workspace(terraform)}", **said}.items():
        if not any(_within(text, one) for one in listed):
            yield field


def left_open(terraform: Terraform, states: Mapping[str, Sequence[str]], namespace: str) -> Iterator[str]:
    """Yield each setting of the backend that the platform lists and the binding leaves to the module."""
    listed = states.get(namespace, states.get("*", ()))
    names = {one.partition("=")[0] for one in listed} - {"workspace", *terraform.backend_config}
    yield from (f"backend_config.{name}" for name in sorted(names))


def _within(text: str, listed: str) -> bool:
    """Return whether a setting is the listed one, or begins with it and stays below it."""
    return text == listed or (listed.endswith("/") and text.startswith(listed) and ".." not in text)
