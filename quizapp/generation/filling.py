"""A clause while it is put in full: what stands in the place of its tokens so far, and what proves it."""

from dataclasses import dataclass, field

from spacy.tokens import Token

from quizapp.facts import Fact
from quizapp.generation.clauses import Clause
from quizapp.generation.surroundings import Surroundings
from quizapp.language import Sentence


@dataclass(slots=True)
class Filling:
    """The clause with its facts, and what is decided about its tokens; grows while the clause is read once."""

    clause: Clause
    surroundings: Surroundings
    facts: list[Fact]
    replaced: dict[int, str] = field(default_factory=dict)
    proof: list[Sentence] = field(default_factory=list)
    is_framed: bool = False
    kept: frozenset[int] = field(init=False)

    def __post_init__(self) -> None:
        self.kept = frozenset(token.i for token in self.clause.tokens)

    def offset(self, token: Token) -> int:
        return self.clause.sentence.offset(token)

    def lean_on_story(self) -> bool:
        """Let the stem say which story it is about; False where the story has no title to say it by."""
        self.is_framed = True
        return bool(self.surroundings.frame)
