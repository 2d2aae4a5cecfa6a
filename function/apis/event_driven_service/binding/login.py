"""What KEDA takes from the variables of a service to log in to a stream."""

from collections.abc import Iterator

from function.apis.event_driven_service.binding.trigger import StreamScaling
from function.apis.event_driven_service.environment import env, env_from
from function.apis.event_driven_service.model.service import EventDrivenService
from function.base.manifest import Json, at, text_at
from function.base.problems import Problem, describe
from function.platform.config import PlatformConfig

_WITHOUT_VALUE = "EP344"


def without_value(scaler: StreamScaling, spec: EventDrivenService, config: PlatformConfig) -> Iterator[Problem]:
    """Yield a problem for each variable that the service does not set; keys of whole Secrets are not known.

    What KEDA cannot read counts as not set: a field of the pod, such as its name.
    """
    wanted = scaler.authentication.env if scaler.authentication is not None else []
    ref = spec.binding_ref
    if not wanted or ref is None or not spec.scaling.enabled or env_from(spec):
        return
    bound = {variable.name for variable in ref.env}
    readable = {text_at(entry, "name") for entry in env(spec, config) if _readable(entry)} | bound
    for variable in wanted:
        if variable.name not in readable:
            message = describe(
                f"KEDA reads {variable.parameter} from the variable {variable.name} of the service, which has no value",
                hint="map a key of a Secret to this variable in spec.secretRefs",
            )
            yield Problem(path="spec.bindingRef.trigger.stream", message=message, code=_WITHOUT_VALUE)


def _readable(entry: Json) -> bool:
    source = at(entry, "valueFrom")
    return bool(at(entry, "value")) if source is None else at(source, "fieldRef") is None
