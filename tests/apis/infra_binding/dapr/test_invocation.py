from tests.dapr import files, made
from tests.plug_ins.cases import Cases

CASES = Cases(
    in_l5=False,
    whole={"routes": {"triage-service": "triage-service:8000", "progress-agent": "progress-agent:8000"}},
    changes={"routes{triage-service}": "triage-service:9000"},
    for_applications=["routes{triage-service}"],
    refused=[
        *(
            ("routes", None),
            ("routes", {}),
            ("routes", ["triage-service"]),
            ("routes{triage-service}", "triage-service"),
        ),
        *(("routes{triage-service}", 8000), ("routes", {"Triage": "a:1"}), ("routes", {"a.b": "a:1"}), ("route", {})),
        ("routes{triage-service}", "http://triage-service:8000"),
    ],
)


def test_the_document_says_how_each_application_is_called() -> None:
    found = files(invocation=CASES.whole)
    assert found["dapr.yaml"]["invocation"]["client"] == {
        "progress-agent": "http://localhost:3500/v1.0/invoke/progress-agent/method",
        "triage-service": "http://localhost:3500/v1.0/invoke/triage-service/method",
    }
    assert found["unmanaged.yaml"] == {
        "dapr.invocation": "Dapr finds applications by the IDs of their sidecars; no object is needed"
    }


def test_nothing_is_created() -> None:
    assert list(made(invocation=CASES.whole)) == ["document"]
