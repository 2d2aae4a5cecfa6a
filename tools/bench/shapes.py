"""The shapes of requests: how many composites, what is in them, and what is observed."""

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from function.base.manifest import Manifest, text_at
from tools import golden
from tools.bench import claims, patches
from tools.bench.foreign import foreign
from tools.bench.settled import Call, State, fresh, request, settled


@dataclass(frozen=True, kw_only=True)
class Shape:
    """A set of requests: `composites` of them, each with its maps in `orders` different orders, sent in turn.

    `foreign` resources are of other steps of the pipeline. Only services without `env` and `secrets` of their own have
    an equivalent for function-patch-and-transform.
    """

    title: str
    composites: int
    claim: Callable[[int], Manifest] = claims.service
    state: Callable[[Manifest, Manifest, Call], State] = settled
    foreign: int = 0
    orders: int = 1
    env: int = 1
    secrets: int = 2


SHAPES: Mapping[str, Shape] = {
    "services": Shape(title="100 services", composites=100, orders=4),
    "distinct": Shape(title="1,000 distinct services", composites=1000),
    "observed": Shape(title="40 observed resources", composites=50, foreign=36),
    "large": Shape(
        title="30 variables, 10 Secrets",
        composites=50,
        claim=partial(claims.service, env=30, secrets=10),
        orders=2,
        env=30,
        secrets=10,
    ),
    "fresh": Shape(title="nothing observed", composites=100, state=fresh, orders=4),
    "binding": Shape(title="InfraBinding, 64 streams", composites=20, claim=claims.binding, orders=2),
    "foreign-100": Shape(title="100 foreign resources", composites=5, foreign=100),
    "foreign-500": Shape(title="500 foreign resources", composites=2, foreign=500),
}


def platform_config() -> Manifest:
    """Return the settings of the shipped Composition for claims."""
    return golden.request(golden.EXAMPLES / "eventdrivenservice" / "minimal")[2]


def resources(shape: Shape) -> Manifest:
    """Return the input of function-patch-and-transform for the shape."""
    return patches.resources(env=shape.env, secrets=shape.secrets)


def states(shape: Shape, settings: Manifest, call: Call) -> Iterator[State]:
    """Yield the state of each composite of the shape."""
    for number in range(shape.composites):
        state = shape.state(shape.claim(number), settings, call)
        others = foreign(shape.foreign, text_at(state.xr, "metadata", "name"))
        yield replace(state, observed={**state.observed, **others})


def requests(shape: Shape, settings: Manifest, call: Call) -> Iterator[bytes]:
    """Yield the requests of the shape; the same call gives the same requests."""
    order = random.Random(shape.title)  # noqa: S311 - an order, not a secret
    found = list(states(shape, settings, call))
    for _ in range(shape.orders):
        for state in found:
            yield request(state, settings, order)
