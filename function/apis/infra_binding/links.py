"""What a binding has in common with other documents."""

from collections.abc import Iterator

from function.apis.infra_binding import KIND
from function.apis.infra_binding.bound_secret import WHOLE
from function.apis.infra_binding.document import document_name
from function.apis.infra_binding.entry import Entry
from function.apis.infra_binding.resolve import Resolved
from function.apis.infra_binding.sections.secret_stores import FetchedSecret
from function.apis.links import Links, ObjectId, SecretUse, SecretWrite, Topic
from function.base.problems import join
from function.manifests import config_map

_SECTION = "spec.secrets"


def links(resolved: Resolved) -> Links:
    """Return the Secrets that the binding uses and creates, its topics, and its objects."""
    return Links(
        kind=KIND,
        namespace=resolved.identity.namespace,
        name=resolved.identity.name,
        objects=_objects(resolved),
        uses=tuple(_uses(resolved)),
        writes=tuple(_writes(resolved)),
        topics=tuple(topic for entry in resolved.entries for topic in _topics(entry)),
    )


def _objects(resolved: Resolved) -> dict[ObjectId, str]:
    """Return each object with the first entry that needs it."""
    identity, kind = resolved.identity, config_map.KIND
    document = (kind.api_version, kind.kind, identity.namespace, document_name(identity))
    found: dict[ObjectId, str] = {document: "metadata.name"}
    made = [*((entry.path, entry.made) for entry in resolved.entries), *((job.path, job.made) for job in resolved.jobs)]
    for path, objects in made:
        for resource in (*objects.own, *objects.shared):
            found.setdefault(resource.object_id, join("spec", path))
    return found


def _uses(resolved: Resolved) -> Iterator[SecretUse]:
    for logical, secret in resolved.secrets.items():
        if secret.existing and secret.variables is None:
            keys = {
                ref.key or secret.only_key or WHOLE: join("spec", ref.path)
                for ref in resolved.spec.secret_refs
                if ref.name == logical
            }
            yield SecretUse(path=join(_SECTION, logical, "secret_name"), name=secret.name, keys=keys)


def _writes(resolved: Resolved) -> Iterator[SecretWrite]:
    for logical, secret in resolved.secrets.items():
        entry = resolved.spec.secrets[logical]
        if secret.fetched and isinstance(entry, FetchedSecret):
            keys = frozenset({*secret.keys, *entry.template, *([WHOLE] if secret.whole else [])})
            yield SecretWrite(path=join(_SECTION, logical), name=secret.name, keys=keys)


def _topics(entry: Entry) -> Iterator[Topic]:
    own = entry.made.own if entry.made.unmanaged is None else ()
    for identity in entry.member.identities():
        yield Topic(
            path=join("spec", entry.path),
            identity=identity,
            settings={
                field: value for field in entry.member.describes if (value := getattr(entry.member, field)) is not None
            },
            object_id=own[0].object_id if own else None,
        )
