"""The words that speech is told by: verbs of saying, who can speak, and who is "he" or "she"."""


def _words(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


QUOTING_ONLY = _words(
    "speak ask shout cry continue call joke quip exclaim whisper wonder warn muse tweet snap read shrug",
)
# Claims with a noun for an object: "drivers reported an eight-hour wait".
CLAIMING = _words(
    "report announce confirm claim estimate describe reveal predict allege promise",
)
UNREAL = _words(
    "would could might may should can must will n't not never if to",
)
MALE = _words(
    "mr mr. sir lord king prince duke earl baron count emperor tsar pope father brother monsieur señor herr don",
    "spokesman chairman businessman husband son uncle boy man grandfather nephew widower policeman fisherman",
    "congressman statesman salesman",
)
FEMALE = _words(
    "mrs mrs. ms ms. miss dame lady queen princess duchess countess baroness empress mother sister madame",
    "mademoiselle señora doña spokeswoman chairwoman businesswoman wife daughter aunt girl woman grandmother",
    "niece widow actress policewoman congresswoman nun",
)
SPEAKING = _words(
    "report statement study letter document paper diary inquiry court government police survey source authority",
    "expert local critic family people crew staff jury panel chronicle leaflet email message notice side one",
    "board office embassy consulate bureau branch club hospital school inspectorate regulator prosecutor hospital",
    "mission observer monitor eyewitness pundit",
    "delegation parliament assembly cabinet tribunal registry observatory opponent objector supporter striker rebel",
)
