"""Credentials in plaintext where a claim has literal texts: everyone who may read the claim reads them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from function.apis.event_driven_service.model.service import EventDrivenService
from function.apis.marked import MarkedText, marked_texts
from function.base.credentials.evidence import Evidence, evidence
from function.base.marks import MayHoldSecret
from function.base.problems import Problem, describe

_ANNOTATIONS = ("spec.podAnnotations.", "spec.serviceAccount.annotations.")


class Suspect(NamedTuple):
    """The path of a literal text that looks like a credential, and what shows that it is one."""

    path: str
    evidence: Evidence


def _literals(spec: EventDrivenService) -> Iterator[MarkedText]:
    """Yield the literal texts, each with the name of its variable, flag, or annotation as its key."""
    names = _names(spec)
    for path, key, text in marked_texts(spec, "spec", MayHoldSecret):
        if path.startswith(_ANNOTATIONS) and key.lower().endswith("secret"):
            yield MarkedText(path, "", text)  # such annotations contain the name of a Secret
        else:
            yield MarkedText(path, names.get(path, key), text)


def suspects(spec: EventDrivenService) -> Iterator[Suspect]:
    """Yield the literal texts that look like credentials, but not what they say."""
    for path, key, text in _literals(spec):
        found = evidence(text, key)
        if found is not None:
            yield Suspect(path, found)


def plaintext(found: Iterable[Suspect]) -> Iterator[Problem]:
    """Yield a problem for each text that is certainly a credential, or contains one; never its value."""
    for suspect in found:
        if suspect.evidence in ("form", "key"):
            message = describe(
                "contains a credential in plaintext", hint="put it into a Secret, and map its key in spec.secretRefs"
            )
            yield Problem(path=suspect.path, message=message, code="EP229")


def _names(spec: EventDrivenService) -> dict[str, str]:
    """Return the names of variables and flags by the paths of their values. Of an invalid spec, parts may be absent."""
    names: dict[str, str] = {}
    for path, container in (("spec", spec), ("spec.initContainer", getattr(spec, "init_container", None))):
        for position, variable in enumerate(getattr(container, "env", ())):
            names[f"{path}.env[{position}].value"] = getattr(variable, "name", "")
        for field in ("command", "args"):
            names |= _flags(f"{path}.{field}", getattr(container, field, None) or ())
    return names


def _flags(path: str, words: Sequence[str]) -> dict[str, str]:
    """Return the flag before each word: the second word of `--password hunter2` is a password."""
    return {
        f"{path}[{position}]": before
        for position, (before, word) in enumerate(pairwise(words), start=1)
        if before.startswith("-") and not word.startswith("-")
    }
