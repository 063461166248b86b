"""What is asked: questions, their scoring, and their documents and files."""

from quizapp.questions.amounts import read_number
from quizapp.questions.codec import from_document, to_document
from quizapp.questions.evidence import UNPLACED, place_quotes, placed
from quizapp.questions.fields import FieldProblem
from quizapp.questions.framing import framed, is_framed, names_title, titled_frame, topical_frame, without_frame
from quizapp.questions.identity import question_id
from quizapp.questions.question import Difficulty, Interaction, MapTarget, Option, Question, Side, Status, Topic
from quizapp.questions.score import kilometres_between, score
from quizapp.questions.sets import QuestionSet, dump_set, load_set
from quizapp.questions.spelling import matches, normalise, within_one_edit

__all__ = [
    "UNPLACED",
    "Difficulty",
    "FieldProblem",
    "Interaction",
    "MapTarget",
    "Option",
    "Question",
    "QuestionSet",
    "Side",
    "Status",
    "Topic",
    "dump_set",
    "framed",
    "from_document",
    "is_framed",
    "kilometres_between",
    "load_set",
    "matches",
    "names_title",
    "normalise",
    "place_quotes",
    "placed",
    "question_id",
    "read_number",
    "score",
    "titled_frame",
    "to_document",
    "topical_frame",
    "within_one_edit",
    "without_frame",
]
