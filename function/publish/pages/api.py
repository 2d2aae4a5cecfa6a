"""The reference pages: one for each API, one for the PlatformConfig."""

from collections.abc import Callable, Iterable

from function.apis.api import NAME_INVALID, VERSION, Api
from function.base.manifest import Manifest
from function.base.model import Spec
from function.platform.config import API_VERSION, KIND, PlatformConfig
from function.publish.pages.reference import fields, output, table
from function.publish.schema.examples import minimal
from function.publish.schema.model import read

Dump = Callable[[Iterable[Manifest]], str]
"""A function that turns documents into YAML text."""


def api_page(api: Api[Spec], config: PlatformConfig, dump: Dump) -> str:
    """Return the reference page of an API."""
    spec, status = read(api.spec, config), read(api.status, config)
    example: Manifest = {
        "apiVersion": f"{config.group}/{VERSION}",
        "kind": api.kind,
        "metadata": {"name": "orders", "namespace": "shop"},
        "spec": minimal(spec, "spec"),
    }
    return "\n\n".join(
        (
            f"# {api.kind}",
            spec.description,
            table(("", "Claims scope", "Namespaced scope"), _scopes(api, config)),
            f"- {api.name_too_long}\n- {NAME_INVALID}",
            "## Minimal example",
            _yaml(example, dump),
            "## Spec",
            fields(spec, "spec"),
            "## Objects",
            table(("Kind", "Created"), [(f"`{kind}`", when) for kind, when in api.makes]),
            "## Status",
            output(status, "status"),
            f"## Columns of `kubectl get {api.short_name or api.plural}`",
            table(
                ("Column", "Field", "Shown"),
                [
                    (column.name, f"`{column.path[1:]}`", "with `-o wide`" if column.priority else "always")
                    for column in api.columns
                ],
            ),
        )
    )


def platform_config_page(config: PlatformConfig, dump: Dump) -> str:
    """Return the reference page of the PlatformConfig; `config` provides its defaults."""
    spec = read(PlatformConfig, config)
    example: Manifest = {"apiVersion": API_VERSION, "kind": KIND, "spec": {"delivery": "object"}}
    return "\n\n".join(
        (
            f"# {KIND}",
            spec.description,
            "It is the input of the function's step in a Composition; `platformctl --platform-config` reads it too.",
            _yaml(example, dump),
            "## Spec",
            fields(spec, "spec"),
        )
    )


def _scopes(api: Api[Spec], config: PlatformConfig) -> list[tuple[str, ...]]:
    version = f"`{config.group}/{VERSION}`"
    short, of_composite = (f" (`{prefix}{api.short_name}`)" if api.short_name else "" for prefix in ("", "x"))
    return [
        ("apiVersion", version, version),
        ("you write", f"claim `{api.kind}`{short}", f"`{api.kind}`{short}"),
        ("composite", f"`{api.composite_kind}`{of_composite}", "the same object"),
        ("definition", "`claims.yaml`", "`namespaced.yaml`"),
    ]


def _yaml(document: Manifest, dump: Dump) -> str:
    return f"```yaml\n{dump([document]).strip()}\n```"
