"""Rules between spec.bindingRef and the other fields of an EventDrivenService."""

from typing import TYPE_CHECKING

from function.apis.event_driven_service.model.env import UNIQUE_NAMES
from function.apis.event_driven_service.model.names import Named, first_of
from function.apis.event_driven_service.model.rules import PLATFORM_NAMES, mapped, mapped_names
from function.base.one_of import Given, at_least_one
from function.base.rule import Rule

if TYPE_CHECKING:
    from function.apis.event_driven_service.model.service import EventDrivenService

_SOURCE = at_least_one(Given("nats"), Given("bindingRef"))
_ENV = "has(self.bindingRef) && has(self.bindingRef.env)"


def bound_variables(spec: "EventDrivenService") -> Named:
    """Return the variables of the binding."""
    found = spec.binding_ref.env if spec.binding_ref else []
    return [(f"bindingRef.env[{position}].name", variable.name) for position, variable in enumerate(found)]


def _consumed(spec: "EventDrivenService") -> bool:
    ref = spec.binding_ref
    return spec.nats is None or ref is None or ref.trigger is None


def _scales(spec: "EventDrivenService") -> bool:
    ref = spec.binding_ref
    if spec.nats is not None or ref is None or ref.trigger is not None:
        return True
    return not spec.scaling.enabled or bool(spec.scaling.triggers)


def _taken(spec: "EventDrivenService") -> list[str]:
    bound = bound_variables(spec)
    others = {variable.name for variable in spec.env} if bound else set()
    refs = [*spec.secret_refs, *spec.config_map_refs] if bound else []
    return sorted((others | set(mapped_names(refs))) & {name for _, name in bound})


def _reserved(spec: "EventDrivenService") -> list[str]:
    platform = {*PLATFORM_NAMES, *(["PORT"] if spec.http_port else [])}
    url = {"NATS_URL"} if spec.nats is not None and spec.nats.url is not None else set()
    return sorted((platform | url) & {name for _, name in bound_variables(spec)})


BINDING_RULES: tuple[Rule, ...] = (
    Rule(
        cel=_SOURCE.cel,
        one_of=_SOURCE,
        message="a service requires nats or bindingRef",
        field="nats",
        reason="FieldValueRequired",
        code="EP101",
        holds=lambda spec: spec.nats is not None or spec.binding_ref is not None,
    ),
    Rule(
        cel="!has(self.nats) || !has(self.bindingRef) || !has(self.bindingRef.trigger)",
        message="nats and bindingRef.trigger are mutually exclusive",
        hint="remove one of them; further triggers belong in scaling.triggers",
        field="bindingRef.trigger",
        holds=_consumed,
    ),
    Rule(
        cel="has(self.nats) || !has(self.bindingRef) || has(self.bindingRef.trigger) || (has(self.scaling) && "
        "((has(self.scaling.enabled) && !self.scaling.enabled) || "
        "(has(self.scaling.triggers) && size(self.scaling.triggers) > 0)))",
        message="a service without nats requires bindingRef.trigger or scaling.triggers",
        hint="name the stream to scale on, or set scaling.enabled: false",
        field="bindingRef",
        holds=_scales,
    ),
    Rule(
        cel=f"!({_ENV}) || ![self.bindingRef.env.map(entry, entry.name)].exists(names, "
        "(has(self.env) && self.env.exists(variable, variable.name in names)) || "
        + mapped("secretRefs", "entry.envName in names")
        + " || "
        + mapped("configMapRefs", "entry.envName in names")
        + ")",
        breaks=lambda spec: first_of(bound_variables(spec), _taken(spec)),
        message=f"{UNIQUE_NAMES}, but spec.env, spec.secretRefs or spec.configMapRefs sets the same name",
        hint="remove one of them",
        field="bindingRef.env",
        holds=lambda spec: not _taken(spec),
        got=lambda spec: ", ".join(_taken(spec)),
    ),
    Rule(
        cel=f"!({_ENV} && self.bindingRef.env.exists(entry, entry.name in {list(PLATFORM_NAMES)} || "
        "(entry.name == 'NATS_URL' && has(self.nats) && has(self.nats.url)) || "
        "(entry.name == 'PORT' && has(self.httpPort))))",
        breaks=lambda spec: first_of(bound_variables(spec), _reserved(spec)),
        message="NATS_URL, NATS_STREAM_NAME, NATS_CONSUMER_GROUP and PORT are set from spec.nats and spec.httpPort",
        hint="choose other names",
        field="bindingRef.env",
        reason="FieldValueForbidden",
        holds=lambda spec: not _reserved(spec),
        got=lambda spec: ", ".join(_reserved(spec)),
    ),
)
