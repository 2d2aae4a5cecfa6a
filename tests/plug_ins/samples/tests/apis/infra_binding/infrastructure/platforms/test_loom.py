from tests.infrastructure import CHANGES, CLOUDS, OF_CLOUDS, REFUSED, SHARED, WRONG_CLOUDS
from tests.plug_ins.cases import Cases

CASES = Cases(
    in_l5=False,
    whole={"platform": "loom", **SHARED, **CLOUDS},
    changes={**CHANGES, **OF_CLOUDS},
    for_applications={**CHANGES, **OF_CLOUDS},
    refused=[("network", None), ("network", {}), ("network", {"vpc_id": "vpc-a"}), *REFUSED, *WRONG_CLOUDS],
)
