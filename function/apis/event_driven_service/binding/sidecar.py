"""The sidecar of Dapr that a service gets from its binding."""

from collections.abc import Mapping
from typing import Annotated, Literal, NamedTuple, TypeVar

from pydantic import Field

from function.apis.breach import breach
from function.apis.event_driven_service.binding.document import broken
from function.apis.event_driven_service.model.binding_ref import BindingRef
from function.apis.pod_metadata import denied
from function.base.identity import Identity
from function.base.manifest import Json, at
from function.base.model import Spec
from function.base.problems import Problem, describe
from function.base.text import Text
from function.base.types import PORT, Bytes, DnsSubdomain, Quantity
from function.base.validation import parse
from function.platform.config import PlatformConfig

S = TypeVar("S", bound=Spec)
_PATH = "spec.bindingRef.sidecar"
_NO_SIDECAR = "EP345"
_SIDECAR = "sidecar.client.annotations"
_CONFIGURATION = "configuration.managed_by"
PortText = Annotated[str, Text(f"^{PORT}$", meaning="a port number as a string", example="9090", max_length=5)]


class Annotations(Spec):
    """The annotations that bindings write for all of their applications."""

    enabled: Literal["true"] = Field(alias="dapr.io/enabled")
    """The pods have a sidecar."""
    cpu_request: Quantity | None = Field(default=None, alias="dapr.io/sidecar-cpu-request")
    """CPU that is reserved."""
    cpu_limit: Quantity | None = Field(default=None, alias="dapr.io/sidecar-cpu-limit")
    """Maximum CPU."""
    memory_request: Bytes | None = Field(default=None, alias="dapr.io/sidecar-memory-request")
    """Memory that is reserved."""
    memory_limit: Bytes | None = Field(default=None, alias="dapr.io/sidecar-memory-limit")
    """Maximum memory."""
    metrics_port: PortText | None = Field(default=None, alias="dapr.io/metrics-port")
    """Port of the metrics."""


class Reference(Spec):
    """The object that the binding has for its configuration of sidecars."""

    api_version: Literal["dapr.io/v1alpha1"]
    """API version."""
    kind: Literal["Configuration"]
    """Kind."""
    namespace: str
    """Namespace of the binding."""
    name: DnsSubdomain
    """Name."""


class Sidecar(NamedTuple):
    """The annotations of the pods, or the problems."""

    annotations: Mapping[str, str] = {}
    problems: tuple[Problem, ...] = ()


def sidecar(
    ref: BindingRef, dapr: Mapping[str, Json], identity: Identity, port: int, config: PlatformConfig
) -> Sidecar:
    """Return what the document has for sidecars; `dapr` is its section, and `port` that of the application."""
    if not ref.sidecar:
        return Sidecar()
    written, configuration = (at(dapr, *place.split(".")) for place in (_SIDECAR, _CONFIGURATION))
    if written is None:
        message = describe(f"binding '{ref.name}' has no sidecars", hint="add dapr.sidecar to the binding")
        return Sidecar(problems=(Problem(path=_PATH, message=message, code=_NO_SIDECAR),))
    found, problems = _read(Annotations, written, _SIDECAR, ref.name)
    named, wrong = (
        _read(Reference, configuration, _CONFIGURATION, ref.name) if configuration is not None else (None, ())
    )
    if found is None or problems or wrong:
        return Sidecar(problems=(*problems, *wrong))
    own = {"dapr.io/app-id": identity.name, "dapr.io/app-port": str(port)}
    refers = {"dapr.io/config": named.name} if named else {}
    annotations = {**found.model_dump(by_alias=True, exclude_none=True), **own, **refers}
    refused = denied(annotations, config.policy.pod_annotations)
    if refused:
        return Sidecar(problems=(breach(_PATH, f"adds the annotations {', '.join(refused)}", "podAnnotations"),))
    return Sidecar(annotations)


def _read(model: type[S], value: Json, place: str, binding: str) -> tuple[S | None, tuple[Problem, ...]]:
    """Return the model of an object that has only texts; anything else may be nested too deep to be parsed."""
    where = f"dapr.{place}"
    if not isinstance(value, Mapping) or not all(isinstance(text, str) for text in value.values()):
        return None, (broken(binding, f"has something other than an object of strings at {where}"),)
    found, problems = parse(model, value, where)
    return found, tuple(broken(binding, f"is not valid at {problem}") for problem in problems)
