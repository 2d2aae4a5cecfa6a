"""What people need to know about the brokers of a topic."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.endpoints.credential import exported, told
from function.apis.infra_binding.endpoints.endpoint import Endpoint, Step
from function.apis.infra_binding.endpoints.place import Reach, reach
from function.apis.infra_binding.endpoints.steps import of_access
from function.apis.infra_binding.kafka.topic_settings import TopicSettings
from function.apis.infra_binding.units import readable
from function.base.markdown import Markdown, code
from function.base.shell import Expression, Line, command, comment

SERVICE = "Kafka"
_PROTOCOLS = ("PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL")
_MODULES = {
    "PLAIN": "org.apache.kafka.common.security.plain.PlainLoginModule",
    "SCRAM-SHA-256": "org.apache.kafka.common.security.scram.ScramLoginModule",
    "SCRAM-SHA-512": "org.apache.kafka.common.security.scram.ScramLoginModule",
}
_FILE = "client.properties"
_IN_A_POD = "if your machine cannot reach these, run the tools in a pod of the cluster"
BROKERS_DEFAULT = Markdown("as the brokers")
_ONE_REPLICA = Step(
    "Availability", Markdown("the topic has one replica: its events are lost with the disk of a broker, so use 3")
)
_NO_REPLICATION = Step(
    "Availability", Markdown("the number of replicas is the default of the brokers, which may be 1: set `replication`")
)


@dataclass(frozen=True, kw_only=True)
class Clients:
    """How the clients of the brokers connect."""

    brokers: str
    properties: Mapping[str, str]
    created: bool = False
    """Whether the binding creates a user for them."""
    namespace: str
    secrets: Mapping[str, BoundSecret]

    @property
    def protocol(self) -> str | None:
        """Return the protocol, or None if the entry has another text there."""
        written = self.properties.get("security.protocol", _PROTOCOLS[0])
        return written if written in _PROTOCOLS else None

    @property
    def mechanism(self) -> str | None:
        """Return how clients log in with a user and a password, or None if they do not."""
        written = self.properties.get("sasl.mechanism", "")
        return written if written in _MODULES else None

    def facts(self) -> Iterator[tuple[str, Markdown]]:
        """Yield the protocol and the user."""
        protocol = self.protocol
        yield "Protocol", code(protocol) if protocol else Markdown("as `security.protocol` of the entry")
        if self.mechanism is not None:
            yield "Login", code(self.mechanism)
        if self.created:
            yield "Created user", Markdown("the KafkaUser of the entry; its Secret is in the namespace of the cluster")
        for label, key in (("User", "sasl.username"), ("Password", "sasl.password")):
            if key in self.properties:
                yield label, told(self.properties[key], self.secrets)

    def steps(self) -> Iterator[Step]:
        """Yield what is missing for safe connections."""
        protocol = self.protocol
        certificate = any(key.startswith("ssl.keystore.") for key in self.properties)
        logs_in = self.created or protocol is None or protocol.startswith("SASL") or certificate
        return of_access(encrypted=None if protocol is None else protocol.endswith("SSL"), logs_in=logs_in)

    def file(self) -> Iterator[Line]:
        """Yield the commands that write the settings of clients to a file, if they need any."""
        if self.protocol == _PROTOCOLS[0]:
            return
        if self.mechanism is None:
            yield comment(f"{_FILE}: the client properties of the entry, for the tools")
            return
        for name, key in (("KAFKA_USERNAME", "sasl.username"), ("KAFKA_PASSWORD", "sasl.password")):
            yield exported(name, self.properties.get(key, ""), self.secrets, self.namespace)
        user = Expression(
            f'"sasl.jaas.config={_MODULES[self.mechanism]} required '
            'username=\\"$KAFKA_USERNAME\\" password=\\"$KAFKA_PASSWORD\\";"'
        )
        yield comment(f"{_FILE} then contains the password: delete it when you have finished")
        settings = (f"security.protocol={self.protocol}", f"sasl.mechanism={self.mechanism}")
        write = command("printf", "%s\\n", *settings, user, Expression(f"> {_FILE}"))
        yield command(Expression(f"(umask 077; {write})"))

    def tool(self, name: str, address: str, *words: str) -> Line:
        """Return a call of one of Kafka's tools."""
        option = "--consumer.config" if name == "kafka-console-consumer" else "--command-config"
        config = [] if self.protocol == _PROTOCOLS[0] else [option, _FILE]
        return command(name, "--bootstrap-server", address, *config, *words)


