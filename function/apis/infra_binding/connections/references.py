"""Objects of a binding as people and kubectl name them."""

from collections.abc import Iterable, Iterator, Mapping

from function.apis.infra_binding import KIND
from function.apis.infra_binding.resolve import Resolved
from function.base.manifest import Json, text_at
from function.base.markdown import Markdown, code
from function.base.shell import Line, command


def named(manifest: Mapping[str, Json]) -> Markdown:
    """Return kind, namespace and name of an object."""
    namespace, name = (text_at(manifest, "metadata", key) for key in ("namespace", "name"))
    return Markdown(f"{text_at(manifest, 'kind')} {code(f'{namespace}/{name}' if namespace else name)}")


def shown(manifests: Iterable[Mapping[str, Json]]) -> Iterator[Line]:
    """Yield the commands that show objects, one for each kind and namespace."""
    found: dict[tuple[str, str], list[str]] = {}
    for manifest in manifests:
        group, _, _ = text_at(manifest, "apiVersion").rpartition("/")
        kind = text_at(manifest, "kind").lower()
        of_kind = f"{kind}.{group}" if group else kind, text_at(manifest, "metadata", "namespace")
        found.setdefault(of_kind, []).append(text_at(manifest, "metadata", "name"))
    for (kind, namespace), names in found.items():
        yield command("kubectl", "get", *(("-n", namespace) if namespace else ()), kind, *names)


def of_binding(resolved: Resolved, verb: str, *words: str) -> Line:
    """Return a command about the binding itself."""
    names = resolved.config.names.get(KIND)
    kind = names.kind.lower() if names else KIND.lower()
    return command("kubectl", verb, "-n", resolved.identity.namespace, kind, resolved.identity.name, *words)
