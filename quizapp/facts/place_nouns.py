"""The words that make a name a place ("border crossing", "Mount") and what class they make it; lists to add to."""

from itertools import product

from quizapp.facts.fact import PlaceClass


def _classes(**words: str) -> dict[str, PlaceClass]:
    classes: dict[str, PlaceClass] = {}
    for place_class, listed in words.items():
        for word in listed.split():
            classes[word] = place_class  # type: ignore[assignment]  # the keywords below are place classes
    return classes


# The last word of a name, in lower case here; most only count with a capital ("Hyde Park").
NOUNS: dict[str, PlaceClass] = _classes(
    region="province county governorate prefecture oblast voivodeship canton state region territory territories"
    " emirate island islands isle isles peninsula archipelago highlands lowlands atoll krai plain plains",
    city="city town village township hamlet settlement",
    district="district quarter suburb neighbourhood neighborhood borough ward parish municipality commune",
    airport="airport airfield aerodrome airstrip",
    base="base garrison barracks",
    crossing="crossing checkpoint",
    building="shrine cathedral church chapel mosque temple synagogue monastery abbey convent priory basilica museum"
    " palace castle fort fortress citadel hall tower stadium arena hospital station terminal library lighthouse"
    " mausoleum prison jail zoo opera theatre theater gallery mansion hotel observatory mill dam"
    " pagoda minster velodrome pavilion",
    water="river lake strait straits sea ocean bay gulf channel canal sound fjord fiord lagoon reservoir creek"
    " harbour harbor falls loch estuary stream cove inlet waterfall rapids spring springs",
    street="street road avenue boulevard square lane highway motorway freeway plaza alley bypass roundabout crescent",
    other="shoal sandbank tunnel bridge viaduct port glacier mountain mountains mount hill hills peak cape valley"
    " plateau escarpment park pass"
    " desert canyon crater gorge volcano ridge range heights cave caves forest woods reef shelf quarry mine delta"
    " basin oasis garden gardens pier dock docks wharf camp cemetery memorial monument zoo rainforest steppe dunes"
    " beach cliff cliffs coast point lock locks weir ice-shelf field racecourse",
)
# What else the last word may be called when the word before it says so: "research station" is no railway station.
COMPOUNDS: dict[tuple[str, str], PlaceClass] = {
    ("research", "station"): "base",
    ("space", "station"): "other",
    ("space", "centre"): "building",
    ("space", "center"): "building",
    ("air", "station"): "base",
    ("air", "field"): "airport",
    ("border", "post"): "crossing",
    ("border", "gate"): "crossing",
    ("crossing", "point"): "crossing",
    ("refugee", "camp"): "other",
    ("naval", "yard"): "base",
    ("ice", "shelf"): "other",
    ("power", "station"): "building",
    ("power", "plant"): "building",
    ("oil", "field"): "other",
    ("shopping", "centre"): "building",
    ("shopping", "center"): "building",
    ("housing", "estate"): "district",
    ("launch", "site"): "base",
    ("nature", "reserve"): "other",
    **dict.fromkeys(
        product(
            ("sciences", "science", "medical", "health", "arts", "sports", "conference", "convention", "visitor"),
            ("centre", "center"),
        ),
        "building",
    ),
    ("game", "reserve"): "other",
}
# Written small they still make a name of the capitalised words before them: "Mazzeh district".
SMALL_NOUNS = frozenset(
    "province county governorate prefecture oblast voivodeship canton island islands peninsula archipelago district"
    " quarter neighbourhood neighborhood suburb borough airport airfield base crossing checkpoint shrine"
    " cathedral mosque temple monastery palace castle fortress citadel stadium river lake strait bay gulf fjord lagoon"
    " reservoir harbour harbor dam tunnel bridge glacier mountain mountains valley plateau escarpment desert volcano"
    " forest cemetery municipality"
    " lighthouse prison barracks reef shoal sandbank lock weir pier".split()
)
# Small, after a known place, these make a new place ("Aleppo province"); others only tell where something is.
NOUNS_AFTER_KNOWN = frozenset(
    "province county governorate prefecture oblast voivodeship canton airport river lake island islands peninsula"
    " region harbour harbor bay gulf strait port base".split()
)
# Small words that may stand between a name and its small noun: "Jdeidet Yabus border crossing".
BETWEEN = frozenset(
    "border air naval military army research railway train metro bus tube underground international refugee national"
    " nuclear power nature space ski force road rail suspension mountain".split()
)
# Words that open a name: "Mount Erebus", "Fort William".
OPENERS: dict[str, PlaceClass] = _classes(
    other="mount mt mt. cape monte mont jebel jabal tell camp dome cerro sierra volcán nevado",
    water="lake river loch wadi río lago laguna",
    building="fort palais palazzo palacio château chateau castello schloss villa hôtel",
    street="rue rua avenida calle plaza piazza praça largo terreiro",
    base="cfb raf rnas afb",
    city="port",
)
# Called after an owner: "Miller's Wharf".
OWNED_PLACES = frozenset(
    "wharf dock pier lane street bridge lock creek cove point hill bay harbour harbor cave".split()
)
FOREIGN_BUILDINGS = frozenset("palais palazzo palacio château chateau castello schloss hôtel".split())
# The same with "of": "Strait of Hormuz", "Isle of Man".
OPENERS_OF: dict[str, PlaceClass] = _classes(
    water="strait straits gulf bay sea sound lake",
    region="isle island province state territory county duchy principality canton margraviate bishopric electorate",
    country="kingdom republic sultanate emirate",
    building="palace tower cathedral church temple basilica",
    other="cape mount valley port",
)
# "the village of Kirka": the noun is no part of the name, but tells its class.
KINDS_OF_PLACE: dict[str, PlaceClass] = _classes(
    building="castle fortress citadel monastery abbey",
    city="city cities town towns village villages capital hamlet settlement port seaport resort township",
    region="province provinces region regions state states county governorate island islands territory",
    district="district districts suburb suburbs neighbourhood neighborhood quarter borough municipality area",
    country="country countries kingdom nation republic",
)
DIRECTIONS = frozenset(
    "north south east west northern southern eastern western central northeast northwest southeast southwest"
    " north-east north-west south-east south-west north-eastern north-western south-eastern south-western northeastern"
    " northwestern southeastern southwestern greater upper lower inner outer downtown old mainland modern rural coastal"
    " mid occupied ancient medieval colonial imperial".split()
)
# Only a place follows these, or nearly.
PLACE_PREPOSITIONS = frozenset("in near outside around across toward towards into throughout off inside at".split())
LOOSE_PREPOSITIONS = frozenset("from to via between through over beyond".split())
NEARNESS = frozenset("near outside".split())
# What is left, reached or taken by the name after it is nearly always a place, where no list calls it a person.
PLACE_VERBS = frozenset(
    "leave left leaving leaves reach reached reaching reaches enter entered entering occupied besieged evacuated"
    " bombarded captured recaptured shelled liberated abandoned governed ruled".split()
)
# "towns such as Kirka and Salby", "the islands of Kirka, Salby and Moen".
KINDS_LISTED: dict[str, PlaceClass] = _classes(
    city="cities towns villages hamlets settlements ports seaports resorts",
    region="provinces regions counties islands territories cantons",
    district="districts suburbs neighbourhoods neighborhoods boroughs municipalities parishes",
    water="rivers lakes",
    country="countries nations republics",
    other="mountains volcanoes peaks",
)
# "the A7 highway": a road by its letter and number.
ROADS = frozenset("highway motorway freeway expressway road autoroute autobahn trunk".split())
# Written small before a name: "the river Kirka".
CLASSES_BEFORE: dict[str, PlaceClass] = _classes(water="river lake stream", city="village town city", region="island")
# "the right bank of the Kirka": of a water.
SHORES = frozenset("bank banks mouth shore shores estuary source headwaters tributary".split())
# "Franco-Russian": two peoples.
COMBINING_PEOPLES = frozenset("franco anglo sino russo indo afro greco austro euro luso hispano italo turco".split())
