"""What people need to know about a stream of Kinesis."""

from function.apis.infra_binding.endpoints.endpoint import Endpoint, Step
from function.base.markdown import Markdown, code
from function.base.shell import Line, command

_ENCRYPT = Step("Security", Markdown("events are not encrypted at rest: set `encryption: true`"))
_DAY = 24


def endpoint(
    stream: str, region: str, *, shards: int | None, hours: int | None, encrypted: bool | None, consumer: str | None
) -> Endpoint:
    """Return the stream; None is what the binding leaves to Kinesis."""
    return Endpoint(
        service="Amazon Kinesis",
        address=f"kinesis.{region}.amazonaws.com:443",
        facts={"Region": code(region), "Protocol": Markdown("HTTPS; requests are signed with credentials of AWS")},
        uses={
            "Stream": code(stream),
            "Shards": Markdown("on demand" if shards is None else str(shards)),
            "Retention": Markdown(f"{_DAY if hours is None else hours} hours"),
            "Encryption": Markdown("as Kinesis" if encrypted is None else "KMS" if encrypted else "none"),
        },
        development=(
            _aws(region, "describe-stream-summary", "--stream-name", stream),
            _aws(region, "list-shards", "--stream-name", stream),
        ),
        health=(
            _aws(region, "describe-stream-summary", "--stream-name", stream),
            _aws(region, "describe-limits"),
        ),
        metrics=(Markdown("CloudWatch, namespace `AWS/Kinesis`: `GetRecords.IteratorAgeMilliseconds` is the lag"),),
        pool={"Consumer": code(consumer)} if consumer else {},
        backup=(
            Markdown(f"{code(stream)}: events are kept for {_DAY if hours is None else hours} hours, in three zones"),
        ),
        steps=(_ENCRYPT,) if encrypted is False else (),
    )


def _aws(region: str, *words: str) -> Line:
    return command("aws", "kinesis", *words, "--region", region)
