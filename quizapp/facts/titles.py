"""The words that tell people from organisations and from everything else; apart because they are lists to add to."""


def word_set(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


def phrase_set(*lines: str) -> frozenset[str]:
    return frozenset(phrase.strip() for phrase in "|".join(lines).split("|"))


# Written before a name, with a capital, and no part of it.
TITLES = word_set(
    "mr mr. mrs mrs. ms ms. miss mx mx. dr dr. doctor prof prof. professor sir dame lord lady baron baroness",
    "count countess duke duchess earl viscount marquess marquis prince princess king queen emperor empress tsar",
    "tsarina czar kaiser sultan shah emir sheikh shaikh sheik caliph pharaoh pope cardinal archbishop bishop",
    "father brother sister mother reverend rev rev. rabbi imam ayatollah mullah hajj haji hajji saint pastor",
    "friar abbot monsignor undersecretary president vice-president premier chancellor governor mayor senator sen",
    "sen. congressman congresswoman representative rep rep. minister secretary ambassador consul commissioner",
    "councillor councilman councilwoman alderman deputy chairman chairwoman chairperson speaker judge justice",
    "sheriff marshal field-marshal general gen gen. colonel col col. lieutenant lt lt. major maj maj. captain",
    "capt capt. commander cmdr cmdr. lieut. comdr. commodore admiral adm adm. brigadier corporal cpl cpl. sergeant",
    "sgt sgt.",
    "private pvt pvt. ensign midshipman constable inspector detective superintendent officer chief ceo cfo coo",
    "cto director coach nurse monsieur madame mme mademoiselle señor señora signor herr frau don doña comrade",
    "aunt uncle grandpa grandma cmdt commandant engineer hon. lieutenant-colonel lieutenant-general major-general",
    "brigadier-general secretary-general attorney-general governor-general spokesman spokeswoman spokesperson",
    "co-founder founder chairman-elect president-elect analyst economist archdeacon canon dean provost principal",
    "rector headmaster warden treasurer astronaut cosmonaut",
)
# Stand before or between title words: "Acting Prime Minister", "Chief Executive Officer".
TITLE_FILLERS = word_set(
    "prime vice deputy acting former first second foreign interior defence defense finance transport health",
    "education home crown grand chief executive senior junior assistant associate lead rear wing squadron flight",
    "lance staff master warrant managing attorney lieutenant right honourable honorable state under permanent",
    "press environment energy trade justice labour labor agriculture information culture research treasury",
    "opposition majority minority house senate lady interim supreme police fire party operating financial",
    "technical technology marketing sales general field high great district county city founding",
)
# A title that is more often the first word of another kind of name when these follow.
NOT_AFTER_TITLE = word_set(
    "motors electric mills assembly dynamics hospital island islands county river street station building bridge",
    "airport square league court office party headquarters election union house palace park bay canal stadium cup",
    "prize law act",
)

# What people are, in lower case: "survey leader Maria Lopez", "Maria Lopez, a marine biologist".
ROLES = TITLES | word_set(
    "chronicler accountant activist actor actress adviser advisor agent aide ambassador analyst anthropologist",
    "archaeologist architect artist assassin astronomer athlete attorney author aviator banker barrister baker",
    "beekeeper billionaire biographer biologist blogger bodyguard boss botanist boxer boy broker builder",
    "businessman businesswoman campaigner candidate caretaker carpenter cartographer celebrity champion chef",
    "chemist chief choreographer citizen clergyman climber coach collector colleague comedian commentator",
    "composer conductor confectioner conservationist consultant contractor convict cook coordinator correspondent",
    "cousin crewman critic curator dancer daughter dealer defender delegate dentist deputy designer detective",
    "developer dictator diplomat director dissident diver doctor donor driver ecologist economist editor",
    "electrician employee engineer entrepreneur envoy executive expert explorer farmer fashion father fiancé",
    "fiancée fighter filmmaker financier firefighter fisherman forecaster forester foreman founder co-founder",
    "friend gardener geneticist geographer geologist geophysicist girl girlfriend boyfriend glaciologist",
    "goalkeeper governor graduate grandfather grandmother grandson granddaughter guard guide head heir historian",
    "host hunter husband hydrologist illustrator industrialist inspector inventor investigator investor janitor",
    "journalist judge juror keeper king lawmaker lawyer leader lecturer librarian lieutenant linguist magistrate",
    "maker man manager mathematician mayor mechanic medic member merchant meteorologist microbiologist midfielder",
    "midwife millionaire miner minister missionary moderator monarch monk mother mountaineer musician nanny",
    "naturalist navigator negotiator neighbour neighbor nephew neurologist niece novelist nun nurse oceanographer",
    "officer official oncologist operator organiser organizer owner painter palaeontologist paleontologist",
    "paramedic parent partner passenger pastor pathologist patient patron pediatrician pensioner philanthropist",
    "philosopher photographer physician physicist pianist pilot pioneer player playwright poet policeman",
    "policewoman politician porter postman predecessor premier president priest prime prince princess prisoner",
    "producer professor programmer prosecutor psychiatrist psychologist publisher pupil queen ranger rapper",
    "referee refugee reporter representative researcher resident residents rider rival ruler runner sailor",
    "saxophonist scholar scientist screenwriter sculptor secretary seismologist senator sergeant shareholder",
    "sheriff shepherd shopkeeper singer skipper sociologist soldier soloist solicitor son songwriter speaker",
    "specialist spokesman spokesperson spokeswoman sprinter statesman statistician stepfather stepmother stepson",
    "striker student successor suffragette superior supervisor surgeon surveyor survivor suspect swimmer tailor",
    "teacher technician teenager tenant theologian therapist trader traveller treasurer trustee tutor tycoon",
    "undersecretary vet veteran veterinarian vicar victim villager violinist virologist volcanologist volunteer",
    "widow widower wife winger winner witness woman women men worker writer youth zoologist chairman chairwoman",
    "chair chancellor commander warden headteacher organist glazier weaver blacksmith printer clockmaker clerk",
    "councillor cyclist cartoonist columnist captain colonel general major admiral emperor empress sultan shah",
    "rebel militant terrorist nobleman opponent counterpart ally supporter rancher steward stewardess assistant",
    "master restorer mediator curate",
    "shipowner spinner signalman smuggler seamstress sexton apprentice bookseller brewer butcher cellist coachman",
    "collier cooper cowboy crofter docker drummer fireman foundling gamekeeper governess grocer hermit innkeeper",
    "jeweller jockey landlord laird mason miller naturalist nurseryman optician organist ploughman poacher",
    "potter preacher quarryman saddler schoolmaster schoolmistress schoolteacher seaman settler silversmith squire",
    "stationmaster stoker stonemason tanner tinsmith trapper treasurer undertaker valet viscount waiter waitress",
    "watchmaker whistleblower wrestler cabinetmaker caterer ceramicist barber campaigner-in-chief coroner",
    "counsellor housewife housekeeper inmate intern lodger mentor newcomer officer-in-charge",
)

# The last word, or the word before "of", of an organisation's name.
ORGANISATION_HEADS = word_set(
    "government ministry university institute institution council committee party army corporation corp corp. inc",
    "inc. incorporated ltd ltd. limited plc llc llp gmbh ag company co co. companies bank agency department dept",
    "dept. union association league court parliament senate congress guards guard navy police airlines airways",
    "airline group club foundation federation commission board bureau authority society trust fund organisation",
    "organization college school academy observatory laboratory laboratories lab labs service services office",
    "administration alliance coalition movement front brigade brigades battalion regiment division corps forces",
    "force command fleet squadron militia consortium partnership partners holdings industries enterprises systems",
    "technologies motors motor electric electronics pharmaceuticals insurance assurance securities capital",
    "investments bancorp records pictures studios entertainment broadcasting television press bulletin times post",
    "tribune herald gazette chronicle guardian telegraph journal observer news cooperative co-operative",
    "constabulary orchestra philharmonic symphony choir quartet ensemble theatre-company rovers wanderers",
    "athletic fc f.c. a.f.c. afc treasury exchange chamber secretariat directorate inspectorate legislature",
    "cabinet tribunal assembly diet knesset duma bundestag cross crescent nations confederation syndicate guild",
    "energy telecom petroleum chemicals foods logistics biotech therapeutics robotics aviation architects branch",
    "forum collective caucus taskforce trustees ferries coaches buses courier examiner argus conservatory",
    "conservancy charity network initiative watch registry",
    "registrar survey hospital clinic",
    "infirmary church diocese archdiocese order seminary railways railway railroad shipyard shipyards shipping",
    "lines line steel brewery breweries stores supermarkets rangers hotspur albion knights intelligence",
    "institutes bloc",
    "republican-guard reserve mint museum gallery library centre center hospitals aeronautics aerospace",
    "metals minerals mining terminals telecommunications communications networks software semiconductors",
    "textiles utilities publishing publications media renewables instruments power",
)
# Of those, what only companies are called after: "Boreal Metals" is "Boreal" later on.
COMPANY_NOUNS = word_set(
    "metals minerals mining terminals telecommunications communications software semiconductors textiles",
    "publishing renewables power foods pharmaceuticals chemicals petroleum airlines airways logistics biotech",
)
# Of those, the ones that are as often places: an organisation only where something else says so.
HEADS_OF_PLACES_TOO = word_set(
    "hospital clinic infirmary church museum gallery library centre center observatory line lines school college",
    "academy theatre front",
)
CORPORATE_SUFFIXES = word_set(
    "corporation corp corp. inc inc. incorporated ltd ltd. limited plc llc llp gmbh ag co co. company group",
    "holdings s.a. n.v. ab oy oyj asa aps kg pty bv nv spa s.p.a.",
)
NORDIC_SUFFIX = ("A", "/", "S")  # as its tokens stand
# Open the name of an organisation: "Bank of England", "Ministry of Defence", "United Nations".
HEADS_BEFORE_OF = word_set(
    "ministry university institute bank council department board bureau house court school college academy church",
    "society association league union federation confederation organisation organization commission committee",
    "office chamber army party secretariat journal faculty guild company fund alliance order friends conference",
    "assembly museum library gallery centre center corps royal-society authority agency administration parliament",
    "senate congress dominion foundation directorate institutes centres centers",
)
# Lower-case nouns that say what kind of body a name is: "the airline Garuda", "Airbus, the plane maker".
BODIES = word_set(
    "agency airline airlines alliance army association authority bank body brand broadcaster bureau business",
    "carmaker automaker carrier chain charity club coalition college commission committee company competitor",
    "conglomerate consortium contractor corporation council department developer distributor faction federation",
    "firm foundation giant group insurer institute institution laboratory league lender maker manufacturer",
    "militia ministry movement network newspaper magazine operator organisation organization paper parent party",
    "planemaker producer publisher regulator retailer school shipbuilder society startup start-up station",
    "subsidiary supermarket supplier team thinktank think-tank tribe union university utility watchdog website",
    "channel planemakers rival rivals unit arm",
)
# Belong to a body, seldom to a person: "Boeing's shares", "Airbus spokesman", "shares in Apple".
BELONGINGS = word_set(
    "shares share stock shareholders employees workers staff ceo cfo headquarters spokesman spokeswoman",
    "spokesperson chairman subsidiary factory factories plant plants profits profit revenue revenues sales board",
    "executives customers members officials chief executive investors bankruptcy dealers offices website",
    "journalist reporter correspondent fighters militants troops",
)

# Names that end so, or that begin so with "of", are of no kind that is asked about.
OTHER_HEADS = word_set(
    "war wars prize prizes award awards medal cup treaty accord accords agreement convention act bill law",
    "constitution declaration revolution battle siege crisis olympics games festival championship championships",
    "tournament marathon day week month year expedition project operation mission programme program plan report",
    "study index average edition edict covenant pact protocol rebellion uprising massacre famine plague",
    "earthquake hurricane cyclone typhoon storm tsunami eclipse age era renaissance reformation enlightenment",
    "depression holocaust conference summit trophy derby final finals open grand-prix prix rally dynasty",
    "empire-day symphony-no sonata concerto telescope rover probe orbiter lander spacecraft shuttle satellite",
    "rocket missile aircraft jet helicopter airliner ship class theorem principle effect syndrome disease scale",
    "virus formula gospel bible quran koran torah talmud psalms testament dreamliner ipod iphone macbook galaxy",
    "windows android software christmas easter ramadan diwali hanukkah passover scholarship code doctrine theory",
    "paradox equation line-up series season semester election elections referendum cathedral-day fellowship",
    "baccalaureate degree diploma certificate language english collection papers manuscripts scrolls codex",
    "tapestry stone",
)
INDICES = phrase_set(
    "standard & poor|dow|dow jones|nasdaq|nikkei|ftse|dax|cac|hang seng|s&p|s & p|sensex|merval|bovespa",
)
SHIP_PREFIXES = word_set(
    "hms h.m.s. uss u.s.s. rms r.m.s. ss s.s. mv m.v. hmas hmcs ins rv r.v. rrs mt m.t. fv f.v. sv s.v. usns",
)
# "the ship Endurance", "the trawler Gaul": what follows is no person and no organisation.
THINGS_NAMED = word_set(
    "sealer ship vessel trawler schooner barque brig frigate destroyer submarine steamer steamship yacht tanker",
    "ferry tug barge boat liner galleon corvette carrier icebreaker lifeboat whaler spacecraft probe satellite",
    "rover rocket telescope shuttle capsule horse dog cat pony camel novel book film movie song album opera play",
    "poem painting series show game magazine-title programme hurricane typhoon cyclone storm asteroid comet",
    "planet moon star goddess god volcano locomotive engine bomb aircraft plane airliner jet helicopter bomber",
    "fighter-jet operation codenamed code-named nicknamed dubbed drug vaccine software model",
)
NOT_PEOPLE = phrase_set(
    "mercury|venus|earth|mars|jupiter|saturn|uranus|neptune|pluto|sun|moon|god|allah|christ|bible|quran|internet",
    "web|christmas|easter|halloween|ramadan|islam|christianity|buddhism|hinduism|judaism|catholic|protestant",
    "muslim|muslims|christian|christians|jew|jews|catholics|protestants|sunni|shia|nazi|nazis|soviet|soviets",
    "viking|vikings|roman|romans|republican|republicans|democrat|democrats|conservative|conservatives|liberal",
    "liberals|communist|communists|islamist|islamists|latin|arabic|arctic|antarctic|victorian|tudor|renaissance",
    "bronze age|iron age|ice age|middle ages|cold war|internet explorer|north|south|east|west|northern|southern",
    "eastern|western|central|english|i|ok|tv|dna|rna|pdf|ceo|gdp|gps|aids|hiv|covid|covid-19|vip|id|ad|bc|bce|ce",
    "am|pm|gmt|utc|bst|cet|est|pst|edt|pdt|usd|gbp|eur|ipo|it|ai|pr|faq|diy|phd|mp|mps|mep|meps|pc|pcs|cd|dvd|usb",
    "lcd|led|suv|suvs|rpm|mph|kph|sos|ufo|vat|laser|radar|sonar|ba|ma|bsc|msc|mba|jr|sr|no|xi|ii|iii|iv|vi|vii",
    "crown|indies|mac|mac os|mac os x|macintosh|viii|ix|xii|xiv|xv|xvi|emails|co2|uv|ct|mri|pcr|ng|sms|wifi|ups",
)
# Countries and places that are written as abbreviations.
PLACE_ABBREVIATIONS = phrase_set(
    "us|u.s.|usa|u.s.a.|uk|u.k.|uae|u.a.e.|ussr|u.s.s.r.|gdr|drc|prc|la|l.a.|ny|n.y.|dc|d.c.|nyc|ksa|png",
)

# Letters after a person's name.
POSTNOMINALS = word_set(
    "qc kc sc mp msp mep obe cbe mbe kbe dbe om frs phd ph.d. md m.d. esq esq. frse rn usn jp mc vc"
)
# What goes on either side of "and" within one name: "Food and Drug Administration".
SUBJECTS = word_set(
    "aeronautics atmospheric oceanic",
    "competition rescue agriculture arts affairs art business children commerce communities communications",
    "conservation crafts culture customs cyclones defence defense design development disasters disease drug drugs",
    "economics education electricity employment energy engineering environment equality exchange exports families",
    "family finance fire fisheries food forestry forests gas geology health heritage history hospitals housing",
    "human humanities immigration imports industry information innovation insurance interior investment justice",
    "labor labour lands law letters libraries marine media medicine metals migration mines minerals mining",
    "monuments museums natural nature oceanic oceans oil parks petroleum planning ports post power prevention",
    "products public railways recreation refugees rehabilitation research resources revenue rights roads rural",
    "safety science sciences securities security services skills social space sport sports standards statistics",
    "steel surveys tariffs taxes technology telecommunications textiles tourism trade training transport",
    "transportation treasury tropical urban veterans waste water waterways welfare wildlife women work works",
    "youth atmospheric country markets",
)
FIRST_HEADS = word_set(
    "compagnie société societe banque deutsche istituto instituto fondation office-national radio rádio fc banco grupo",
    "naviera compañía empresa minera aerolíneas ferrocarriles petróleos companhia",
    "universidad université atlético sporting deportivo borussia olympique dynamo",
)
# Newspapers by name only where the text has them tell: "told the Sun", "the Sun reported".
TELLING_NEWSPAPERS = word_set("told reported said wrote claimed says published editor readers newspaper reporter by")
# What teams are called after a comma: "Mérida, champions of 2009,".
TEAMS = word_set("champions runners-up finalists semi-finalists semifinalists cup-holders titleholders")
BEFORE_MONTHS = word_set(
    "in of by since until last next this that early late mid from to",
)
HOLDERS = word_set(
    "secretary chief minister commissioner undersecretary chancellor director",
)
SPORT = word_set(
    "beat defeated thrashed edged outplayed",
)
OFFICES_OF_BODIES = word_set(
    "publisher editor chairman chairwoman spokesman spokeswoman spokesperson executive employee employees",
)
PARTICLES = word_set(
    "al el ul ud ad as de da del della delle di du des dos das do la le las los van von der den ten ter zu zur af",
    "av bin ibn bint ben abu abd y e san st st. mac o d’ d'",
)
EPITHETS = word_set(
    "great conqueror terrible elder younger confessor lionheart bold wise fat magnificent navigator baptist",
    "apostle red",
)
CALENDAR = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august",
    "september october november december jan feb mar apr jun jul aug sept sep oct nov dec spring summer autumn",
    "winter",
)
# These begin sentences far more often than names.
FUNCTION_WORDS = word_set(
    "the a an this that these those it its he she they we you i his her their our my your who what when where why",
    "how which if but and or nor so yet in on at by for from to of with without under over after before since",
    "until during between among into onto about against through as while although though because unless whether",
    "not no yes all some any many much more most few each every both either neither other another such only even",
    "just also then now here there again once however meanwhile moreover nevertheless still thus therefore",
    "instead is are was were be been has have had do does did can could will would shall should may might must",
    "let one two three four five six seven eight nine ten eleven twelve dozens hundreds thousands earlier later",
    "last next today yesterday tomorrow tonight there's per despite according asked like unlike near nearly",
    "almost up down out off inside outside around along across behind beyond within",
)
SURNAMES_LIKE_TITLES = word_set(
    "king major baron pope bishop dean earl duke judge marshal abbot prince fire house great staff high young",
)
CORPORATE_AFTER_COMMA = word_set(
    "inc inc. ltd ltd. limited incorporated llc jr jr. sr sr. plc l.p.",
)
OFFICES = word_set(
    "state staff defense defence commerce labor agriculture transportation education energy",
)
HUMAN = word_set(
    "bear die marry resign recall study graduate paint compose smile laugh admit swim climb arrest sentence jail",
    "convict assassinate murder crown knight bury walk drown paddle retire inherit dedicate sing dream wake wear",
    "sleep eat teach befriend divorce wed baptise educate imprison execute behead exile sculpt abdicate reign",
    "apologise apologize lecture",
)
SAYING = word_set(
    "say tell state signal confirm report announce claim insist warn add reveal explain argue",
    "describe acknowledge",
    "recount write note estimate promise predict declare recall admit believe think suggest stress concede",
    "complain assert maintain remark reply testify observe disclose comment vow pledge conclude indicate",
    "emphasise emphasize allege contend hint joke mention outline urge telegraph cable assure inform",
    "notify caution speculate reiterate clarify respond attest boast counter retort advise grumble lament point",
)
