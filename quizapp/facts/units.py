"""Units and currencies as English writes them; apart because they are tables."""

import re
from functools import cache

# fmt: off
_WORDS = {
    "kilometre": "kilometre kilometer", "metre": "metre meter", "centimetre": "centimetre centimeter",
    "millimetre": "millimetre millimeter", "micrometre": "micrometre micrometer micron",
    "nanometre": "nanometre nanometer",
    "mile": "mile", "yard": "yard", "inch": "inch:inches", "foot": "foot:feet", "fathom": "fathom",
    "light-year": "light-year",
    "nautical mile": "nautical-mile", "parsec": "parsec", "astronomical unit": "astronomical-unit",
    "furlong": "furlong",
    "tonne": "tonne metric-ton metric-tonne", "ton": "ton short-ton long-ton", "kilotonne": "kilotonne kiloton",
    "megatonne": "megatonne megaton", "kilogram": "kilogram kilogramme", "gram": "gram gramme",
    "milligram": "milligram milligramme",
    "microgram": "microgram", "pound": "pound", "ounce": "ounce", "carat": "carat",
    "square kilometre": "square-kilometre square-kilometer", "square metre": "square-metre square-meter",
    "square centimetre": "square-centimetre square-centimeter", "square mile": "square-mile",
    "square foot": "square-foot:square-feet", "square yard": "square-yard", "square inch": "square-inch:square-inches",
    "hectare": "hectare", "acre": "acre", "litre": "litre liter", "millilitre": "millilitre milliliter",
    "gallon": "gallon",
    "pint": "pint", "cubic metre": "cubic-metre cubic-meter", "cubic kilometre": "cubic-kilometre cubic-kilometer",
    "cubic centimetre": "cubic-centimetre cubic-centimeter", "cubic foot": "cubic-foot:cubic-feet",
    "cubic mile": "cubic-mile",
    "cubic yard": "cubic-yard", "cubic inch": "cubic-inch:cubic-inches", "acre-foot": "acre-foot:acre-feet",
    "watt": "watt", "kilowatt": "kilowatt", "megawatt": "megawatt", "gigawatt": "gigawatt", "terawatt": "terawatt",
    "watt-hour": "watt-hour", "kilowatt-hour": "kilowatt-hour", "megawatt-hour": "megawatt-hour",
    "gigawatt-hour": "gigawatt-hour", "terawatt-hour": "terawatt-hour", "horsepower": "horsepower:horsepower",
    "joule": "joule", "kilojoule": "kilojoule", "megajoule": "megajoule", "calorie": "calorie kilocalorie",
    "volt": "volt",
    "kilovolt": "kilovolt", "ampere": "ampere amp", "ohm": "ohm", "hertz": "hertz:hertz",
    "kilohertz": "kilohertz:kilohertz",
    "megahertz": "megahertz:megahertz", "gigahertz": "gigahertz:gigahertz", "decibel": "decibel", "pascal": "pascal",
    "hectopascal": "hectopascal", "millibar": "millibar", "kelvin": "kelvin", "newton": "newton", "byte": "byte",
    "kilobyte": "kilobyte", "megabyte": "megabyte", "gigabyte": "gigabyte", "terabyte": "terabyte",
    "megabit": "megabit",
    "gigabit": "gigabit", "megapixel": "megapixel", "knot": "knot", "degree": "degree", "sievert": "sievert",
    "millisievert": "millisievert", "becquerel": "becquerel", "magnitude": "magnitude",
    "arcsecond": "arcsecond arc-second second-of-arc:seconds-of-arc",
    "arcminute": "arcminute arc-minute minute-of-arc:minutes-of-arc",
    "basis point": "basis-point", "percentage point": "percentage-point percent-point",
    "part per million": "part-per-million:parts-per-million", "part per billion": "part-per-billion:parts-per-billion",
    "part per thousand": "part-per-thousand:parts-per-thousand",
    "part per trillion": "part-per-trillion:parts-per-trillion",
}
"""Unit: its words, singular; "word:words" where the plural is not made with s; a hyphen matches a space as well."""

