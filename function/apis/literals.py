"""Credentials in plaintext where a claim has literal texts: everyone who may read the claim reads them."""

from collections.abc import Iterator

from function.apis.marked import marked_texts
from function.base.credentials import is_credential
from function.base.marks import MayHoldSecret
from function.base.model import Spec
from function.base.problems import Problem, describe


def plaintext(spec: Spec, path: str) -> Iterator[Problem]:
    """Yield a problem for each text in `spec`, or anywhere below it, that contains a credential; never its value."""
    for where, text in marked_texts(spec, path, MayHoldSecret):
        if is_credential(text):
            message = describe(
                "contains a credential in plaintext", hint="put it into a Secret, and map its key in spec.secretRefs"
            )
            yield Problem(path=where, message=message, code="EP229")
