"""The types of names in AWS."""

from typing import Annotated

from function.base.text import Text

Region = Annotated[
    str,
    Text("^[a-z]+(-[a-z]+)+-[0-9]+$", meaning="an AWS region such as us-east-1", example="us-east-1", max_length=32),
]
RoleArn = Annotated[
    str,
    Text(
        "^arn:aws[-a-z]*:iam::[0-9]{1,12}:role/[-+=,.@_/a-zA-Z0-9]+$",
        meaning="the ARN of an IAM role",
        example="arn:aws:iam::123456789012:role/kinesis-consumer",
        max_length=2048,
    ),
]