_SIGNS = {
    "kilometre": "km kms", "metre": "m", "centimetre": "cm", "millimetre": "mm", "micrometre": "µm μm",
    "nanometre": "nm",
    "foot": "ft ft.", "inch": "in.", "mile": "mi", "yard": "yd yds", "kilogram": "kg kgs", "gram": "g",
    "milligram": "mg",
    "microgram": "µg μg mcg", "pound": "lb lbs lb. lbs.", "ounce": "oz oz.",
    "square kilometre": "km² km2 sq.km sq.km. sqkm",
    "square metre": "m² m2 sq.m sqm", "square mile": "sq.mi", "square foot": "sq.ft sqft ft²", "hectare": "ha",
    "cubic metre": "m³ m3", "cubic kilometre": "km³ km3", "cubic centimetre": "cm³ cm3 cc", "millilitre": "ml mL",
    "litre": "L",
    "watt": "W", "kilowatt": "kW", "megawatt": "MW", "gigawatt": "GW", "terawatt": "TW", "kilowatt-hour": "kWh",
    "megawatt-hour": "MWh", "gigawatt-hour": "GWh", "terawatt-hour": "TWh", "horsepower": "hp bhp", "kilojoule": "kJ",
    "megajoule": "MJ", "volt": "V", "kilovolt": "kV", "hertz": "Hz", "kilohertz": "kHz", "megahertz": "MHz",
    "gigahertz": "GHz", "decibel": "dB", "hectopascal": "hPa", "millibar": "mbar mb", "kilobyte": "KB kB",
    "megabyte": "MB",
    "gigabyte": "GB", "terabyte": "TB", "degree Celsius": "°C ℃ ºC", "degree Fahrenheit": "°F ℉ ºF", "degree": "° º",
    "kelvin": "K", "kilometre per hour": "km/h kph kmh km/hr kmph", "mile per hour": "mph", "metre per second": "m/s",
    "kilometre per second": "km/s", "foot per second": "ft/s", "knot": "kt kts kn", "millisievert": "mSv",
    "microsievert": "µSv",
    "percent": "% pct", "percentage point": "pp", "part per million": "ppm", "part per billion": "ppb",
    "centimetre per second": "cm/s",
}
_GLUED_ONLY = {"L", "W", "V", "K", "g", "mb", "pp", "in.", "kn", "kt"}
"""Signs that are read only where they touch the number: apart they are more often initials or words."""

_RATES = {"hour": ("per", "an"), "second": ("per", "a"), "minute": ("per",), "gallon": ("per",)}
_RATED = (
    "kilometre", "metre", "centimetre", "millimetre",
    "mile", "foot", "litre", "gallon", "cubic metre", "cubic foot", "kilogram", "megabit",
    "gigabit", "megabyte", "tonne",
)
_TEMPERATURES = {
    "celsius": "Celsius", "centigrade": "Celsius", "c": "Celsius", "fahrenheit": "Fahrenheit", "f": "Fahrenheit",
}

PER_CENT = re.compile(r"[ \u00a0-]?%|[ \u00a0-]per[ -]?cent(?:age)?(?![\w])(?! point)", re.IGNORECASE)

