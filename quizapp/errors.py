"""The refusals that a person can act on; everything else that goes wrong is a bug."""


class Rejected(Exception):
    """What was given breaks one or more rules; ``problems`` says all of them at once, each as what to do."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class NotFound(Exception):
    """There is no such thing, or not for this person: the two look the same from outside."""


class Forbidden(Exception):
    """This person may not do that; ``reason`` says why, in one sentence."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Conflict(Exception):
    """Something else happened in the meantime; ``reason`` says what to do."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
