"""Bindings that have a section `dapr`."""

import json
from typing import Any

from function.base.manifest import Json, Manifest
from tests.bindings import PLATFORM, binding, composite, manifests, resolved
from tests.support import outcome

REDIS: Manifest = {"type": "state.redis", "metadata": {"redisHost": "redis:6379"}}
KAFKA: Manifest = {"type": "pubsub.kafka", "metadata": {"brokers": "kafka:9092"}}


def made(**dapr: Json) -> dict[str, Manifest]:
    """Return the plain manifests by key on a platform that creates everything."""
    return manifests(binding(dapr=dapr), PLATFORM)


def reported(secrets: Json, platform: Manifest = PLATFORM, **dapr: Json) -> list[str]:
    """Return what is wrong with the section, each with its path."""
    problems = outcome(composite(binding(secrets=secrets, dapr=dapr)), platform).problems
    return [str(problem) for problem in problems if problem.path.startswith("spec.dapr")]


def files(**dapr: Json) -> dict[str, Any]:
    """Return the files of the document."""
    return {name: json.loads(text) for name, text in resolved(dapr=dapr).document.items()}