_CURRENCY_SIGNS = {
    "US$": "USD", "US $": "USD", "USD$": "USD", "U.S.$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD",
    "CAD$": "CAD", "NZ$": "NZD", "HK$": "HKD",
    "S$": "SGD", "R$": "BRL", "NT$": "TWD", "$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB",
    "₩": "KRW",
    "₪": "ILS", "₺": "TRY", "₦": "NGN", "₱": "PHP", "฿": "THB", "₫": "VND", "₴": "UAH", "Rs": "INR", "Rs.": "INR",
}
ISO_CODES = tuple(
    "USD EUR GBP JPY CHF CAD AUD NZD CNY INR RUB BRL ZAR SEK NOK DKK HKD SGD KRW MXN TRY PLN CZK HUF ILS AED "
    "SAR EGP NGN KES THB IDR MYR PHP VND PKR BDT ARS CLP COP PEN UAH RON BGN ISK KWD QAR IQD IRR SYP LBP JOD MAD "
    "TND DZD LKR NPR TWD".split()
)
_DEMONYMS: dict[str, dict[str, str | None]] = {
    "dollar": {"": "USD", "us": "USD", "u.s.": "USD", "american": "USD", "australian": "AUD", "canadian": "CAD",
               "new zealand": "NZD", "hong kong": "HKD", "singapore": "SGD", "taiwan": "TWD", "jamaican": "JMD",
               "zimbabwean": "ZWL", "fijian": "FJD", "bahamian": "BSD"},
    "euro": {"": "EUR"},
    "pound": {"": "GBP", "british": "GBP", "egyptian": "EGP", "syrian": "SYP", "lebanese": "LBP", "sudanese": "SDG",
    "irish": "IEP"},
    "yen": {"": "JPY", "japanese": "JPY"},
    "yuan": {"": "CNY", "chinese": "CNY"},
    "renminbi": {"": "CNY"},
    "rouble ruble": {"": "RUB", "russian": "RUB", "belarusian": "BYN"},
    "rupee": {"": "INR", "indian": "INR", "pakistani": "PKR", "sri lankan": "LKR", "nepalese": "NPR", "nepali": "NPR"},
    "franc": {"": None, "swiss": "CHF", "french": "FRF", "belgian": "BEF", "congolese": "CDF", "rwandan": "RWF",
    "cfa": "XOF"},
    "krone:kroner": {"": None, "norwegian": "NOK", "danish": "DKK"},
    "krona:kronor": {"": "SEK", "swedish": "SEK"},
    "króna:krónur": {"": "ISK", "icelandic": "ISK"},
    "rand:rand": {"": "ZAR", "south african": "ZAR"},
    "won:won": {"": None, "south korean": "KRW", "korean": "KRW"},
    "peso": {"": None, "mexican": "MXN", "philippine": "PHP", "argentine": "ARS", "chilean": "CLP",
    "colombian": "COP", "cuban": "CUP"},
    "dinar": {"": None, "kuwaiti": "KWD", "iraqi": "IQD", "jordanian": "JOD", "serbian": "RSD", "tunisian": "TND",
    "algerian": "DZD",
              "bahraini": "BHD", "libyan": "LYD"},
    "dirham": {"": "AED", "moroccan": "MAD", "emirati": "AED"},
    "riyal": {"": "SAR", "saudi": "SAR", "qatari": "QAR"},
    "rial": {"": "IRR", "iranian": "IRR", "omani": "OMR", "yemeni": "YER"},
    "lira:lira": {"": "TRY", "turkish": "TRY"},
    "lire:lire": {"": "ITL", "italian": "ITL"},
    "shekel": {"": "ILS", "israeli": "ILS"},
    "zloty": {"": "PLN", "polish": "PLN"},
    "forint": {"": "HUF", "hungarian": "HUF"},
    "koruna": {"": "CZK", "czech": "CZK"},
    "hryvnia": {"": "UAH", "ukrainian": "UAH"},
    "baht:baht": {"": "THB", "thai": "THB"},
    "rupiah:rupiah": {"": "IDR", "indonesian": "IDR"},
    "ringgit:ringgit": {"": "MYR", "malaysian": "MYR"},
    "naira:naira": {"": "NGN", "nigerian": "NGN"},
    "taka:taka": {"": "BDT", "bangladeshi": "BDT"},
    "shilling": {"": None, "kenyan": "KES", "ugandan": "UGX", "tanzanian": "TZS"},
    "soles:soles": {"": "PEN", "peruvian": "PEN"},
    "tenge:tenge": {"": "KZT"},
    "birr:birr": {"": "ETB"},
    "cedi": {"": "GHS", "ghanaian": "GHS"},
    "dong:dong": {"": "VND", "vietnamese": "VND"},
    "lei:lei": {"": "RON", "romanian": "RON", "moldovan": "MDL"},
    "leva:leva": {"": "BGN", "bulgarian": "BGN"},
    "drachma": {"": "GRD", "greek": "GRD"},
    "peseta": {"": "ESP", "spanish": "ESP"},
    "escudo": {"": "PTE", "portuguese": "PTE"},
    "guilder": {"": "NLG", "dutch": "NLG"},
    "reais:reais": {"": "BRL", "brazilian": "BRL"},
    "mark": {"german": "DEM", "deutsche": "DEM"},
}
"""Currency words: by demonym, "" for none; None where the word alone does not say whose."""

