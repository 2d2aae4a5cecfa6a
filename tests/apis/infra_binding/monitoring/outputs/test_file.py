from tests.plug_ins.cases import Cases

CASES = Cases(
    whole={"type": "file", "path": "/var/log/flink"},
    changes={"path": "/logs/job.log"},
    for_applications=["path"],
    refused=[
        *(("type", "files"), ("path", "logs"), ("path", "/"), ("path", "/a b"), ("path", None), ("path", "")),
        ("endpoint", "http://es:9200"),
    ],
)
