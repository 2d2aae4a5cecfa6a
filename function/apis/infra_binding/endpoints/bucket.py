"""What people need to know about directories of files: buckets, and paths in a file system of a cluster."""

from collections.abc import Mapping

from function.apis.infra_binding.endpoints.endpoint import Endpoint
from function.base.markdown import Markdown, code
from function.base.shell import Line, command

AMAZON = "Amazon S3"
_VERSIONS = Markdown("objects that are overwritten or deleted come back only if the bucket keeps versions")


def s3(
    bucket: str, prefix: str | None, region: str | None, use: str, *, store: str | None = None, service: str = AMAZON
) -> Endpoint:
    """Return a bucket, which is used for `use`; `store` is the address of a store other than Amazon's."""
    at = (*(("--region", region) if region else ()), *(("--endpoint-url", store) if store else ()))
    place = f"s3://{bucket}/{prefix or ''}"

    def api(request: str) -> Line:
        return command("aws", "s3api", request, "--bucket", bucket, *at)

    amazon = f"s3.{region}.amazonaws.com:443" if region else "s3.amazonaws.com:443"
    return Endpoint(
        service=service,
        address=store or amazon,
        facts={"Login": Markdown("as the ServiceAccount of the pods, or as the credentials of your machine")},
        uses={"Bucket": code(bucket), "Prefix": code(prefix or "/"), "Used for": Markdown(use)},
        development=(command("aws", "s3", "ls", place, *at),),
        health=(api("head-bucket"), command("aws", "s3", "ls", place, "--recursive", "--summarize", *at)),
        backup=(_VERSIONS,),
        recovery=(api("get-bucket-versioning"), command("aws", "s3", "sync", place, "backup", *at)),
    )


def gcs(bucket: str, prefix: str | None, use: str) -> Endpoint:
    """Return a bucket of Google Cloud Storage."""
    place = f"gs://{bucket}/{prefix or ''}"
    return Endpoint(
        service="Google Cloud Storage",
        address="storage.googleapis.com:443",
        facts={"Login": Markdown("as the ServiceAccount of the pods, or as the credentials of your machine")},
        uses={"Bucket": code(bucket), "Prefix": code(prefix or "/"), "Used for": Markdown(use)},
        development=(command("gcloud", "storage", "ls", place),),
        health=(command("gcloud", "storage", "buckets", "describe", f"gs://{bucket}"),),
        backup=(_VERSIONS,),
        recovery=(command("gcloud", "storage", "rsync", "--recursive", place, "backup"),),
    )


def directory(service: str, address: str, path: str, use: Mapping[str, Markdown], *tool: str) -> Endpoint:
    """Return a directory, in a volume if it has no address; `tool` are the words of the command that lists it."""
    listing = command(*tool, path)
    return Endpoint(
        service=service,
        address=address,
        hidden=None if address else Markdown("a volume of the pods"),
        uses={"Directory": code(path), **use},
        development=(listing,),
        health=(listing,),
        backup=(Markdown(f"{code(path)}: whoever runs the storage decides about backups"),),
    )
