"""Changes the image of a claim in the text of its file."""

from typing import NamedTuple

from function.base.alternatives import fields
from function.base.manifest import Json, Manifest, mapping_at, text_at
from function.base.problems import Problem, describe
from function.check.errors import UnusableFileError
from function.check.finding import Finding
from function.check.judge import judge
from function.check.load import LoadedFile, load_content
from function.check.platform import Platform
from function.check.resource import Resource
from function.check.rewritten import BYTE_ORDER_MARK, RewrittenFile
from function.yaml.node import Node, below
from function.yaml.replace import replaced

_FIELD = "image"
_PATH = f"spec.{_FIELD}"
_NOTHING = Problem(
    path=_PATH, message=describe("no image that could be replaced", hint="write one there"), code="EP101"
)
_STAYS = describe("the image cannot be replaced", hint="write it in this claim, as a string without an anchor")


class Target(NamedTuple):
    """A claim whose API has an image, and its file."""

    file: LoadedFile
    text: str
    resource: Resource

    @property
    def name(self) -> str:
        """Return the name of the claim."""
        return text_at(self.resource.manifest, "metadata", "name")


def targets(name: str, content: bytes, platform: Platform) -> tuple[list[Target], list[Finding]]:
    """Return the claims in a file whose image can be set, or the errors in its YAML."""
    loaded = load_content(name, content)
    if loaded.findings:
        return [], loaded.findings
    text = content.decode("utf-8")
    return [Target(loaded, text, found) for found in loaded.resources if _has_image(found, platform)], []


def with_image(target: Target, image: str, platform: Platform) -> RewrittenFile:
    """Return the file in which the claim has another image; it stays as it is if there is a finding.

    Raises UnusableFileError if the file would then say something else, because of an anchor.
    """
    file, text, resource = target
    changed: Manifest = {**resource.manifest, "spec": {**mapping_at(resource.manifest, "spec"), _FIELD: image}}
    node = _image(resource.node)
    refused = [_NOTHING] if node is None else [found for found in judge(changed, platform) or [] if _is_error(found)]
    if node is None or refused:
        return RewrittenFile(file.name, text, text, tuple(map(resource.finding, refused)))
    bom = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
    after = bom + replaced(text.removeprefix(bom).splitlines(keepends=True), {node.range: image})
    expected: list[Json] = [changed if found is resource else found.value for found in file.resources]
    if [found.value for found in load_content(file.name, after.encode()).resources] != expected:
        raise UnusableFileError(file.name, f"line {node.range.line}: {_STAYS}")
    return RewrittenFile(file.name, text, after, ())


def _has_image(resource: Resource, platform: Platform) -> bool:
    api = platform.api(text_at(resource.manifest, "kind"))
    return api is not None and _FIELD in fields(api.spec)


def _image(node: Node) -> Node | None:
    """Return the image as it is written, or None if there is none, or a list or an object."""
    found = below(node, "spec", _FIELD)
    return None if found is None or isinstance(found.content, dict | list) else found


def _is_error(problem: Problem) -> bool:
    return problem.path == _PATH and problem.severity == "error"
