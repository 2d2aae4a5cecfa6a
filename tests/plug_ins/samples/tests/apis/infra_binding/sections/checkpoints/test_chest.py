from tests.checkpoints import BEHAVIOR, CHANGES, REFUSED
from tests.plug_ins.cases import Cases

CASES = Cases(
    in_l5=False,
    whole={"type": "chest", "lid": "oak", **BEHAVIOR},
    changes={"lid": "pine", **CHANGES},
    refused=[("lid", None), ("lid", "OAK"), *REFUSED],
)
