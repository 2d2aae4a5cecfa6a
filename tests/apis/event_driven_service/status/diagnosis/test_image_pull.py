import pytest

from function.apis.event_driven_service.status.diagnosis.image_pull import pull_failed

IMAGE = "registry.example.org/team/not-found-403:1"


@pytest.mark.parametrize(
    ("reason", "message", "detail"),
    [
        ("ErrImagePull", "pull access denied, repository does not exist", "the registry denies access"),
        ("ErrImagePull", "unexpected status: 401 Unauthorized", "the registry denies access"),
        ("ImagePullBackOff", "manifest unknown", "the registry does not have this image or tag"),
        ("ImagePullBackOff", f'"{IMAGE}": not found', "the registry does not have this image or tag"),
        ("ErrImagePull", "dial tcp: lookup x: no such host", "the registry cannot be reached"),
        ("ErrImagePull", "x509: certificate signed by unknown authority", "the registry cannot be reached"),
        ("RegistryUnavailable", "", "no reason was given"),
        ("ImagePullBackOff", f'Back-off pulling image "{IMAGE}"', "no reason was given"),
        ("InvalidImageName", "whatever", "this is not a valid image name"),
        ("ErrImageNeverPull", "whatever", "the image is not on the node, and the pull policy is Never"),
    ],
)
def test_an_answer_is_one_of_a_few(reason: str, message: str, detail: str) -> None:
    assert pull_failed(reason, message, IMAGE).message.startswith(f"the image '{IMAGE}' cannot be pulled: {detail}. ")


def test_nothing_of_the_text_is_repeated() -> None:
    found = pull_failed("ErrImagePull", "denied for bot:hunter2 with token hunter2", IMAGE)
    assert "hunter2" not in found.message


def test_attempt_and_pause_tell_the_same() -> None:
    text = 'failed to pull: "x": not found'
    assert pull_failed("ErrImagePull", text, IMAGE) == pull_failed(
        "ImagePullBackOff", f'Back-off pulling image "{IMAGE}": ErrImagePull: {text}', IMAGE
    )


def test_an_image_without_a_name_is_no_trouble() -> None:
    assert pull_failed("ErrImagePull", "not found", "").reason.name == "ImagePullFailed"
