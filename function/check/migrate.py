"""Rewrites the claims in a file: deprecated fields become those of today, and the rest of the text stays."""

from function.apis.earlier import Migration
from function.base.manifest import Json, Manifest, mapping_at, text_at
from function.base.problems import Problem, describe
from function.check.finding import Finding
from function.check.load import load_content
from function.check.platform import Platform
from function.check.resource import Resource
from function.check.rewritten import BYTE_ORDER_MARK, RewrittenFile
from function.yaml.edit import edited
from function.yaml.node import below


def migrated(name: str, content: bytes, platform: Platform) -> RewrittenFile:
    """Return the file with all its claims rewritten; a file with errors in its YAML stays as it is."""
    loaded = load_content(name, content)
    if loaded.findings:
        return RewrittenFile(name, "", "", tuple(loaded.findings))
    text = content.decode("utf-8")
    bom = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
    lines = text.removeprefix(bom).splitlines(keepends=True)
    expected: list[Json] = []
    findings: list[Finding] = []
    for resource in reversed(loaded.resources):
        migration = _migration(resource, platform)
        expected.append({**resource.manifest, "spec": migration.spec} if migration else resource.value)
        if migration:
            lines = edited(
                lines, below(resource.node, "spec") or resource.node, _changes(resource.manifest, migration.spec)
            )
            findings += [resource.finding(problem) for problem in migration.problems]
    after = bom + "".join(lines)
    if [resource.value for resource in load_content(name, after.encode()).resources] != expected[::-1]:
        findings.append(_unreadable(loaded.resources[0]))
        after = text
    return RewrittenFile(name, text, after, tuple(sorted(findings, key=lambda finding: finding.range.line)))


def _migration(resource: Resource, platform: Platform) -> Migration | None:
    api = platform.api(text_at(resource.manifest, "kind"))
    spec = resource.manifest.get("spec")
    if api is None or api.earlier is None or not isinstance(spec, dict):
        return None
    return api.earlier.migrate(spec)


def _changes(before: Manifest, after: Manifest) -> dict[str, Json]:
    """Return the entries that differ: None for those that are gone."""
    old = mapping_at(before, "spec")
    gone: dict[str, Json] = {key: None for key in old if key not in after}
    return gone | {key: value for key, value in after.items() if key not in old or old[key] != value}


def _unreadable(resource: Resource) -> Finding:
    message = describe("this file cannot be rewritten", hint="write spec in block style, without aliases")
    return resource.finding(Problem(path="spec", message=message, code="EP495"))
