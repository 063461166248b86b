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
