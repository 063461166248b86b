"""``python -m quizapp.language.training <folder>``: from annotated text to the lexicon and the pipeline that ship.

The folder holds train/ and dev/, each with syntax.spacy and names.spacy. About an hour and a half on one core.
Needs the packages of requirements-train.txt.
"""

import sys
import tempfile
from pathlib import Path

from spacy.cli.train import train
from thinc.api import NumpyOps, set_current_ops

import quizapp.language.training.augment  # noqa: F401  registers the augmenters
from quizapp.language.lexicon import LEXICON_FILE
from quizapp.language.pipeline import MODEL_FOLDER
from quizapp.language.training.assemble import assemble, assemble_second, place
from quizapp.language.training.lexicon import write_lexicon

HERE = Path(__file__).parent


DATA = {"syntax": "syntax", "second": "syntax", "names": "names"}


def train_part(part: str, folder: Path, target: Path, **paths: str) -> Path:
    """Train ``syntax``, ``second`` or ``names`` by its configuration and return the folder of the best on dev/."""
    overrides = {f"paths.{name}": str(folder / name / f"{DATA[part]}.spacy") for name in ("train", "dev")}
    overrides.update({f"paths.{name}": path for name, path in paths.items()})
    train(HERE / f"{part}.cfg", target, overrides=overrides)
    return target / "model-best"


def train_pipeline(folder: Path) -> None:
    """Run the whole recipe; the seeds are those of the configurations."""
    # Without BLIS: numpy multiplies several times as fast on many processors.
    set_current_ops(NumpyOps(use_blis=False))
    write_lexicon(LEXICON_FILE)
    with tempfile.TemporaryDirectory() as scratch:
        syntax = train_part("syntax", folder, Path(scratch) / "syntax")
        names = train_part("names", folder, Path(scratch) / "names", start=str(syntax))
        second = train_part("second", folder, Path(scratch) / "second")
        place(assemble(syntax, names), assemble_second(second), MODEL_FOLDER)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Give the folder that holds train/ and dev/.")
    train_pipeline(Path(sys.argv[1]))
