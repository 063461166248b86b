"""Telling English from other languages."""

import pytest

from quizapp.language import likely_english

ENGLISH = [
    "The council closed the bridge on Tuesday because two of its piers had cracked during the storm.",
    "Rainfall in the valley reached 80 mm within three hours, and the river rose by two metres before noon.",
    "Bridge closed",
    "Profits at the firm rose 12% to $4.5 million in 2023; shares fell 3% on Monday, its chief said.",
]
OTHERS = [
    "Der Stadtrat hat am Dienstag die Brücke gesperrt, weil zwei ihrer Pfeiler im Sturm gerissen sind.",
    "Le conseil municipal a fermé le pont mardi parce que deux de ses piliers se sont fissurés pendant la tempête.",
    "El ayuntamiento cerró el puente el martes porque dos de sus pilares se agrietaron durante la tormenta.",
    "De gemeenteraad heeft de brug dinsdag gesloten omdat twee van de pijlers tijdens de storm zijn gescheurd.",
    "Kommunen stengte brua tirsdag fordi to av pilarene hadde sprukket i løpet av stormen i går kveld.",
    "Rada miasta zamknęła most we wtorek, ponieważ dwa jego filary pękły podczas burzy.",
    "Городской совет закрыл мост во вторник, потому что две его опоры треснули во время бури.",
    "市议会星期二关闭了这座桥，因为两个桥墩在暴风雨中开裂。",
    "أغلق مجلس المدينة الجسر يوم الثلاثاء لأن اثنين من أعمدته تصدعا خلال العاصفة.",
    "0101 0203 44 55 66 77",
    "",
]


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_english(text: str) -> None:
    assert likely_english(text)


@pytest.mark.parametrize("text", OTHERS)
def test_other_languages_and_no_language_are_not(text: str) -> None:
    assert not likely_english(text)