_HUNDREDTHS = {"pence": "GBP", "cents": None, "cent": None, "euro cents": "EUR", "us cents": "USD", "euro cent": "EUR"}
# fmt: on


def _forms(listed: str) -> tuple[str, str]:
    singular, _, plural = listed.partition(":")
    return singular, plural or f"{singular}s"


def _alternatives(names: list[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


def _unit_words() -> dict[str, str]:
    table: dict[str, str] = {}
    for unit, listed in _WORDS.items():
        for form in (form for word in listed.split() for form in _forms(word)):
            table[form] = unit
            table[form.replace("-", " ")] = unit
    for word, scale in _TEMPERATURES.items():
        for form in ("degree", "degrees"):
            table[f"{form} {word}"] = f"degree {scale}"
    for unit in _RATED:
        for form in [form for form, meant in table.items() if meant == unit]:
            for rate, joints in _RATES.items():
                for joint in joints:
                    table[f"{form} {joint} {rate}"] = f"{unit} per {rate}"
    return table


_UNIT_WORDS = _unit_words()
_UNIT_SIGNS = {sign.replace("sq.", "sq "): unit for unit, signs in _SIGNS.items() for sign in signs.split()}
_UNIT_SIGNS |= {sign.replace(" ", ""): unit for sign, unit in _UNIT_SIGNS.items()}
_CURRENCY_WORDS = {
    (f"{demonym} {form}" if demonym else form): code
    for words, by_demonym in _DEMONYMS.items()
    for word in words.split()
    for form in _forms(word)
    for demonym, code in by_demonym.items()
}
_SAME_NAME = {
    form: frozenset(code for code in by_demonym.values() if code)
    for words, by_demonym in _DEMONYMS.items()
    if by_demonym.get("", "") is None
    for word in words.split()
    for form in _forms(word)
}
_HOMES = {
    "NOK": "Norway|Norwegian", "DKK": "Denmark|Danish", "CHF": "Switzerland|Swiss", "FRF": "France|French",
    "BEF": "Belgium|Belgian", "CDF": "Congo|Congolese", "RWF": "Rwanda|Rwandan", "XOF": "Senegal|Mali|Niger|Benin",
    "MXN": "Mexico|Mexican", "PHP": "Philippines?|Filipino", "ARS": "Argentina|Argentine", "CLP": "Chile|Chilean",
    "COP": "Colombia|Colombian", "CUP": "Cuba|Cuban", "KWD": "Kuwaiti?", "IQD": "Iraqi?", "JOD": "Jordan|Jordanian",
    "RSD": "Serbia|Serbian", "TND": "Tunisia|Tunisian", "DZD": "Algeria|Algerian", "BHD": "Bahraini?",
    "LYD": "Libya|Libyan", "KES": "Kenya|Kenyan", "UGX": "Uganda|Ugandan", "TZS": "Tanzania|Tanzanian",
    "KRW": "South Korean?",
}  # fmt: skip
"""Where a currency is at home whose name others share; a country named but once may only be somebody's."""
# "pounds sterling" is always money.
_CURRENCY_WORDS |= {"pounds sterling": "GBP", "pound sterling": "GBP"}

_GAP = r"[ \u00a0\u2009\u202f-]"
UNIT_WORD = re.compile(
    rf"{_GAP}(?:(?:more|extra|further|additional|full)[ ])?(?P<unit>{_alternatives(list(_UNIT_WORDS))})(?![\w])",
    re.IGNORECASE,
)
UNIT_SIGN = re.compile(
    rf"(?:{_GAP}?(?P<free>{_alternatives([sign for sign in _UNIT_SIGNS if sign not in _GLUED_ONLY])})"
    rf"|(?P<glued>{_alternatives(sorted(_GLUED_ONLY))}))(?![\w²³/])"
)
CURRENCY_WORD = re.compile(
    rf"{_GAP}(?P<currency>{_alternatives(list(_CURRENCY_WORDS))})(?![\w])(?! per)", re.IGNORECASE
)
HUNDREDTH_WORD = re.compile(
    rf"{_GAP}(?P<part>{_alternatives(list(_HUNDREDTHS))})(?!\w)|(?P<p>p)(?![\w.])", re.IGNORECASE
)
CURRENCY_SIGN = re.compile(rf"(?<![A-Za-z])(?P<sign>{_alternatives([*_CURRENCY_SIGNS, *ISO_CODES])})[ \u00a0]?$")
CURRENCY_CODE = re.compile(rf"[ \u00a0]?(?P<code>{_alternatives(list(ISO_CODES))})(?!\w)")


def unit_of_word(word: str) -> str | None:
    """ "Kilometres" -> "kilometre"; None for what is no unit of measure."""
    return _UNIT_WORDS.get(word.lower())


def unit_of_sign(sign: str) -> str | None:
    """ "km²" -> "square kilometre"; case matters."""
    return _UNIT_SIGNS.get(sign)


def currency_of_word(words: str) -> str | None:
    """ "Norwegian kroner" -> "NOK"; None for words that name no currency, and for one whose country is not said."""
    return _CURRENCY_WORDS.get(words.lower())


def is_currency(word: str) -> bool:
    """Whether a word, one or many, is a currency's name in some country ("shillings", "francs")."""
    return word.lower() in _SAME_NAME or word.lower() in _CURRENCY_WORDS


def currency_of_home(words: str, spoken: frozenset[str]) -> str | None:
    """The one currency of that name that the report has: "4,000 kroner" in a report about Norway alone."""
    having = _SAME_NAME.get(words.lower(), frozenset()) & spoken
    return next(iter(having)) if len(having) == 1 else None


def currency_of_sign(sign: str) -> str:
    """ "US$" -> "USD"; an ISO 4217 code is its own sign."""
    return _CURRENCY_SIGNS.get(sign, sign)


def currency_of_part(words: str, spoken: frozenset[str]) -> str | None:
    """The currency of pence or cents; plain cents belong to the one currency of the report that has them."""
    known = _HUNDREDTHS.get(words.lower())
    if known is not None:
        return known
    having = spoken & {"USD", "EUR", "AUD", "CAD", "NZD", "ZAR"}
    return next(iter(having)) if len(having) == 1 else None


@cache
def _spoken_signs() -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z])(?:{_alternatives([*_CURRENCY_SIGNS, *ISO_CODES])})(?=[ \u00a0]?\d)")


@cache
def _spoken_words() -> re.Pattern[str]:
    words = [word for word in _CURRENCY_WORDS if not word.startswith("pound")]
    return re.compile(rf"\b(?:{_alternatives(words)})\b", re.IGNORECASE)


def currencies_spoken(text: str) -> frozenset[str]:
    """The currencies that a text writes with a sign, a code or a word."""
    signs, words = _spoken_signs().findall(text), _spoken_words().findall(text)
    found = {currency_of_sign(sign) for sign in signs} | {currency_of_word(word) for word in words}
    shared = {code for word in words for code in _SAME_NAME.get(word.lower(), ())}
    found |= {code for code in shared if code in _HOMES and len(re.findall(rf"\b(?:{_HOMES[code]})\b", text)) > 1}
    return frozenset(code for code in found if code)
