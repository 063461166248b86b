"""The refusals that a person can act on; everything else that goes wrong is a bug."""


class Rejected(Exception):
    """What was given breaks one or more rules; ``problems`` says all of them at once, each as what to do."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems
