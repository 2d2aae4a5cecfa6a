from tests.infrastructure import CHANGES, CLOUDS, OF_CLOUDS, REFUSED, SHARED, WRONG_CLOUDS
from tests.plug_ins.cases import Cases

CASES = Cases(
    whole={"platform": "spark", **SHARED, **CLOUDS},
    changes={**CHANGES, **OF_CLOUDS},
    for_applications={**CHANGES, **OF_CLOUDS},
    refused=[("compute", None), ("compute", {}), ("compute", {"instance_type": "m5.4xlarge"}), *REFUSED, *WRONG_CLOUDS],
)
