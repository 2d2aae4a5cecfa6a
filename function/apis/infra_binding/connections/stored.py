"""The document about connections where the binding's own document is stored, as far as there is room for it."""

from collections.abc import Iterator, Mapping

from function.apis.infra_binding.connections.markdown import TITLE, markdown
from function.apis.infra_binding.document_size import too_large
from function.apis.infra_binding.resolve import Resolved

FILE = "connections.md"
"""Its key in the ConfigMap."""


def stored(resolved: Resolved) -> Mapping[str, str]:
    """Return the ConfigMap's data.

    Without room for the document about connections, it says where to get that; without room for this, it is left out.
    What applications read always has precedence.
    """
    for text in _shorter_and_shorter(resolved):
        data = dict(sorted({**resolved.document, FILE: text}.items()))
        if too_large(data, resolved.config) is None:
            return data
    return resolved.document


def _shorter_and_shorter(resolved: Resolved) -> Iterator[str]:
    whole = markdown(resolved)
    yield whole
    size = f"{len(whole.encode())} bytes"
    yield f"{TITLE}\n\nThe ConfigMap has no room for this document ({size}). `platformctl bindings docs` prints it.\n"
