"""The platform's settings in a Composition: the input of the pipeline step that calls the function."""

from collections.abc import Iterator

from function.base.manifest import text_at
from function.base.problems import shown
from function.check.errors import UnusableFileError
from function.check.load import LoadedFile
from function.check.resource import Resource
from function.platform.config import API_VERSION, KIND
from function.yaml.node import Node, below, value_of

_COMPOSITION, _GROUP = "Composition", "apiextensions.crossplane.io"


def with_settings(file: LoadedFile) -> LoadedFile:
    """Return the file with the PlatformConfig in place of each Composition; raises UnusableFileError.

    Positions stay those in the file.
    """
    documents = [
        document._replace(resources=tuple(_settings(resource) for resource in document.resources))
        for document in file.documents
    ]
    return file._replace(documents=tuple(documents))


def _settings(resource: Resource) -> Resource:
    group = text_at(resource.value, "apiVersion").partition("/")[0]
    if (text_at(resource.value, "kind"), group) != (_COMPOSITION, _GROUP):
        return resource
    inputs = list(_inputs(resource.node))
    if len(inputs) != 1:
        found = ", ".join(f"line {node.range.line}" for node in inputs) or "none"
        name = shown(text_at(resource.value, "metadata", "name"))
        reason = f"must have exactly one step with a {KIND} as its input; got {found}"
        raise UnusableFileError(resource.file, f"line {resource.start.line}: Composition {name} {reason}")
    return Resource(resource.file, resource.document, inputs[0], value_of(inputs[0]))


def _inputs(composition: Node) -> Iterator[Node]:
    """Yield the inputs that are settings, of any version."""
    pipeline = below(composition, "spec", "pipeline")
    for step in pipeline.content if pipeline and isinstance(pipeline.content, list) else ():
        found = below(step, "input")
        value = value_of(found) if found else None
        group = API_VERSION.partition("/")[0]
        if found and text_at(value, "kind") == KIND and text_at(value, "apiVersion").partition("/")[0] == group:
            yield found
