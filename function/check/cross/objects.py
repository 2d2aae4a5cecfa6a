"""Claims that make the same object, or describe one topic differently."""

from collections.abc import Iterator, Sequence

from function.apis.links import ObjectId, Topic
from function.base.problems import describe, join, shown
from function.check.cross.mark import Claim, Mark
from function.check.finding import Finding


def collisions(claims: Sequence[Claim]) -> Iterator[Finding]:
    """Yield a warning about each object that a claim further up in the tree makes as well."""
    makers: dict[ObjectId, Mark] = {}
    for claim in claims:
        for object_id, path in claim.links.objects.items():
            if object_id not in makers:
                makers[object_id] = claim.mark(path)
                continue
            _, kind, namespace, name = object_id
            message = describe(
                f"{makers[object_id]} creates the same object, but only one of them can manage it",
                got=f"{kind} {namespace}/{name}",
                hint="remove it from one of them, or choose another name",
            )
            yield claim.finding(path, "EP506", message, makers[object_id])


def contradictions(claims: Sequence[Claim]) -> Iterator[Finding]:
    """Yield a warning about each setting of a topic that a claim further up describes differently."""
    described: dict[tuple[str, ...], list[tuple[Claim, Topic]]] = {}
    for claim in claims:
        for topic in claim.links.topics:
            earlier = described.setdefault(topic.identity, [])
            yield from _contradictions(claim, topic, earlier)
            earlier.append((claim, topic))


def _contradictions(claim: Claim, topic: Topic, earlier: Sequence[tuple[Claim, Topic]]) -> Iterator[Finding]:
    for field, value in topic.settings.items():
        for other, same in earlier:
            # two claims that make one object have a finding about that
            made_twice = topic.object_id is not None and topic.object_id == same.object_id
            if other is claim or made_twice or same.settings.get(field, value) == value:
                continue
            where = other.mark(join(same.path, field))
            message = describe(
                f"{where} sets {shown(same.settings[field])} for the same topic",
                got=shown(value),
                hint="use the same value in both, or set it in only one of them",
            )
            yield claim.finding(join(topic.path, field), "EP507", message, where)
            break
