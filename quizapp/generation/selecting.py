"""Which drafts make the set: topics and forms in balance, no fact asked to death, no question answering another."""

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from quizapp.generation.drafting import LETTERS
from quizapp.questions import Question, normalise, without_frame

# Of a set, no more than this share may be of one form that can be guessed or that only restates.
FORM_SHARE = {"true-false": 0.32, "cloze": 0.4}
# Of one fact and of one sentence: first sparingly, then, where the set is still short, once more.
ORDERED_TOPICS = {"dates", "figures"}
MOST_PER_FACT = (2, 3)
MOST_PER_SENTENCE = (4, 6)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A draft that may enter the set; ``place`` is where its sentence begins, ``roots`` its facts' first mentions."""

    question: Question
    place: int
    weight: float
    roots: tuple[str, ...]


def select(candidates: list[Candidate], target: int) -> list[Question]:
    """At most ``target`` questions, the weightiest of each topic in turn, ranked by salience from 1."""
    chosen: list[Candidate] = []
    waiting = sorted(candidates, key=lambda one: (-one.weight, one.question.id))
    tally = _Tally(target)
    for tally.facts_limit, tally.sentences_limit in zip(MOST_PER_FACT, MOST_PER_SENTENCE, strict=True):
        queues: dict[str, deque[Candidate]] = {}
        for one in waiting:
            queues.setdefault(one.question.topic, deque()).append(one)
        waiting = []
        while len(chosen) < target and (candidate := _next(queues, tally, waiting)) is not None:
            chosen.append(candidate)
            tally.add(candidate)
        waiting.extend(left for queue in queues.values() for left in queue)
        waiting.sort(key=lambda one: (-one.weight, one.question.id))
    questions = [replace(one.question, salience=rank) for rank, one in enumerate(chosen, start=1)]
    return with_enemies(spread_keys(questions), {one.question.id: one for one in chosen})


class _Tally:
    """What the set holds so far; counts only grow."""

    def __init__(self, target: int) -> None:
        self.target = target
        self.facts_limit, self.sentences_limit = MOST_PER_FACT[0], MOST_PER_SENTENCE[0]
        self.topics: Counter[str] = Counter()
        self.forms: Counter[str] = Counter()
        self.facts: Counter[str] = Counter()
        self.sentences: Counter[int] = Counter()
        self.stems: set[str] = set()
        self.truths: Counter[bool] = Counter()
        self.restated: set[tuple[str, str]] = set()

    def admits(self, candidate: Candidate) -> bool:
        question = candidate.question
        share = FORM_SHARE.get(question.form)
        if share is not None and self.forms[question.form] >= share * self.target:
            return False
        if question.topic != "sequence" and any(self.facts[fact] >= self.facts_limit for fact in candidate.roots):
            return False
        if question.topic != "sequence" and self.sentences[candidate.place] >= self.sentences_limit:
            return False
        if not self.balances(candidate):
            return False
        if question.form in FORM_SHARE and any((fact, question.form) in self.restated for fact in candidate.roots):
            return False
        return _stem_key(question) not in self.stems

    def balances(self, candidate: Candidate) -> bool:
        """Whether a true or a false statement is called for; any other question is."""
        question = candidate.question
        truth = _is_true(question)
        return question.form != "true-false" or self.truths[truth] <= self.truths[not truth]

    def add(self, candidate: Candidate) -> None:
        question = candidate.question
        self.topics[question.topic] += 1
        self.forms[question.form] += 1
        self.restated.update((fact, question.form) for fact in candidate.roots)
        self.stems.add(_stem_key(question))
        if question.topic != "sequence":
            self.facts.update(candidate.roots)
            self.sentences[candidate.place] += 1
        if question.form == "true-false":
            self.truths[_is_true(question)] += 1


def _is_true(question: Question) -> bool:
    return question.key is not None and question.key.text == "True"


def _stem_key(question: Question) -> str:
    if question.interaction in {"ordering", "matching"}:
        return " ".join(sorted(question.facts))
    return f"{question.form} {normalise(without_frame(question.stem))}"


def _next(queues: dict[str, deque[Candidate]], tally: _Tally, refused: list[Candidate]) -> Candidate | None:
    """The weightiest candidate of the topic that has the fewest questions yet; what is refused leaves its queue."""
    for topic in sorted(queues, key=lambda one: (tally.topics[one], one)):
        queue = queues[topic]
        postponed: list[Candidate] = []
        found = None
        while queue and found is None:
            candidate = queue.popleft()
            if tally.admits(candidate):
                found = candidate
            elif tally.balances(candidate):
                refused.append(candidate)
            else:
                postponed.append(candidate)  # its turn comes when the truths are even again
        queue.extendleft(reversed(postponed))
        if found is not None:
            return found
    return None


def spread_keys(questions: Iterable[Question]) -> list[Question]:
    """The questions with their keys spread over the letters; names, which have no order, make up for numbers."""
    listed = list(questions)
    placed = Counter(place for one in listed if (place := _key_place(one)) is not None and one.topic in ORDERED_TOPICS)
    spread = []
    for question in listed:
        place = _key_place(question)
        if place is not None and question.topic not in ORDERED_TOPICS:
            count = len(question.options)
            wanted = min(range(count), key=lambda at: (placed[at], (at - place) % count))
            placed[wanted] += 1
            question = _with_key_at(question, wanted)
        spread.append(question)
    return spread


def _key_place(question: Question) -> int | None:
    if question.interaction not in {"choice", "map"} or question.key is None:
        return None
    return question.options.index(question.key)


def _with_key_at(question: Question, place: int) -> Question:
    key = question.options[_key_place(question) or 0]
    others = [option for option in question.options if option is not key]
    ordered = [*others[:place], key, *others[place:]]
    lettered = tuple(replace(option, id=letter) for option, letter in zip(ordered, LETTERS, strict=False))
    target = replace(question.place, option=lettered[place].id) if question.place else None
    return replace(question, options=lettered, place=target)


def with_enemies(questions: Iterable[Question], drawn: dict[str, Candidate]) -> list[Question]:
    """The questions with those named that must not share an attempt: one's stem tells the other's answer."""
    listed = list(questions)
    enemies: dict[str, set[str]] = {one.id: set() for one in listed}
    for group in _sharing(listed, drawn):
        for identity in group:
            enemies[identity] |= group - {identity}
    stems = {one.id: f" {normalise(_shown(one))} " for one in listed}
    by_word: dict[str, set[str]] = {}
    for identity, stem in stems.items():
        for word in stem.split():
            by_word.setdefault(word, set()).add(identity)
    for one in listed:
        for key in (normalise(text) for text in _keys(one)):
            for other in by_word.get(key.split()[0], ()) if len(key) > 3 else ():
                if other != one.id and f" {key} " in stems[other]:
                    enemies[one.id].add(other)
                    enemies[other].add(one.id)
    return [replace(one, enemies=tuple(sorted(enemies[one.id]))) for one in listed]


def _sharing(questions: list[Question], drawn: dict[str, Candidate]) -> Iterator[set[str]]:
    """Those that ask about one fact, and those made of one sentence."""
    groups: dict[object, set[str]] = {}
    for question in questions:
        for root in drawn[question.id].roots:
            groups.setdefault(root, set()).add(question.id)
        if question.topic != "sequence":
            groups.setdefault(drawn[question.id].place, set()).add(question.id)
    yield from groups.values()


def _shown(question: Question) -> str:
    if question.interaction in {"ordering", "matching"}:
        return " ".join([question.stem, *(option.text for option in question.options)])
    return question.stem


def _keys(question: Question) -> list[str]:
    if question.interaction in {"choice", "map"} and question.key:
        return [question.key.text]
    return list(question.accepted)
