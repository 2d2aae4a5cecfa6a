"""The stages of a call, by the layer of the code that runs: a layer keeps its stage when its modules change."""

import re
from functools import cache
from types import FrameType

STAGES = ("decode", "validate", "compose", "judge", "encode", "rest")

_CALLER = "caller"
"""Code that serves several stages: its time is that of the stage that calls it."""
_LAYERS = (
    (r"function\.wire\.(encode|response)", "encode"),
    (r"function\.wire", "decode"),
    (r"function\.(base|platform)", _CALLER),
    (r"function\.apis\.\w+\.(model|policy\w*)", "validate"),
    (r"function\.apis\.(\w+\.status|existing)", "judge"),
    (r"function\.apis\.\w+\.\w+", "compose"),
    (r"function\.apis", "validate"),
    (r"function\.(status|readiness|delivery\.live)", "judge"),
    (r"function\.(manifests|delivery)", "compose"),
    (r"function", "rest"),
)


def stage_at(frame: FrameType | None) -> str | None:
    """Return the stage of the innermost frame that belongs to one; None outside of a call."""
    while frame is not None:
        stage = stage_of(frame.f_globals.get("__name__", ""))
        if stage != _CALLER:
            return stage
        frame = frame.f_back
    return None


@cache
def stage_of(module: str) -> str:
    """Return the stage of a module, or that its caller determines the stage, as for libraries."""
    return next((stage for layer, stage in _LAYERS if re.match(rf"{layer}(\.|$)", module)), _CALLER)
