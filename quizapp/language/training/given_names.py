"""``python -m quizapp.language.training.given_names MALE FEMALE FAKER``: the list of given names by sex.

MALE and FEMALE are the 1990 census lists of the United States (``dist.male.first`` and ``dist.female.first`` in the
package names 0.3.0, public domain), FAKER the ``faker/providers/person`` folder of Faker 40 (MIT). A name that both
sexes bear goes to neither, unless the census counts ten of the one for each of the other.
"""

import ast
import re
import sys
from collections import defaultdict
from pathlib import Path

TARGET = Path(__file__).parent.parent / "data" / "given_names.tsv"
LATIN = re.compile(r"[A-Za-zÀ-ɏ'’-]{2,}")


def census(path: Path) -> dict[str, float]:
    """Each name with its share in percent."""
    rows = (line.split() for line in path.read_text(encoding="ascii").splitlines() if line.strip())
    return {row[0].lower(): float(row[1]) for row in rows}


def listed(folder: Path) -> dict[str, set[str]]:
    """The names of every country's list, by sex."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in sorted(folder.glob("*/__init__.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                name = node.targets[0].id
                sex = "f" if name.endswith("female") else "m" if name.endswith("male") else ""
                if sex and name.startswith("first_name"):
                    texts = (one.value for one in ast.walk(node.value) if isinstance(one, ast.Constant))
                    found[sex].update(text.lower() for text in texts if isinstance(text, str) and LATIN.fullmatch(text))
    return found


def main(male: Path, female: Path, faker: Path) -> None:
    men, women, lists = census(male), census(female), listed(faker)
    sexes: dict[str, str] = dict.fromkeys(lists["m"] - lists["f"] - women.keys(), "m")
    sexes |= dict.fromkeys(lists["f"] - lists["m"] - men.keys(), "f")
    sexes |= {name: "m" for name, share in men.items() if share > 10 * women.get(name, 0.0)}
    sexes |= {name: "f" for name, share in women.items() if share > 10 * men.get(name, 0.0)}
    TARGET.write_text("".join(f"{sexes[name]}\t{name}\n" for name in sorted(sexes)), encoding="utf-8")


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:4]))
