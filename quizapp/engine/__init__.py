"""Measurement: how able a learner is, what to ask next, and when to stop."""

from quizapp.engine.ability import PRIOR, Ability
from quizapp.engine.bands import BANDS, Band, band_of, expected_share, place_on_scale
from quizapp.engine.item import Item, chance, information
from quizapp.engine.pool import Pool
from quizapp.engine.posterior import Posterior, estimate
from quizapp.engine.selection import RULES, SERVING, max_information, select
from quizapp.engine.simulation import SimulatedAttempt, SimulatedLearner, SimulationResult, simulate
from quizapp.engine.stopping import (
    Reason,
    Rules,
    best_gain,
    default_rules,
    predicted_gain,
    reachable_error,
    stop_reason,
    until_known_rules,
)
from quizapp.engine.topics import estimate_topics

__all__ = [
    "BANDS",
    "PRIOR",
    "RULES",
    "SERVING",
    "Ability",
    "Band",
    "Item",
    "Pool",
    "Posterior",
    "Reason",
    "Rules",
    "SimulatedAttempt",
    "SimulatedLearner",
    "SimulationResult",
    "band_of",
    "best_gain",
    "chance",
    "default_rules",
    "estimate",
    "estimate_topics",
    "expected_share",
    "information",
    "max_information",
    "place_on_scale",
    "predicted_gain",
    "reachable_error",
    "select",
    "simulate",
    "stop_reason",
    "until_known_rules",
]
