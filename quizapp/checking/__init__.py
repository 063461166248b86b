"""The rules of item writing: what blocks a question or a set, and what a person should look at."""

from quizapp.checking.problem import Problem, problem_document
from quizapp.checking.rules import LocatedProblem, SetProblem, check_set, flags, problems, set_problems

__all__ = [
    "LocatedProblem",
    "Problem",
    "SetProblem",
    "check_set",
    "flags",
    "problem_document",
    "problems",
    "set_problems",
]
