"""Nouns for kinds of things: ships, firms, towns, people, times; apart because several readers of a story need them."""

# Whatever adjective they bear, these stand for somebody or something named before.
SHIPS = frozenset(
    """
    ship vessel ferry boat steamer steamship liner freighter tanker yacht trawler submarine schooner barque brig frigate
    """.split()
)
FIRMS = frozenset(
    "company firm carmaker maker giant manufacturer retailer airline bank newspaper magazine agency operator".split()
)
TEAMS = frozenset("team side club group band crew".split())
SETTLEMENTS = frozenset("town city village".split())
LANDS = frozenset("country nation state region island".split())
PEOPLE = frozenset(
    """
    officer official officials commander man woman boy girl leader player striker coach artist singer actor author
    writer scientist researcher professor doctor journalist reporter lawyer judge spokesman spokeswoman
    """.split()
)
THINGS = frozenset("base building site device product system model version".split())
KINDS = (SHIPS, FIRMS, TEAMS, SETTLEMENTS, LANDS)
GENERIC = PEOPLE | THINGS | frozenset().union(*KINDS)
# A time that the story passes through: which one, only the sentence before it tells.
TIMES = frozenset(
    """
    moment minute hour day morning afternoon evening night week weekend month season spring summer autumn fall winter
    year decade century time period date end beginning start monday tuesday wednesday thursday friday saturday
    sunday january february march april may june july august september october november december
    """.split()
)
# The only ones of their kind, or of the kind that everyone shares.
UNIQUE = frozenset(
    """
    world sun moon earth sky internet public vote ground air surface ocean police press media poor rich equator
    universe web environment atmosphere age elderly north south east west past rain snow shade dark cold heat fog
    mud
    """.split()
)
# Point at what was said, not at a thing of the story.
ABSTRACT = frozenset(
    """
    idea issue question problem reason result situation case matter move decision fact way thing latter former point
    number amount figure rate level total part sort kind type change difference increase decrease effect comment
    statement remark claim news latest others rest remainder same work
    parts announcement appointment drop rise offer deal plan
    outcome finding conclusion response answer reply pair duo trio change prediction evidence
    """.split()
)


def is_abstract(word: str) -> bool:
    """Whether a noun, one or many, points at what was said ("the result", "the findings")."""
    return word in ABSTRACT or word.removesuffix("s") in ABSTRACT
