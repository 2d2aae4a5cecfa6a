from tests.plug_ins.cases import Cases

CASES = Cases(
    whole={"type": "loki", "endpoint": "http://loki.logs:3100"},
    changes={"endpoint": "http://other.logs:3100"},
    for_applications=["endpoint"],
    refused=[
        *(("type", "Loki"), ("endpoint", "loki:3100"), ("endpoint", "http://u:p@loki"), ("endpoint", None)),
        *(("index_pattern", "a"), ("path", "/a")),
    ],
)
