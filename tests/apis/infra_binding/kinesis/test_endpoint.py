from function.base.manifest import Json
from tests.connections import endpoint, topics


def test_a_stream() -> None:
    told = endpoint("streams", {"type": "kinesis", "stream": "alerts", "region": "eu-west-1"})
    assert told.address == "kinesis.eu-west-1.amazonaws.com:443"
    assert told.uses["Shards"] == "on demand"
    assert told.health[0] == "aws kinesis describe-stream-summary --stream-name alerts --region eu-west-1"
    assert topics(told) == []


def test_events_that_are_not_encrypted_are_a_step() -> None:
    stream: Json = {"type": "kinesis", "stream": "alerts", "region": "eu-west-1", "encryption": False, "shard_count": 2}
    assert topics(endpoint("streams", stream)) == ["Security"]
