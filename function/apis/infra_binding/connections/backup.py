"""Backup and Recovery: what happens to data if something fails, and the commands that save and restore it."""

from collections.abc import Iterator, Sequence

from function.apis.infra_binding.connections.group import Group
from function.apis.infra_binding.connections.references import named
from function.apis.infra_binding.resolve import Resolved
from function.base.markdown import Markdown, fenced, items, joined

_LOGIN = Markdown("Run these commands after those of For Development, in the same terminal.")


def section(resolved: Resolved, groups: Sequence[Group]) -> Iterator[Markdown]:
    """Yield what each server does for its data, and which objects outlive the binding."""
    told = [group for group in groups if any(endpoint.backup for endpoint in group.owners)]
    if told:
        yield _LOGIN
    for group in told:
        yield group.heading
        yield items(dict.fromkeys(text for endpoint in group.owners for text in endpoint.backup))
        lines = group.lines(lambda endpoint: endpoint.recovery)
        if lines:
            yield fenced(lines, "bash")
    kept = [named(resource.manifest) for resource in resolved.objects if resource.keep]
    yield Markdown("### Objects That Stay When the Binding Is Deleted")
    yield Markdown(
        f"{joined(kept)}. Their data stays too." if kept else "None of the objects of the binding holds data."
    )
