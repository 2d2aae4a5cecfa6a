"""Bindings that have one Flink job and a section `monitoring`."""

import json
from typing import Any

from function.base.manifest import Json, Manifest
from tests.bindings import PLATFORM, binding, composite, manifests, process, resolved
from tests.support import outcome

PROMETHEUS: Manifest = {"type": "prometheus"}


def spec(**monitoring: Json) -> Manifest:
    """Return a valid spec with one process, which is deployed."""
    return binding(deployment={"type": "kubernetes"}, resources={"p": process()}, monitoring=monitoring)


def with_image(image: str, **monitoring: Json) -> Manifest:
    """Return the same with another image."""
    return {**spec(**monitoring), "resources": {"p": process(image=image)}}


def made(**monitoring: Json) -> dict[str, Manifest]:
    """Return the plain manifests by key on a platform that creates everything."""
    return manifests(spec(**monitoring), PLATFORM)


def reported(**monitoring: Json) -> list[str]:
    """Return what is wrong or doubtful about the section, each with its path."""
    return judged(spec(**monitoring))


def judged(fields: Manifest) -> list[str]:
    """Return what is wrong or doubtful about the section in this spec."""
    problems = outcome(composite(fields), PLATFORM).problems
    return [str(problem) for problem in problems if problem.path.startswith("spec.monitoring")]


def files(**fields: Json) -> dict[str, Any]:
    """Return the files of the document, but for those that Flink reads for the process `p`."""
    found = resolved(**fields).document
    return {name: json.loads(text) for name, text in found.items() if not name.startswith("p.")}
