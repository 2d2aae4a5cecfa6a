"""The objects with values of variables that PlatformConfig names; Crossplane fetches them for the function."""

from collections.abc import Iterator, Mapping, Sequence

from function.apis.terraform_outputs import Outputs, absent, variables
from function.base.manifest import Json, mapping_at
from function.base.outcome import Requirement
from function.base.problems import Problem, describe, join
from function.base.variables import Source
from function.manifests import workspace
from function.platform.variables import Variables, VariableSource

FIELD = "PlatformConfig.spec.variables.sources"
_API_VERSIONS = {
    "ConfigMap": "v1",
    "EnvironmentConfig": "apiextensions.crossplane.io/v1beta1",
    workspace.KIND.kind: workspace.KIND.api_version,
}


def requirements(settings: Variables, namespace: str) -> dict[str, Requirement]:
    """Return what to ask for, for a claim in this namespace.

    The names change with what is asked for, because Crossplane remembers answers by name.
    """
    return {
        _name(source, namespace): Requirement(
            api_version=_API_VERSIONS[source.kind],
            kind=source.kind,
            namespace=_namespace(source, namespace),
            name=source.name,
        )
        for source in settings.sources
    }


def read(
    settings: Variables, namespace: str, required: Mapping[str, Sequence[Mapping[str, Json]]], written: Json = None
) -> tuple[list[Source], list[Problem]]:
    """Return the values that were found, in the order of the settings, and a problem for each object that is absent.

    An object that is not answered yet is neither. `written` is the spec, which may name outputs of Workspaces; each
    that no Workspace has is a problem too.
    """
    sources, problems, workspaces = [], [], []
    for position, source in enumerate(settings.sources):
        found = required.get(_name(source, namespace))
        if found and source.kind == workspace.KIND.kind:
            workspaces.append(_outputs(source, namespace, found[0]))
            sources.append(Source(workspaces[-1].source, variables(workspaces[-1], written)))
        elif found:
            sources.append(Source(described(source, namespace), dict(_values(found[0]))))
        elif found is not None:
            message = describe(
                f"{described(source, namespace)} does not exist", hint="create it, or remove it from PlatformConfig"
            )
            problems.append(Problem(path=join(FIELD, position), message=message, code="EP460"))
    return sources, [*problems, *(_absent(workspaces, written) if workspaces and not problems else [])]


def _outputs(source: VariableSource, namespace: str, manifest: Mapping[str, Json]) -> Outputs:
    """Return the outputs in the status, which does not contain sensitive ones."""
    found = mapping_at(manifest, "status", "atProvider", "outputs")
    return Outputs(source=described(source, namespace), values=found)


def _absent(workspaces: Sequence[Outputs], written: Json) -> Iterator[Problem]:
    """Yield a problem for each output that the spec names, and that no Workspace has."""
    names = " and ".join(outputs.source for outputs in workspaces)
    values = {name: value for outputs in workspaces for name, value in outputs.values.items()}
    return absent(Outputs(source=names, values=values), written, "spec")


def described(source: VariableSource, namespace: str) -> str:
    """Return kind, namespace and name of a source."""
    where = _namespace(source, namespace)
    return f"{source.kind} {where}/{source.name}" if where else f"{source.kind} {source.name}"


def _values(manifest: Mapping[str, Json]) -> Iterator[tuple[str, str]]:
    """Yield the values as texts; an EnvironmentConfig may also contain numbers, booleans, and structures."""
    for name, value in mapping_at(manifest, "data").items():
        if isinstance(value, bool):
            yield name, "true" if value else "false"
        elif isinstance(value, str | int | float):
            yield name, str(value)


def _namespace(source: VariableSource, namespace: str) -> str:
    return "" if source.kind == "EnvironmentConfig" else source.namespace or namespace


def _name(source: VariableSource, namespace: str) -> str:
    return "/".join(filter(None, ("variables", source.kind.lower(), _namespace(source, namespace), source.name)))
