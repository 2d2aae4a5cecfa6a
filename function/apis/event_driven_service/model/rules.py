"""Rules between the fields of an EventDrivenService."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from pydantic.alias_generators import to_snake

from function.apis.event_driven_service.model.env import UNIQUE_NAMES
from function.apis.event_driven_service.model.names import Named, first_of, mapped_variables, variables
from function.base import labels
from function.base.one_of import Given, at_least_one
from function.base.problems import Place
from function.base.rule import Rule
from function.base.unique import duplicates, first_repeat

if TYPE_CHECKING:
    from function.apis.event_driven_service.model.service import EventDrivenService

PLATFORM_NAMES = ("NATS_STREAM_NAME", "NATS_CONSUMER_GROUP")
"""Variables that always have the values of spec.nats."""


def mapped_names(refs: Iterable[Any]) -> list[str]:
    """Return the variable names that references map single keys to."""
    return [entry.env_name for ref in refs for entry in ref.env]


def _duplicate(names: list[str]) -> str:
    return f"duplicate {', '.join(duplicates(names))}"


def _unique(field: str, cel: str, named: Callable[["EventDrivenService"], Named], message: str) -> Rule:
    def names(spec: "EventDrivenService") -> list[str]:
        return [name for _, name in named(spec)]

    return Rule(
        cel=cel,
        breaks=lambda spec: Place(first_repeat(named(spec))),
        message=message,
        field=field,
        holds=lambda spec: not duplicates(names(spec)),
        got=lambda spec: _duplicate(names(spec)),
    )


def _each_unique(field: str, key: str) -> str:
    return f"!has(self.{field}) || self.{field}.all(item, self.{field}.exists_one(other, other.{key} == item.{key}))"


def _listed_once(field: str, key: str, message: str) -> Rule:
    """Return the rule that no two entries of a list have the same key: Kubernetes rejects such a list."""
    attribute, of_entry = to_snake(field), to_snake(key)
    return _unique(
        field,
        _each_unique(field, key),
        lambda spec: [
            (f"{field}[{at}].{key}", getattr(entry, of_entry)) for at, entry in enumerate(getattr(spec, attribute))
        ],
        message,
    )


def _mapped_unique(field: str) -> str:
    """Return the CEL rule that no name occurs twice, in one reference or in two.

    The list with one element works as a local variable: without it, the names would be collected again for every entry,
    and the largest claim would exceed the API server's cost budget.
    """
    shared = "[other.env.map(entry, entry.envName)].exists(names, ref.env.exists(entry, entry.envName in names))"
    return (
        f"!has(self.{field}) || self.{field}.all(ref, !has(ref.env) || size(ref.env) == 0 || "
        "(ref.env.all(entry, ref.env.exists_one(same, same.envName == entry.envName)) && "
        f"self.{field}.exists_one(other, has(other.env) && {shared})))"
    )


def _conflict(field: str, others: str, cel: str, find: Callable[["EventDrivenService"], set[str]]) -> Rule:
    return Rule(
        cel=cel,
        breaks=lambda spec: first_of(mapped_variables(field, spec), find(spec)),
        message=f"{UNIQUE_NAMES}, but {others} sets the same name",
        hint="remove one of them",
        field=field,
        holds=lambda spec: not find(spec),
        got=lambda spec: ", ".join(sorted(find(spec))),
    )


def mapped(field: str, condition: str) -> str:
    """Return the CEL expression that a mapped key, as `entry`, fulfills the condition."""
    return f"has(self.{field}) && self.{field}.exists(ref, has(ref.env) && ref.env.exists(entry, {condition}))"


def _against_env(field: str, refs: str) -> Rule:
    return _conflict(
        field,
        "spec.env",
        "!has(self.env) || ![self.env.map(variable, variable.name)].exists(names, "
        + mapped(field, "entry.envName in names")
        + ")",
        lambda spec: {variable.name for variable in spec.env} & set(mapped_names(getattr(spec, refs))),
    )


def _reserved(field: str, cel: str, names: Callable[["EventDrivenService"], list[str]]) -> Rule:
    def taken(spec: "EventDrivenService") -> list[str]:
        url = field == "env" or (spec.nats is not None and spec.nats.url is not None)
        platform = {*PLATFORM_NAMES, "NATS_URL"} if url else {*PLATFORM_NAMES}
        return sorted((platform | ({"PORT"} if spec.http_port else set())) & set(names(spec)))

    return Rule(
        cel=cel,
        breaks=lambda spec: first_of(variables(spec) if field == "env" else mapped_variables(field, spec), taken(spec)),
        message="NATS_URL, NATS_STREAM_NAME, NATS_CONSUMER_GROUP and PORT are set from spec.nats and spec.httpPort",
        hint="set them there, or omit spec.nats.url to map NATS_URL from a Secret or ConfigMap",
        field=field,
        reason="FieldValueForbidden",
        holds=lambda spec: not taken(spec),
        got=lambda spec: ", ".join(taken(spec)),
    )


_RESERVED = "['NATS_STREAM_NAME', 'NATS_CONSUMER_GROUP']"


def _reserved_mapping(field: str, refs: str) -> Rule:
    condition = (
        f"entry.envName in {_RESERVED} || (entry.envName == 'NATS_URL' && has(self.nats) && has(self.nats.url))"
        " || (entry.envName == 'PORT' && has(self.httpPort))"
    )
    return _reserved(field, f"!({mapped(field, condition)})", lambda spec: mapped_names(getattr(spec, refs)))


_STEP = at_least_one(Given("image"), Given("command", "filled"), Given("args", "filled"))


def init_container_rules() -> tuple[Rule, ...]:
    """Return the rules of spec.initContainer."""
    return (
        Rule(
            cel=_STEP.cel,
            one_of=_STEP,
            message="an init container requires command, args or image: it would otherwise run the service forever",
            holds=lambda init: bool(init.image or init.command or init.args),
        ),
        Rule(
            cel=_each_unique("env", "name"),
            breaks=lambda init: Place(first_repeat(variables(init))),
            message=UNIQUE_NAMES,
            field="env",
            holds=lambda init: not duplicates([variable.name for variable in init.env]),
            got=lambda init: _duplicate([variable.name for variable in init.env]),
        ),
    )


RULES: tuple[Rule, ...] = (
    _unique("env", _each_unique("env", "name"), variables, UNIQUE_NAMES),
    _unique(
        "secretRefs", _mapped_unique("secretRefs"), lambda spec: mapped_variables("secretRefs", spec), UNIQUE_NAMES
    ),
    _unique(
        "configMapRefs",
        _mapped_unique("configMapRefs"),
        lambda spec: mapped_variables("configMapRefs", spec),
        UNIQUE_NAMES,
    ),
    _against_env("secretRefs", "secret_refs"),
    _against_env("configMapRefs", "config_map_refs"),
    _conflict(
        "configMapRefs",
        "spec.secretRefs",
        "!has(self.configMapRefs) || !self.configMapRefs.exists(config, has(config.env) && "
        "[config.env.map(entry, entry.envName)].exists(names, " + mapped("secretRefs", "entry.envName in names") + "))",
        lambda spec: set(mapped_names(spec.config_map_refs)) & set(mapped_names(spec.secret_refs)),
    ),
    _reserved(
        "env",
        f"!has(self.env) || !self.env.exists(variable, variable.name in {_RESERVED} || "
        "variable.name == 'NATS_URL' || (variable.name == 'PORT' && has(self.httpPort)))",
        lambda spec: [variable.name for variable in spec.env],
    ),
    _reserved_mapping("secretRefs", "secret_refs"),
    _reserved_mapping("configMapRefs", "config_map_refs"),
    Rule(
        cel=f"!has(self.podLabels) || self.podLabels.all(key, !(key in {list(labels.RESERVED)}))",
        breaks=lambda spec: Place(
            "podLabels." + next(key for key in spec.pod_labels if key in labels.RESERVED), key=True
        ),
        message="these labels are set by the platform: " + ", ".join(labels.RESERVED),
        field="podLabels",
        reason="FieldValueForbidden",
        holds=lambda spec: not set(spec.pod_labels) & set(labels.RESERVED),
        got=lambda spec: ", ".join(sorted(set(spec.pod_labels) & set(labels.RESERVED))),
    ),
    _listed_once("imagePullSecrets", "name", "names of image pull secrets must be unique"),
    _listed_once("volumes", "name", "volume names must be unique"),
    _listed_once("volumes", "mountPath", "mount paths must be unique"),
    _listed_once("topologySpread", "topologyKey", "topology keys must be unique"),
)
