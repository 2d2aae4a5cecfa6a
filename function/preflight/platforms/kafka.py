"""Asks the brokers of a topic what a login may do, and whether the topic is as the binding says."""

import socket
from collections.abc import Callable, Mapping
from dataclasses import replace

from function.base.preflight import (
    ADVERTISED,
    FEW_IN_SYNC,
    FEW_PARTITIONS,
    FEW_REPLICAS,
    GROUP_DENIED,
    NOT_READABLE,
    NOT_WRITABLE,
    PASSED,
    UNAVAILABLE,
)
from function.base.preflight_target import Endpoint, Question
from function.preflight.credentials import Credentials
from function.preflight.failure import Failure
from function.preflight.kafka.broker import Broker
from function.preflight.kafka.group import coordinator, readable
from function.preflight.kafka.login import log_in
from function.preflight.kafka.topic import READ, WRITE, Topic, permits, topic
from function.preflight.reached import reached
from function.preflight.tls import encrypted

Connect = Callable[[Endpoint], socket.socket]
Login = Callable[[socket.socket, Endpoint], Broker]


def asked(question: Question, credentials: Credentials, connect: Connect) -> str:
    """Return the result for permissions or for capacity."""
    settings = dict(question.settings)

    def login(connection: socket.socket, endpoint: Endpoint) -> Broker:
        return _logged_in(connection, endpoint, settings, credentials)

    server, connection = reached(question.servers, connect)
    with login(connection, server) as broker:
        found = topic(broker, settings["topic"])
        if question.check == "capacity":
            return _capacity(found, settings)
        result = _permissions(found, settings)
        group = settings.get("group", "")
        if result != PASSED or not group:
            return result
        named = replace(coordinator(broker, group), tls=server.tls)
        if named == server:
            return _group(broker, group)
    with login(_advertised(named, connect), named) as other:
        return _group(other, group)


def _advertised(endpoint: Endpoint, connect: Connect) -> socket.socket:
    """Return a connection to an address that a broker says, which is judged like those of the binding."""
    try:
        return connect(endpoint)
    except Failure:
        raise Failure(ADVERTISED) from None


def _logged_in(
    connection: socket.socket, endpoint: Endpoint, settings: Mapping[str, str], credentials: Credentials
) -> Broker:
    try:
        if endpoint.tls:
            connection = encrypted(connection, endpoint.host, credentials, any_name="any_name" in settings)
        broker = Broker(connection)
        log_in(broker, settings, credentials)
    except BaseException:
        connection.close()
        raise
    return broker


def _permissions(found: Topic, settings: Mapping[str, str]) -> str:
    if "reads" in settings and not permits(found.operations, READ):
        return NOT_READABLE
    if "writes" in settings and not permits(found.operations, WRITE):
        return NOT_WRITABLE
    return PASSED


def _group(broker: Broker, name: str) -> str:
    return PASSED if readable(broker, name) else GROUP_DENIED


def _capacity(found: Topic, settings: Mapping[str, str]) -> str:
    partitions = found.partitions
    if not partitions or not all(partition.led for partition in partitions):
        return UNAVAILABLE
    if len(partitions) < int(settings.get("partitions", 0)):
        return FEW_PARTITIONS
    if min(partition.replicas for partition in partitions) < int(settings.get("replication", 0)):
        return FEW_REPLICAS
    if min(partition.in_sync for partition in partitions) < int(settings.get("in_sync", 0)):
        return FEW_IN_SYNC
    return PASSED
