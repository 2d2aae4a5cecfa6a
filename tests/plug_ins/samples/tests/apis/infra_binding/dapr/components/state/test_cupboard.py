from tests.plug_ins.cases import Cases

CASES = Cases(
    in_l5=False,
    whole={
        "type": "state.cupboard",
        "scopes": ["cook"],
        "metadata": {"shelves": 3, "lockCode": "secret://db/code"},
    },
    changes={"scopes[0]": "guest", "metadata.shelves": 4, "metadata.lockCode": "secret://db/other"},
    refused=[
        *(("type", "state.Cupboard"), ("metadata.shelves", 0), ("metadata.shelves", "3"), ("metadata.shelves", None)),
        *(("metadata.lockCode", "1234"), ("metadata.doors", 2)),
    ],
)
