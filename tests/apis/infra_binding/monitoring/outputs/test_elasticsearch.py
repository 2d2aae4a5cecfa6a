from tests.plug_ins.cases import Cases

CASES = Cases(
    whole={"type": "elasticsearch", "endpoint": "https://es:9200", "index_pattern": "logs-%{+YYYY.MM.dd}"},
    changes={"endpoint": "https://other:9200", "index_pattern": "logs"},
    for_applications=["endpoint", "index_pattern"],
    refused=[
        *(("type", "elastic"), ("endpoint", "es:9200"), ("endpoint", "https://u:p@es:9200"), ("endpoint", None)),
        *(("index_pattern", "a b"), ("index_pattern", ""), ("path", "/a")),
    ],
)
