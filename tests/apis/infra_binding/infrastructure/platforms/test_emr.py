from tests.infrastructure import CHANGES, NO_CLOUDS, REFUSED, SHARED
from tests.plug_ins.cases import Cases

CASES = Cases(
    whole={"platform": "emr", **SHARED},
    changes=CHANGES,
    for_applications=CHANGES,
    refused=[("compute", None), ("compute.cluster_id", None), *REFUSED, *NO_CLOUDS],
)
