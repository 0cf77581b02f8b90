"""The small model that turns measured features into a probability: its weights are data."""

import math
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Head:
    """One logistic regression."""

    bias: float
    weights: tuple[tuple[str, float], ...]
    """Feature name and weight."""

    def logit(self, values: Mapping[str, float]) -> float:
        """Log-odds of the features; a feature that was not measured counts as 0."""
        return self.bias + sum(weight * values.get(name, 0.0) for name, weight in self.weights)


@dataclass(frozen=True, slots=True)
class WeightSet:
    """The weights used with, or without, the sentence model."""

    alone: Head
    """Elements, each by its own words; says how well the rest of the answer does."""
    elements: Head
    """Elements, the rest of the answer taken into account."""
    traps: Head


@dataclass(frozen=True, slots=True)
class MatchWeights:
    """Everything that was fitted, with where it comes from."""

    fitted_on: str
    """Date of the fit."""
    semantic: WeightSet
    """With the sentence model."""
    lexical: WeightSet
    """Words only."""


def probability(logit: float) -> float:
    """The logistic function, 0 to 1."""
    if logit >= 0:
        return 1 / (1 + math.exp(-min(logit, 60.0)))
    odds = math.exp(max(logit, -60.0))
    return odds / (1 + odds)
