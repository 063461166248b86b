"""Names for questions that follow from what they ask, so that the same question made twice is one question."""

import hashlib
import json

from quizapp.questions.question import Question


def question_id(question: Question) -> str:
    """Ten hexadecimal digits of the interaction, the stem and the answer; distractors and feedback leave it alone."""
    content = [question.interaction, question.stem, _answers(question)]
    return hashlib.sha256(json.dumps(content, ensure_ascii=True).encode("ascii")).hexdigest()[:10]


def _answers(question: Question) -> list[str]:
    texts = {option.id: option.text for option in question.options}
    match question.interaction:
        case "choice" | "true_false" | "map":
            return [question.key.text] if question.key else []
        case "numeric":
            return [
                ""
                if question.value is None
                else f"{question.value:g}"
                if question.value % 1
                else str(int(question.value))
            ]
        case "text" | "cloze":
            # Only the first: a spelling that a reviewer adds does not make another question.
            return list(question.accepted[:1])
        case "ordering":
            return [texts.get(option, option) for option in question.order]
        case "matching":
            return sorted(f"{texts.get(left, left)}\n{texts.get(right, right)}" for left, right in question.pairs)
