"""The page "Make it yours": for each setting the claim, the setting, and the difference of the manifests."""

import difflib

from function.base.manifest import Json, Manifest, at, mapping_at
from function.base.request import Request
from function.delivery.live import asked
from function.platform.config import API_VERSION, KIND
from function.publish.pages.adaptations import ADAPTATIONS, Adaptation
from function.publish.pages.api import Dump
from function.publish.pages.reference import table
from function.render import render

_NAME = "orders"
_SPEC: Manifest = {
    "image": "ghcr.io/example/orders:1.4.2",
    "nats": {"stream": "ORDERS", "consumer": "orders-workers"},
}
_GROUP = "platform.bizmatters.io/v1alpha1"
_INTRODUCTION = """\
# Make it yours

The settings with which a platform team adapts the product without a fork. All of them are fields of
[PlatformConfig](reference/platform-config.md). Nothing here is a field of a claim: the platform decides where and
within which bounds a service runs. A claim may add to these settings, and may change only what `defaults.overridable`
names.

## Where settings are

| Where | Use | Reaches services |
| --- | --- | --- |
| `EnvironmentConfig`, named by `settings` | all but `group`, `names`, `sizes` | within seconds; see below |
| `input` of the step in the Composition | if you maintain the Composition yourself | when the Composition changes |
| your own package | `group`, `names`, `sizes`: see [Your own group](#your-own-group) | when you install it |

The shipped Compositions read the EnvironmentConfig `event-platform` if it exists; `package/settings/recommended.yaml`
is a starting point. Before Crossplane 2.4, which watches it, a change takes up to ten minutes. Check settings before
you apply them: `platformctl --platform-config` accepts a PlatformConfig or the Composition with it, an
EnvironmentConfig, or both in one file.
If the EnvironmentConfig is missing or wrong, nothing is applied or removed, and the condition `Validated` of every
service says why. A service that was rendered with it keeps requiring it. Server-side apply cannot remove all of its
data: to empty it, use `kubectl replace` with `data: {}`.

## What restarts pods

Kubernetes restarts the pods of a service when the pod template changes. A change of these settings does that for
**all** services at once, within the bounds of each rolling update. Change them outside of peak hours, or for some
services at a time with an overlay that has conditions.
"""
_OWN_GROUP = """\
## Your own group

```yaml
apiVersion: platform.fn.bizmatters.io/v1beta1
kind: PlatformConfig
spec:
  group: apis.example.org
  names:
    EventDrivenService: {kind: Worker, plural: workers, shortName: wk, category: acme}
  sizes:
    xs: {requests: {cpu: 50m, memory: 64Mi}, limits: {memory: 128Mi}}
    medium: {requests: {cpu: 500m, memory: 1Gi}, limits: {memory: 2Gi}}
```

```sh
platformctl schema --platform-config platform.yaml --output acme
platformctl package --platform-config platform.yaml --scope claims --name acme-platform --output acme-platform.xpkg
```

The first command writes XRDs, Compositions, JSON Schemas, reference pages, examples, and files for Argo CD and Flux;
the second one builds the Configuration, for `crossplane xpkg push`. The function is the same image. Group, kinds, and
plurals can never change once the XRDs are installed. `platformctl validate --platform-config platform.yaml` and the
XRD accept the same sizes.
"""


def make_it_yours_page(dump: Dump) -> str:
    """Return the page."""
    rows = [(f"[{found.title}](#{_anchor(found.title)})", "yes" if _restarts(found) else "no") for found in ADAPTATIONS]
    return "\n\n".join(
        (
            _INTRODUCTION.rstrip(),
            table(("Setting", "Restarts the pods of all services"), rows),
            "The examples render this claim, unless they show another one.",
            _yaml(_claim({}), dump),
            *(_section(adaptation, dump) for adaptation in ADAPTATIONS),
            _OWN_GROUP.rstrip(),
        )
    )


def _section(adaptation: Adaptation, dump: Dump) -> str:
    settings: Manifest = {"apiVersion": API_VERSION, "kind": KIND, "spec": adaptation.settings}
    claim = (_yaml(_claim(adaptation.spec), dump),) if adaptation.spec else ()
    difference = _difference(dump(_rendered(adaptation, {})), dump(_rendered(adaptation, adaptation.settings)))
    parts = (f"## {adaptation.title}", adaptation.text, _yaml(settings, dump), *claim, f"```diff\n{difference}\n```")
    return "\n\n".join(parts)


def _claim(fields: Manifest) -> Manifest:
    return {
        "apiVersion": _GROUP,
        "kind": "EventDrivenService",
        "metadata": {"name": _NAME, "namespace": "shop"},
        "spec": {**_SPEC, **fields},
    }


def _rendered(adaptation: Adaptation, settings: Manifest) -> list[Manifest]:
    """Return the manifests with these settings; without any, the claim cannot name what only they define."""
    spec = adaptation.spec if settings else {key: value for key, value in adaptation.spec.items() if key == "env"}
    platform: Manifest = {"apiVersion": API_VERSION, "kind": KIND, "spec": {**settings, "delivery": "direct"}}
    outcome = render(Request(xr=_claim(spec), platform=platform))
    if outcome.fatal is not None:
        raise ValueError(f"{adaptation.title}: {outcome.fatal}")
    return [_plain(composed.manifest) for composed in outcome.resources.values()]


def _plain(composed: Json) -> Manifest:
    """Return the manifest without the mark on it, which differs with every change."""
    manifest = dict(asked(composed))
    metadata = mapping_at(manifest, "metadata")
    annotations = {
        key: text for key, text in mapping_at(metadata, "annotations").items() if not key.startswith("platform.fn.")
    }
    kept = {key: value for key, value in metadata.items() if key != "annotations"}
    return {**manifest, "metadata": {**kept, **({"annotations": annotations} if annotations else {})}}


def _restarts(adaptation: Adaptation) -> bool:
    def templates(settings: Manifest) -> list[Json]:
        return [at(manifest, "spec", "template") for manifest in _rendered(adaptation, settings)]

    before, after = templates({}), templates(adaptation.settings)
    return [found for found in before if found is not None] != [found for found in after if found is not None]


def _difference(before: str, after: str) -> str:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=1, lineterm="")
    return "\n".join(line for line in list(lines)[2:])


def _anchor(title: str) -> str:
    return title.lower().replace(" ", "-")


def _yaml(document: Manifest, dump: Dump) -> str:
    return f"```yaml\n{dump([document]).strip()}\n```"
