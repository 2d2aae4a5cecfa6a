"""`python -m tools.growth`: what inputs cost at n, 2n and 4n that once cost more than in proportion to their size."""

import struct
import sys
import time
from collections.abc import Callable
from contextlib import suppress

from function.base.manifest import Json, Manifest
from function.base.request import Request
from function.base.undecoded import UndecodableError
from function.check.check_file import check_file
from function.check.load import load_content
from function.check.platform import load
from function.render import render
from function.wire.decode import decode
from function.wire.encode import encode

_VERSION = "platform.bizmatters.io/v1alpha1"
_CLAIM = """\
apiVersion: platform.bizmatters.io/v1alpha1
kind: EventDrivenService
metadata: {name: orders, namespace: shop}
spec:
  image: ghcr.io/example/orders:1.4.2
  nats: {stream: ORDERS, consumer: orders}
"""
_SETTINGS = load(None)
_ROUNDS = 3


def _checked(text: str) -> Callable[[], object]:
    return lambda: check_file(load_content("claim.yaml", text.encode()), _SETTINGS)


def _keys(start: str, line: str) -> Callable[[int], Callable[[], object]]:
    return lambda count: _checked(_CLAIM + start + "".join(line.format(number) for number in range(count)))


def _tags(count: int) -> Callable[[], object]:
    return _checked("%TAG !a! tag:example.org,2000:\n" * count + "---\n" + _CLAIM)


def _levels(count: int) -> Callable[[], object]:
    """Return the decoding of numbers below `count` levels of objects, of which the last is none in JSON."""
    value: Json = {**{f"k{number:05}": number for number in range(20_000)}, "z": 0.1}
    for _ in range(count):
        value = {"a": value}
    data = encode({"a": value}).replace(struct.pack("<d", 0.1), struct.pack("<d", float("nan")))

    def decoded() -> None:
        with suppress(UndecodableError):
            decode(data)

    return decoded


def _message(kilobytes: int) -> Callable[[], object]:
    """Return the rendering of a service whose provider reports an error of this size."""
    text = 'create failed: cannot apply: Invalid value: "' + "\\a-" * (kilobytes * 1024 // 3)
    synced: Json = {"type": "Synced", "status": "False", "reason": "ReconcileError", "message": text}
    claim: Json = {"apiVersion": _VERSION, "kind": "EventDrivenService", "name": "orders", "namespace": "shop"}
    spec: Json = {"claimRef": claim, "image": "a/b:1", "nats": {"stream": "A", "consumer": "b"}}
    xr: Manifest = {
        "apiVersion": _VERSION,
        "kind": "XEventDrivenService",
        "metadata": {"name": "orders-x7k2p"},
        "spec": spec,
    }
    desired = render(Request(xr=xr)).resources
    observed = {key: {**made.manifest, "status": {"conditions": [synced]}} for key, made in desired.items()}
    return lambda: render(Request(xr=xr, observed=observed))


INPUTS: dict[str, tuple[int, str, Callable[[int], Callable[[], object]]]] = {
    "A claim with unknown keys": (5_000, "keys", _keys("", "  unknown{:05}: 1\n")),
    "A map with wrong label keys": (5_000, "keys", _keys("  podLabels:\n", "    -bad{:05}: x\n")),
    "A file with `%TAG` lines": (10_000, "lines", _tags),
    "A request with NaN below levels of objects": (15, "levels", _levels),
    "A provider's error message": (32, "KiB", _message),
}


def main() -> int:
    """Print a table for docs/reliability.md: CPU seconds, the best of some rounds."""
    print("| Input | Size n, 2n, 4n | Seconds |\n|---|---|---|")
    for name, (size, unit, call) in INPUTS.items():
        sizes = [size, 2 * size, 4 * size]
        times = ", ".join(f"{_seconds(call(count)):.3f}" for count in sizes)
        print(f"| {name} | {', '.join(f'{count:,}' for count in sizes)} {unit} | {times} |")
    return 0


def _seconds(call: Callable[[], object]) -> float:
    found = []
    for _ in range(_ROUNDS):
        began = time.process_time()
        call()
        found.append(time.process_time() - began)
    return min(found)


if __name__ == "__main__":
    sys.exit(main())
