import pytest

from function.origins.origin import FIXED, Origin, described

SIZE = Origin("spec.size", "written")
TABLE = Origin("the default of PlatformConfig.spec.sizes.small.requests.cpu", "platform", same=True)
DEFAULT = Origin("the default of spec.healthPath", "default", same=True)
UNSET = Origin("the default of spec.probes.liveness.path", "unset")
OVERLAY = Origin("overlay gpu", "overlay")


@pytest.mark.parametrize(
    ("origins", "text"),
    [
        ([], FIXED),
        ([Origin("spec.image", "written", same=True)], "spec.image"),
        ([SIZE], "from spec.size"),
        ([DEFAULT], "the default of spec.healthPath"),
        ([DEFAULT, TABLE], "the default of PlatformConfig.spec.sizes.small.requests.cpu"),
        ([DEFAULT, SIZE], "from spec.size"),
        ([SIZE, TABLE], "the default of PlatformConfig.spec.sizes.small.requests.cpu, from spec.size"),
        ([SIZE, OVERLAY], "overlay gpu"),
        ([UNSET], "from the default of spec.probes.liveness.path"),
        ([UNSET, DEFAULT], "the default of spec.healthPath"),
        ([SIZE._replace(gone=True), DEFAULT], "the default of spec.healthPath"),
        ([SIZE._replace(gone=True)], "from spec.size"),
        (
            [SIZE._replace(name=f"spec.f{number}") for number in range(5)],
            "from spec.f0, from spec.f1, from spec.f2, and 2 more",
        ),
    ],
)
def test_what_decides_is_named(origins: list[Origin], text: str) -> None:
    assert described(origins) == text
