from tests.plug_ins.cases import Cases

CASES = Cases(
    in_l5=False,
    whole={"type": "slab", "polished": False},
    changes={"polished": True},
    refused=[("polished", "yes"), ("options", {})],
)
