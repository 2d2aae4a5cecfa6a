"""Observed composed resources, from the files given with --observed."""

import click

from function.base.manifest import Manifest, text_at
from function.check import files
from function.check.resource import resources
from function.delivery.live import KEY
from function.yaml.reader import read


def load(path: str | None) -> dict[str, Manifest]:
    """Return the resources by the key in their annotation; raises ClickException where a file cannot be used."""
    observed: dict[str, Manifest] = {}
    for file in files.discover([path] if path else []):
        documents, flaw = read(files.content(file))
        flaws = [*([flaw] if flaw else []), *(each for document in documents for each in document.flaws)]
        for each in flaws:
            raise _unusable(file, each.range.line, each.message)
        for document in documents:
            for resource in resources(file, document):
                key = text_at(resource.manifest, "metadata", "annotations", KEY)
                if not key or key in observed:
                    reason = f"annotation {KEY} occurs twice; got '{key}'" if key else f"no annotation {KEY}"
                    raise _unusable(file, resource.node.range.line, reason)
                observed[key] = resource.manifest
    return observed


def _unusable(file: str, line: int, reason: str) -> click.ClickException:
    return click.ClickException(f"cannot use {files.shown(file)}: line {line}: {reason}")
