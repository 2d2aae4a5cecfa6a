"""What a service takes from an InfraBinding, by logical names."""

from typing import Annotated

from pydantic import Field

from function.apis.event_driven_service import habits
from function.apis.event_driven_service.model.env import UNIQUE_NAMES
from function.base.model import Spec
from function.base.one_of import Given, at_least_one, exactly_one
from function.base.problems import Place
from function.base.rule import Rule
from function.base.text import Text
from function.base.types import DnsLabel, EnvName, LogicalName, PositiveCount
from function.base.unique import duplicates, first_repeat

FIELD_PATH = Text(
    "^[_a-zA-Z][-_a-zA-Z0-9]*([.][-_a-zA-Z0-9]+)*$",
    meaning="names of fields, joined by dots",
    example="auth.password",
    max_length=253,
)
FieldPath = Annotated[str, FIELD_PATH]


SOURCES = ("stream", "lookup", "service")
"""The fields that name an entry: each is the word for an entry of its section."""
_SOURCE = exactly_one(*SOURCES)
_USE = at_least_one(Given("env", "filled"), Given("trigger"), Given("sidecar", "true"))


def _given(variable: "BoundVariable") -> list[str]:
    return [source for source in SOURCES if getattr(variable, source) is not None]


class BoundVariable(Spec):
    """A field of a stream, lookup, or service of the binding as an environment variable."""

    habits = habits.BOUND_VARIABLE
    shape = "{name: CUSTOMERS_URI, lookup: customers, field: uri}"

    rules = (
        Rule(
            cel=_SOURCE.cel,
            one_of=_SOURCE,
            breaks=lambda variable: Place((_given(variable) or [""])[-1], key=True),
            message=f"a variable requires exactly one of {', '.join(SOURCES)}",
            holds=lambda variable: len(_given(variable)) == 1,
        ),
    )

    name: EnvName
    """Name of the variable."""
    stream: LogicalName | None = None
    """Logical name of the stream that has the field."""
    lookup: LogicalName | None = None
    """Logical name of the lookup that has the field."""
    service: LogicalName | None = None
    """Logical name of the service of the binding, such as a database, that has the field."""
    field: FieldPath
    """Field of the entry in the binding's document, such as topic, auth.password, or client.host. A field that refers
    to a key of a Secret becomes a reference to that key. Elements of a list are joined with commas."""


class BoundTrigger(Spec):
    """The stream that the service scales on."""

    habits = habits.BOUND_TRIGGER
    shape = "{stream: auth_events}"

    stream: LogicalName
    """Logical name of a Kafka or Kinesis stream. The lag of a Kafka stream is compared with scaling.lagThreshold."""
    shard_count: PositiveCount | None = None
    """Target number of shards per replica, for a Kinesis stream. Default: 2, as in KEDA."""


def _names(ref: "BindingRef") -> list[str]:
    return [variable.name for variable in ref.env]


class BindingRef(Spec):
    """An InfraBinding in the claim's namespace. Only its document is read, which contains no secrets."""

    habits = habits.BINDING_REF
    shape = "{name: payments, trigger: {stream: auth_events}}"

    rules = (
        Rule(
            cel=_USE.cel,
            one_of=_USE,
            message="a reference requires env, trigger or sidecar",
            hint="list fields under env, name the stream to scale on under trigger, or set sidecar: true",
            holds=lambda ref: bool(ref.env) or ref.trigger is not None or ref.sidecar,
        ),
        Rule(
            cel="!has(self.env) || self.env.all(item, self.env.exists_one(other, other.name == item.name))",
            breaks=lambda ref: Place(
                first_repeat((f"env[{at}].name", variable.name) for at, variable in enumerate(ref.env))
            ),
            message=UNIQUE_NAMES,
            field="env",
            holds=lambda ref: not duplicates(_names(ref)),
            got=lambda ref: f"duplicate {', '.join(duplicates(_names(ref)))}",
        ),
    )

    name: DnsLabel
    """Name of the InfraBinding."""
    env: Annotated[list[BoundVariable], Field(max_length=64)] = []
    """Environment variables of the service, each with the field of the binding's document that it has the value of."""
    trigger: BoundTrigger | None = None
    """The stream that the service scales on, in place of nats. Default: the service scales on nats."""
    sidecar: bool = False
    """Run a sidecar of Dapr in the pods, as dapr.sidecar of the binding describes it. The ID of the application is the
    name of the service. The platform must allow the annotations. Default: false."""
