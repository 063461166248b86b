"""Word files: paragraphs by their style, and archives that are not what they seem."""

import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from quizapp.errors import Rejected
from quizapp.reports import report_from_bytes
from tests.reports.files import word_of, word_with_parts

UNREADABLE = "log.docx: save the report as .docx again: this file cannot be read as a Word document."


def passages_of(content: bytes) -> list[tuple[str, str]]:
    report = report_from_bytes(content, "log.docx")
    return [(passage.kind, report.text[passage.start : passage.end]) for passage in report.passages]


def test_styles_tell_headings_items_and_captions() -> None:
    content = word_of(
        ("Title", "The log of the Aurelia"),
        ("Normal", "5 March 1925"),
        ("Normal", "The ship left Bergen at noon."),
        ("Heading 1", "The cargo"),
        ("List Bullet", "Forty crates of tea."),
        ("List Paragraph", "A piano."),
        ("Caption", "The piano on the quay."),
        ("Normal", "What the captain wrote"),
        ("Normal", ""),
        ("Quote", "We saw ice on both sides, the captain wrote."),
    )
    assert passages_of(content) == [
        ("heading", "The log of the Aurelia"),
        ("dateline", "5 March 1925"),
        ("paragraph", "The ship left Bergen at noon."),
        ("heading", "The cargo"),
        ("item", "Forty crates of tea."),
        ("item", "A piano."),
        ("caption", "The piano on the quay."),
        ("heading", "What the captain wrote"),
        ("paragraph", "We saw ice on both sides, the captain wrote."),
    ]


def test_insertions_and_links_are_read_and_deletions_tables_and_text_boxes_are_not() -> None:
    document = docx.Document()
    document.add_paragraph()._p.append(
        parse_xml(f"<w:ins {nsdecls('w')}><w:r><w:t xml:space='preserve'>The ship </w:t></w:r></w:ins>")
    )
    paragraph = document.paragraphs[0]._p
    for inner in (
        "<w:del {0}><w:r><w:delText>never </w:delText></w:r></w:del>",
        "<w:hyperlink {0}><w:r><w:t>left</w:t><w:tab/><w:t>Bergen.</w:t></w:r></w:hyperlink>",
        "<w:r {0}><w:txbxContent><w:p><w:r><w:t>A box.</w:t></w:r></w:p></w:txbxContent></w:r>",
    ):
        paragraph.append(parse_xml(inner.format(nsdecls("w"))))
    document.add_table(rows=1, cols=1).cell(0, 0).text = "A cell."
    paragraph.addnext(
        parse_xml(
            f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>It was late.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        )
    )
    file = io.BytesIO()
    document.save(file)
    assert [words for _, words in passages_of(file.getvalue())] == ["The ship left Bergen.", "It was late."]


def test_a_numbered_paragraph_is_an_item_whatever_its_style() -> None:
    document = docx.Document()
    document.add_paragraph("The ship left Bergen.")._p.get_or_add_pPr().get_or_add_numPr()
    file = io.BytesIO()
    document.save(file)
    assert passages_of(file.getvalue()) == [("item", "The ship left Bergen.")]


@pytest.mark.parametrize(
    "content",
    [b"PK\x03\x04 and nothing more", b"The ship left Bergen.", word_of(("Normal", "The ship left."))[:-400]],
    ids=["no archive", "plain text", "cut short"],
)
def test_a_broken_file_is_refused_in_one_sentence(content: bytes) -> None:
    with pytest.raises(Rejected) as refused:
        report_from_bytes(content, "log.docx")
    assert refused.value.problems == [UNREADABLE]


def test_another_kind_of_archive_is_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("../../log.txt", "The ship left Bergen.")
    with pytest.raises(Rejected) as refused:
        report_from_bytes(file.getvalue(), "log.docx")
    assert refused.value.problems == [UNREADABLE]


@pytest.mark.parametrize("name", ["word/document.xml", "word/media/picture.bin"])
def test_a_file_that_unpacks_to_far_more_than_a_report_is_refused(name: str) -> None:
    size = 31 if name.endswith(".xml") else 101
    bomb = word_with_parts({name: b" " * (size * 1024 * 1024)})
    assert len(bomb) < 1024 * 1024
    with pytest.raises(Rejected) as refused:
        report_from_bytes(bomb, "log.docx")
    assert refused.value.problems == [
        "log.docx: save the report as a smaller Word file: this one unpacks to more than a report holds."
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_file_that_declares_entities_is_refused(encoding: str) -> None:
    entities = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    text = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE d [<!ENTITY e0 "ice">{entities}]>'
        f"<w:document {nsdecls('w')}><w:body><w:p><w:r><w:t>&e9;</w:t></w:r></w:p></w:body></w:document>"
    )
    with pytest.raises(Rejected) as refused:
        report_from_bytes(word_with_parts({"word/document.xml": text.encode(encoding)}), "log.docx")
    assert refused.value.problems == [
        "log.docx: save the report as .docx again: this one declares entities, as no Word file does."
    ]


def test_a_file_nested_too_deep_is_refused() -> None:
    deep = "<w:sdt><w:sdtContent>" * 5_000 + "</w:sdtContent></w:sdt>" * 5_000
    text = f"<w:document {nsdecls('w')}><w:body>{deep}</w:body></w:document>"
    with pytest.raises(Rejected) as refused:
        report_from_bytes(word_with_parts({"word/document.xml": text.encode()}), "log.docx")
    assert refused.value.problems == [UNREADABLE]
