"""Checks of an InfraBinding beyond its schema."""

from collections.abc import Iterator, Mapping, Sequence

from function.apis import addresses, required_labels
from function.apis.infra_binding.document import MAX_BYTES
from function.apis.infra_binding.entry import Entry
from function.apis.infra_binding.resolve import Resolved
from function.apis.infra_binding.secret_refs import unsafe_texts
from function.apis.infra_binding.secrets import overwritten, unknown_keys
from function.base.problems import Problem, describe, join


def policy(resolved: Resolved) -> list[Problem]:
    """Return conflicts between entries, missing settings and violations of the platform's rules."""
    unsafe = list(unsafe_texts(resolved.spec.model_dump(exclude_none=True), "spec"))
    judged = {problem.path for problem in unsafe}
    return [
        *unsafe,
        *(problem for problem in addresses.refused(resolved.spec, "spec") if problem.path not in judged),
        *required_labels.missing(resolved.identity, resolved.config),
        *unknown_keys(resolved.spec.secrets, resolved.secret_refs),
        *overwritten(resolved.secrets),
        *(
            problem
            for entry in resolved.entries
            for problem in entry.member.problems(join("spec", entry.path), resolved.identity.namespace, resolved.config)
        ),
        *_bound_twice(resolved.entries),
        *_too_large(resolved.document),
    ]


def _bound_twice(entries: Sequence[Entry]) -> Iterator[Problem]:
    """Yield a problem if two logical names refer to the same thing or object: two composed resources would conflict."""
    first: dict[tuple[str, ...], Entry] = {}
    for entry in entries:
        identities = [*entry.member.identities(), *(resource.object_id for resource in entry.made.own)]
        same = next((first[identity] for identity in identities if identity in first), None)
        if same is not None:
            message = describe(
                f"spec.{same.path} binds the same {same.member.singular} or has the same object name",
                hint=f"bind each {same.member.singular} only once",
            )
            yield Problem(path=join("spec", entry.path), message=message, code="EP413")
        for identity in identities:
            first.setdefault(identity, entry)


def _too_large(document: Mapping[str, str]) -> Iterator[Problem]:
    size = sum(len(text.encode()) for text in document.values())
    if size > MAX_BYTES:
        message = describe(
            f"the document of the binding is {size} bytes, but a ConfigMap is limited to {MAX_BYTES}",
            hint="split the binding",
        )
        yield Problem(path="spec", message=message, code="EP415")
