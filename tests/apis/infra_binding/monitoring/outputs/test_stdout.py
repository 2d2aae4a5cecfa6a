from tests.plug_ins.cases import Cases

CASES = Cases(
    whole={"type": "stdout"},
    changes={},
    refused=[("type", "console"), ("type", None), ("endpoint", "http://es:9200"), ("path", "/a"), ("format", "json")],
)
