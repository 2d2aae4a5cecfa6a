"""What a preflight asks the brokers about a topic."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.inquiry import Inquiry
from function.apis.infra_binding.kafka.login import Login, login
from function.apis.infra_binding.kafka.topic_settings import TopicSettings
from function.platform.preflight import CHECK

CREATED_USER = "the Secret of the created user is in the namespace of the cluster; properties refer to no copy of it"


@dataclass(frozen=True, kw_only=True)
class Use:
    """How applications use a topic."""

    settings: TopicSettings
    brokers: str
    properties: Mapping[str, str]
    reads: bool = False
    writes: bool = False
    group: str | None = None
    """The consumer group that reads."""
    dead_letters: tuple[str, str] | None = None
    """A field, and the other topic that it names, to which applications write."""
    created: bool = False
    """Whether the binding creates a user."""


def inquiries(use: Use, check: CHECK, secrets: Mapping[str, BoundSecret]) -> Iterator[Inquiry]:
    """Yield what is asked for a check: who may use the topics, or whether the topic is as the binding says."""
    found = login(use.properties, secrets)
    if use.created and not (isinstance(found, Login) and found.credentials):
        yield Inquiry(unknown=CREATED_USER)
    elif isinstance(found, str):
        yield Inquiry(unknown=found)
    elif check == "capacity":
        yield _inquiry(use, found, "", use.settings.topic, _amounts(use.settings))
    else:
        yield _inquiry(use, found, "", use.settings.topic, _operations(use))
        if use.dead_letters is not None:
            place, topic = use.dead_letters
            yield _inquiry(use, found, place, topic, {"writes": "true"})


def _inquiry(use: Use, found: Login, place: str, topic: str, wanted: Mapping[str, str]) -> Inquiry:
    return Inquiry(
        place=place,
        platform="kafka",
        about=f"topic {topic}",
        address=use.brokers,
        encrypted=found.encrypted,
        settings={**found.settings, **wanted, "topic": topic},
        credentials=found.credentials,
    )


def _operations(use: Use) -> dict[str, str]:
    reads = {"reads": "true"} if use.reads else {}
    writes = {"writes": "true"} if use.writes else {}
    return {**reads, **writes, **({"group": use.group} if use.reads and use.group else {})}


def _amounts(settings: TopicSettings) -> dict[str, str]:
    named = {
        "partitions": settings.partitions,
        "replication": settings.replication,
        "in_sync": settings.min_insync_replicas,
    }
    return {name: str(number) for name, number in named.items() if number is not None}
