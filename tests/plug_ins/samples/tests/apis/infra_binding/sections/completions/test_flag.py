from function.base.manifest import Manifest
from tests.plug_ins.cases import Cases

CHANGES: Manifest = {
    "tower": "other:7",
    "callback.trigger": "after_ack",
    "callback.timeout": "1s",
    "callback.retry.attempts": 1,
    "callback.retry.backoff": "fixed",
    "callback.retry.initial_delay": "1s",
    "callback.retry.max_delay": "1m",
    "callback.include_sink_response": False,
}
CASES = Cases(
    in_l5=False,
    whole={
        "type": "flag",
        "tower": "tower:7",
        "callback": {"timeout": "30s", "retry": {"attempts": 3}, "include_sink_response": True},
    },
    changes=CHANGES,
    for_applications=CHANGES,
    refused=[("tower", None), ("tower", "a b"), ("callback.trigger", "before"), ("flag", "x")],
)
