"""Security Configuration: credentials, network policies, and resource limits."""

import json
from collections.abc import Iterator, Mapping, Sequence

from function.apis.infra_binding.bound_secret import WHOLE
from function.apis.infra_binding.connections.group import Group
from function.apis.infra_binding.connections.pods import pods
from function.apis.infra_binding.connections.references import named
from function.apis.infra_binding.entry import Entry
from function.apis.infra_binding.resolve import Resolved
from function.base.manifest import Json, items_at, mapping_at, text_at
from function.base.markdown import ABSENT, Markdown, code, fenced, joined, records
from function.base.shell import command
from function.manifests import network_policy

_NO_POLICY = Markdown(
    "The binding creates no NetworkPolicy. One for its applications must allow connections to these addresses, to the "
    "name servers of the cluster, and nothing else:"
)
_NOT_OURS = "The binding does not create these servers, so whoever runs them sets their requests and limits:"
_NO_SECRETS = Markdown("The binding refers to no secrets.")


def section(resolved: Resolved, groups: Sequence[Group]) -> Iterator[Markdown]:
    """Yield where credentials are, who may connect, and what pods may use."""
    yield Markdown("### Credentials")
    yield from _credentials(resolved)
    yield Markdown("### Network Policies")
    yield from _policies(resolved, groups)
    yield Markdown("### Resource Limits")
    yield _limits(resolved, groups)
    elsewhere = [f"{group.service}, {group.where}" for group in groups if not _runs(group)]
    if elsewhere:
        yield Markdown(f"{_NOT_OURS} {'; '.join(elsewhere)}.")


def _credentials(resolved: Resolved) -> Iterator[Markdown]:
    found = [entry for entry in resolved.entries if entry.section == "secrets"]
    if not found:
        yield _NO_SECRETS
        return
    yield records([_credential(entry, resolved) for entry in found])
    names = [entry.physical for entry in found if resolved.secrets[entry.name].variables is None]
    if names:
        yield Markdown("This command shows the keys and the lengths of their values, never a value:")
        yield fenced([command("kubectl", "describe", "secret", "-n", resolved.identity.namespace, *names)], "bash")


def _credential(entry: Entry, resolved: Resolved) -> dict[str, Markdown]:
    secret = resolved.secrets[entry.name]
    refs = (ref for ref in resolved.spec.secret_refs if ref.name == entry.name)
    keys = sorted({ref.key or secret.only_key or WHOLE for ref in refs})
    return {
        "Entry": code(entry.path),
        "Where": Markdown(f"{'Secret' if secret.variables is None else 'variables'} {code(secret.name)}"),
        "Keys in use": joined(map(code, keys)) or ABSENT,
        "Written by": named(entry.made.own[0].manifest) if entry.made.own else Markdown("must exist"),
    }


def _policies(resolved: Resolved, groups: Sequence[Group]) -> Iterator[Markdown]:
    found = [made.manifest for made in resolved.objects if text_at(made.manifest, "kind") == network_policy.KIND.kind]
    for manifest in found:
        yield Markdown(f"For the directions in `policyTypes`, {named(manifest)} allows only this:")
        yield fenced(_spec(manifest), "yaml")
    if found:
        return
    if groups:
        yield _NO_POLICY
        yield records([{"Service": Markdown(group.service), "Address": group.where} for group in groups])
    else:
        yield Markdown("The binding creates no NetworkPolicy, and names no server.")


def _spec(manifest: Mapping[str, Json]) -> Iterator[str]:
    """Yield the spec as YAML, each rule on a line of its own."""
    for field, value in mapping_at(manifest, "spec").items():
        if field in ("ingress", "egress"):
            yield f"{field}:" if value else f"{field}: []"
            yield from (f"  - {json.dumps(rule)}" for rule in items_at(manifest, "spec", field))
        else:
            yield f"{field}: {json.dumps(value)}"


def _limits(resolved: Resolved, groups: Sequence[Group]) -> Markdown:
    rows = [
        {
            "Pods": row.whose,
            "Requests": _amounts(row.usage.cpu, row.usage.memory),
            "Limits": _amounts(row.usage.cpu_limit, row.usage.memory_limit),
        }
        for row in pods(resolved, groups)
    ]
    return records(rows) if rows else Markdown("The binding sets no amounts: it creates no pods.")


def _runs(group: Group) -> bool:
    return any(endpoint.runs for endpoint in group.endpoints)


def _amounts(cpu: str | None, memory: str | None) -> Markdown:
    given = {"CPU": cpu, "memory": memory}
    return joined(Markdown(f"{word} {code(amount)}") for word, amount in given.items() if amount) or Markdown("not set")
