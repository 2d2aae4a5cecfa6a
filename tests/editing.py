"""Texts in which ¦ marks the position of a cursor."""

from function.check import platform
from function.editor.completion import completions
from function.editor.context import Context, context
from function.editor.spot import Spot, spot
from function.editor.subject import Subjects
from function.yaml.reader import read

SUBJECTS = Subjects(platform.load(None).config)
CLAIM = """\
apiVersion: platform.bizmatters.io/v1alpha1
kind: EventDrivenService
metadata:
  name: orders
  namespace: shop
spec:
  image: ghcr.io/acme/orders:v1
  size: small
  nats:
    stream: ORDERS
    consumer: orders
"""
BINDING = """\
apiVersion: platform.bizmatters.io/v1alpha1
kind: InfraBinding
metadata:
  name: payments
  namespace: shop
spec:
  version: "1.0"
  environment: production
  streams:
    auth_events: {type: kafka, topic: auth, brokers: "kafka.shop.svc:9092"}
  secrets:
    kafka_credentials:
      provider: kubernetes
      secret_name: kafka
"""
FILE = """\
version: "1.0"
environment: production
streams:
  auth_events:
    type: kafka
    topic: auth
    brokers: kafka.shop.svc:9092
"""
"""A file of L5."""


def cursor(text: str) -> tuple[str, int, int]:
    """Return the text without the mark, and the line and column of the mark."""
    before, _, after = text.partition("¦")
    return before + after, before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1


def typing(text: str) -> Context | None:
    whole, line, column = cursor(text)
    return context(whole.split("\n"), line, column)


def labels(text: str) -> list[str]:
    """Return what the schema offers at the mark."""
    place = typing(text)
    return [found.label for found in completions(place, SUBJECTS)] if place else []


def pointing(text: str) -> Spot | None:
    whole, line, column = cursor(text)
    return spot(read(whole.encode()).documents, whole.split("\n"), line, column)
