"""Loads a binding that a command needs without errors."""

from typing import NamedTuple

from function.apis.terraform_outputs import Outputs
from function.base.manifest import Manifest
from function.base.variables import Source
from function.check import files
from function.check.platform import Platform
from function.cli.output import write
from function.infra_files.chain import Read
from function.infra_files.checked import checked
from function.infra_files.claim import Target
from function.infra_files.load import Loaded, load_binding
from function.yaml.node import Node


class Usable(NamedTuple):
    """A binding without errors."""

    loaded: Loaded
    node: Node
    claim: Manifest


def usable(
    path: str,
    sources: tuple[Source, ...],
    target: Target,
    platform: Platform,
    outputs: Outputs | None = None,
    read: Read = files.content,
) -> Usable | None:
    """Return the binding, or None if it has errors; prints all findings. Raises UnreadableFileError."""
    loaded = load_binding(path, read, sources, outputs=outputs)
    found = checked(loaded, target, platform)
    for finding in found.file.findings:
        write(f"{finding}\n", err=True)
    if found.file.failed or loaded.node is None or found.claim is None:
        return None
    return Usable(loaded, loaded.node, found.claim)
