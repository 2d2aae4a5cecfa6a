"""Files as `platformctl validate` and `render` read them: any bytes."""

import json
from collections.abc import Iterator
from functools import cache

import yaml

from function.base.manifest import Manifest, text_at
from function.base.request import Request
from function.check.check_file import CheckedFile, check_file
from function.check.load import load_content
from function.check.platform import Platform, load
from function.render import render
from function.yaml.dump import dump
from tools import golden
from tools.fuzz.invariants import INPUT_BYTES_MAX, Violation, printed_safely, same, secretless, timed
from tools.fuzz.message import CANARY
from tools.fuzz.targets.target import Target

_SECRET = f"\n---\napiVersion: v1\nkind: Secret\nmetadata:\n  name: planted\nstringData:\n  password: {CANARY}\n"


def check(data: bytes) -> None:
    """Hold findings and rendered manifests against the invariants; a Secret follows in the same file."""
    loaded = load_content("fuzz.yaml", data + _SECRET.encode())
    checked = timed(lambda: _checked(data))
    same(checked, _checked(data))
    messages = [str(finding) for finding in checked.findings]
    printed_safely(messages)
    whole = json.dumps([finding.as_json() for finding in checked.findings])
    if any(text_at(resource.value, "metadata", "name") == "planted" for resource in loaded.resources):
        secretless("".join(messages) + whole, CANARY)
    for found in checked.resources:
        if not found.failed and CANARY.encode() not in data:
            _renders(found.resource.manifest)


def _checked(data: bytes) -> CheckedFile:
    return check_file(load_content("fuzz.yaml", data + _SECRET.encode()), _defaults())


@cache
def _defaults() -> Platform:
    return load(None)


def _renders(document: Manifest) -> None:
    """Raise Violation where what validates cannot be rendered, or is printed as something else."""
    outcome = render(Request(xr=document))
    composed = [made.manifest for made in outcome.resources.values()]
    if list(yaml.load_all(dump(composed), yaml.CSafeLoader)) != composed:
        raise Violation("printed as it is", text_at(document, "kind"))


def seeds() -> Iterator[bytes]:
    """Yield every YAML file of the examples, the cases and the tests of positions that is not too long."""
    for folder in (golden.EXAMPLES, golden.CASES, golden.ROOT / "tests" / "check", golden.ROOT / "compositions"):
        files = (path.read_bytes() for path in sorted(folder.rglob("*.yaml")))
        yield from (content for content in files if len(content) <= INPUT_BYTES_MAX)


TARGET = Target(check=check, seeds=seeds, input_bytes_max=INPUT_BYTES_MAX)
