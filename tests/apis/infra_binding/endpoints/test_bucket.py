from function.apis.infra_binding.endpoints.bucket import directory, gcs, s3
from function.base.markdown import Markdown


def test_a_bucket_of_amazon() -> None:
    found = s3("failed", "auth/", "eu-west-1", "dead letters")
    assert found.address == "s3.eu-west-1.amazonaws.com:443"
    assert found.development == ("aws s3 ls s3://failed/auth/ --region eu-west-1",)
    assert found.health[0] == "aws s3api head-bucket --bucket failed --region eu-west-1"


def test_a_bucket_of_another_store() -> None:
    found = s3("failed", None, None, "checkpoints", store="http://minio:9000")
    assert found.address == "http://minio:9000"
    assert found.development == ("aws s3 ls s3://failed/ --endpoint-url http://minio:9000",)


def test_a_bucket_of_google() -> None:
    assert gcs("failed", None, "checkpoints").development == ("gcloud storage ls gs://failed/",)


def test_a_directory() -> None:
    assert directory("HDFS", "name:9000", "hdfs://name:9000/x", {}, "hdfs", "dfs", "-ls").hidden is None
    found = directory("File system", "", "/mnt", {"Used for": Markdown("x")}, "ls")
    assert (found.address, found.hidden) == ("", "a volume of the pods")
