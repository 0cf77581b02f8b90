"""The fitted weights of the matcher, read from the data that comes with the package."""

import json
from importlib import resources
from pathlib import Path
from typing import Any

from coach.core.match_model import Head, MatchWeights, WeightSet
from coach.core.ports import ContentError


def load_match_weights(path: Path | None = None) -> MatchWeights:
    """The weights of a file, or those of the package; raises ContentError when they cannot be used."""
    try:
        if path is not None:
            document = json.loads(path.read_text("utf-8"))
        else:
            document = json.loads((resources.files("coach") / "data" / "match_weights.json").read_text("utf-8"))
        return MatchWeights(
            fitted_on=str(document["fitted_on"]),
            semantic=_weight_set(document["semantic"]),
            lexical=_weight_set(document["lexical"]),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        where = path or "of the package"
        raise ContentError(
            f"The matcher's weights {where} cannot be read ({error}): install the coach again."
        ) from error


def _weight_set(document: dict[str, Any]) -> WeightSet:
    return WeightSet(_head(document["alone"]), _head(document["elements"]), _head(document["traps"]))


def _head(document: dict[str, Any]) -> Head:
    return Head(float(document["bias"]), tuple((str(k), float(v)) for k, v in document["weights"].items()))
