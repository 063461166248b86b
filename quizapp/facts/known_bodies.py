"""Bodies known by their name alone; apart from the words that tell a body because they are lists of names."""

from quizapp.facts.titles import phrase_set, word_set

KNOWN_ORGANISATIONS = phrase_set(
    "afp|reuters|associated press|agence france-presse|bbc|cnn|nasa|esa|nato|unesco|unicef|interpol|europol|opec",
    "fifa|uefa|greenpeace|oxfam|hezbollah|hizbollah|hamas|al-qaeda|al qaeda|al-qaida|al qaida|taliban",
    "islamic state|boko haram|al-shabaab|farc|eta|isis|isil|fatah|houthis|mossad|kgb|airbus|boeing|google",
    "microsoft|apple|amazon|facebook|twitter|intel|ibm|sony|toyota|honda|nissan|volkswagen|bmw|fiat|chrysler|ford",
    "siemens|nokia|samsung|nintendo|lufthansa|ryanair|easyjet|qantas|aer lingus|air france|rolls-royce",
    "lockheed martin|northrop grumman|goldman sachs|morgan stanley|lehman brothers|merrill lynch|citigroup",
    "jpmorgan chase|barclays|hsbc|ubs|exxon|exxonmobil|shell|bp|gazprom|walmart|tesco|nestlé|unilever|pfizer",
    "astrazeneca|moderna|novartis|bayer|roche|spacex|wikipedia|wikimedia|wikinews|xinhua|tass|interfax|al jazeera",
    "forbes|chevron|wal-mart|berkshire hathaway|halliburton|nyse|red cross|red crescent|amnesty international",
    "human rights watch|médecins sans frontières|doctors without borders|kremlin|white house|pentagon",
    "european union|united nations|african union|arab league|world bank|supreme court|wall street journal",
    "new york times|washington post|financial times|the guardian|the times|le monde|der spiegel|bloomberg",
    "royal navy|royal society|red army|wehrmacht|luftwaffe|gestapo|politburo|bundestag|knesset|duma|vatican",
    "house of commons|house of lords|disney|coastguard|scotland yard|fbi|cia|manchester united|real madrid|barcelona",
    "liverpool",
    "arsenal|chelsea|juventus|bayern munich|revolutionary guards|general motors|mercedes-benz|opel|vauxhall|renault",
    "peugeot|hyundai|general electric|cisco|motorola|ericsson|vodafone|verizon|starbucks|coca-cola|ikea|netflix",
    "youtube|huawei|alibaba|adidas|heineken|danone|maersk|eurostar|bloomsbury|penguin books|mcdonnell douglas",
    "rolls royce",
)
# A single everyday word: the name of a body only where the text treats it so.
EVERYDAY_BODIES = word_set(
    "apple shell ford amazon barcelona liverpool arsenal chelsea intel eta isis sony vatican kremlin pentagon",
)
WHOLE_BODIES = word_set(
    "admiralty coastguard congress senate parliament treasury knesset duma bundestag kremlin pentagon interpol",
    "politburo bundesbank",
    "reichstag",
)
# Companies named with a possessive: "at Sotheby's".
SHOPS = word_set(
    "sotheby christie mcdonald lloyd macy kellogg wendy sainsbury harrod bonham domino moody denny cadbury"
)
# Newspapers that a name of one word may be after "the": "told the Herald".
NEWSPAPERS = word_set(
    "times herald guardian gazette tribune chronicle telegraph observer mirror independent standard mercury courier"
    " examiner scotsman argus post mail sun globe journal sentinel echo star inquirer dispatch",
)
# After a sentence's "The" these are as often things.
EVERYDAY_NEWSPAPERS = word_set("sun star post mirror globe mail echo standard mercury independent journal dispatch")
