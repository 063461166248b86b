"""Facts to draft questions: stems, distractors, and a balanced set."""

from quizapp.generation.generate import Draft, generate_questions

__all__ = ["Draft", "generate_questions"]