def endpoint(
    clients: Clients, settings: TopicSettings, *, compression: str | None = None, group: str | None = None
) -> Endpoint:
    """Return the brokers of a topic, and the topic; `group` reads it."""
    reached = reach(clients.brokers, clients.namespace)
    one_replica = [_ONE_REPLICA] if settings.replication == 1 else []
    unknown = [_NO_REPLICATION] if settings.replication is None else []
    return Endpoint(
        service=SERVICE,
        address=clients.brokers,
        facts=dict(clients.facts()),
        uses=_topic(settings, compression),
        development=tuple(_development(clients, reached, settings.topic)),
        health=tuple(_health(clients, reached, settings.topic, group)),
        pool=_readers(settings, group),
        backup=tuple(_backup(settings)),
        recovery=tuple(_recovery(clients, settings.topic, group)),
        steps=(*clients.steps(), *one_replica, *unknown),
    )


def brokers(clients: Clients, group: str | None) -> Endpoint:
    """Return the brokers alone, for entries that use topics which other entries name; `group` reads them."""
    return Endpoint(
        service=SERVICE,
        address=clients.brokers,
        facts=dict(clients.facts()),
        health=tuple(_health(clients, reach(clients.brokers, clients.namespace), None, group)),
        pool={} if group is None else {"Consumer group": code(group)},
        steps=tuple(clients.steps()),
    )


def _topic(settings: TopicSettings, compression: str | None) -> dict[str, Markdown]:
    kept = settings.retention_ms
    found = {
        "Topic": code(settings.topic),
        "Partitions": _number(settings.partitions),
        "Replicas": _number(settings.replication),
        "Retention": BROKERS_DEFAULT if kept is None else Markdown("forever" if kept < 0 else readable(kept)),
        "Cleanup": BROKERS_DEFAULT if settings.compaction is None else code(settings.compaction),
    }
    if settings.min_insync_replicas is not None:
        found["Min ISR"] = Markdown(str(settings.min_insync_replicas))
    by = settings.compression or compression
    return found if by is None else {**found, "Compression": code(by)}


def _number(number: int | None) -> Markdown:
    return BROKERS_DEFAULT if number is None else Markdown(str(number))


def _development(clients: Clients, reached: Reach, topic: str) -> Iterator[Line]:
    yield from reached.lines
    if reached.is_local:
        yield comment(f"brokers answer with addresses of their own: {_IN_A_POD}")
    yield from clients.file()
    yield clients.tool("kafka-topics", reached.address, "--list")
    words = ("--topic", topic, "--from-beginning", "--max-messages", "10")
    yield clients.tool("kafka-console-consumer", reached.address, *words)


def _health(clients: Clients, reached: Reach, topic: str | None, group: str | None) -> Iterator[Line]:
    if reached.is_local:
        yield comment(f"the addresses of the brokers: {_IN_A_POD}")
    yield clients.tool("kafka-broker-api-versions", clients.brokers)
    yield clients.tool("kafka-topics", clients.brokers, "--describe", "--under-replicated-partitions")
    if topic is not None:
        yield clients.tool("kafka-topics", clients.brokers, "--describe", "--topic", topic)
    if group is not None:
        yield clients.tool("kafka-consumer-groups", clients.brokers, "--describe", "--group", group)


def _readers(settings: TopicSettings, group: str | None) -> dict[str, Markdown]:
    most = settings.partitions
    found = {} if most is None else {"Readers of a consumer group": Markdown(f"at most {most}, one for each partition")}
    return found if group is None else {**found, "Consumer group": code(group)}


def _backup(settings: TopicSettings) -> Iterator[Markdown]:
    topic, copies, kept = code(settings.topic), settings.replication, settings.retention_ms
    if copies is not None:
        yield Markdown(f"{topic}: {copies} replica{'s' if copies > 1 else ''} of each partition")
    if kept is not None:
        lasting = "events are kept forever" if kept < 0 else f"events are kept for {readable(kept)}, then they are gone"
        yield Markdown(f"{topic}: {lasting}")


def _recovery(clients: Clients, topic: str, group: str | None) -> Iterator[Line]:
    if group is None:
        return
    yield comment(
        "read events again: stop the readers first; --dry-run only shows the new offsets, --execute sets them"
    )
    words = ("--group", group, "--topic", topic, "--reset-offsets", "--to-earliest", "--dry-run")
    yield clients.tool("kafka-consumer-groups", clients.brokers, *words)
