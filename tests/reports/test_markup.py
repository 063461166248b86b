"""Markdown and HTML: what a reader of the page would read, and nothing else."""

import pytest

from quizapp.errors import Rejected
from quizapp.reports import Report, report_from_bytes


def passages_of(text: str, name: str) -> list[tuple[str, str]]:
    report = report_from_bytes(text.encode(), name)
    assert_offsets(report)
    return [(passage.kind, report.text[passage.start : passage.end]) for passage in report.passages]


def assert_offsets(report: Report) -> None:
    ends = [0, *(passage.end for passage in report.passages)]
    assert all(end <= passage.start < passage.end for end, passage in zip(ends, report.passages, strict=False))
    assert ends[-1] <= len(report.text)


def test_markdown_is_read_without_its_marks() -> None:
    text = (
        "# The *long* drought\n\n*Published 5 March 2025*\n\nThe **river** fell by [two metres](https://river.example) "
        "in\n`Marlow`, and the ferry\nstopped.\n\n![a dry bed](bed.png)\n\n## Why\n\n"
        "1. No rain fell.\n2. A dam broke.\n\n   It was old.\n\n"
        "> Nobody was warned, she said.\n\n*Photo: a dry bed.*\n"
    )
    assert passages_of(text, "drought.md") == [
        ("heading", "The long drought"),
        ("dateline", "Published 5 March 2025"),
        ("paragraph", "The river fell by two metres in Marlow, and the ferry stopped."),
        ("heading", "Why"),
        ("item", "No rain fell."),
        ("item", "A dam broke."),
        ("item", "It was old."),
        ("paragraph", "Nobody was warned, she said."),
        ("caption", "Photo: a dry bed."),
    ]


def test_tables_and_code_of_markdown_are_left_out() -> None:
    text = (
        "Rain fell.\n\n| Year | Rain |\n|------|-----:|\n| 1911 | 40 mm |\n\n"
        "```\nx = 1\n```\n\n    It stopped in May.\n"
    )
    assert [words for _, words in passages_of(text, "rain.md")] == ["Rain fell.", "It stopped in May."]


def test_the_fields_before_a_markdown_text_give_title_and_date() -> None:
    text = b'---\ntitle: "Rain"\ndate: 2025-03-05T10:00\ntags: [a]\n---\nIt rained for six days.\n'
    report = report_from_bytes(text, "rain.md")
    assert (report.title, str(report.published)) == ("Rain", "2025-03-05")
    assert report.text == "Rain\n\n2025-03-05\n\nIt rained for six days."


def test_html_in_markdown_is_read_as_html() -> None:
    text = "<div><p>The <b>ice</b> broke.</p><script>go()</script></div>\n\nIt <i>sank</i>.<br>Nobody saw it.\n"
    assert [words for _, words in passages_of(text, "ice.md")] == ["The ice broke.", "It sank. Nobody saw it."]


def test_a_page_is_read_without_its_menus_scripts_and_tables() -> None:
    text = """<!DOCTYPE html><html><head><title>Ice | The Site</title><style>p { color: red }</style></head><body>
      <nav><ul><li>Home</li></ul></nav><header><h1>The ice &amp; the ship</h1></header><!-- a remark -->
      <p class="lead">The ice<br>closed in.<sup>[3]</sup><p>Nobody had <a href="x">seen it</a> coming.
      <ul><li>One mast broke.<li><p>Two boats sank.</p></ul><table><tr><td>1915<td>ice</table>
      <figure><img alt="x"><figcaption>The ship in the ice.</figcaption></figure>
      <script>document.write("<p>It melted.</p>")</script><aside>Read more.</aside>It was <em>cold</em> there.
      <footer>All rights reserved.</footer></body></html>"""
    assert passages_of(text, "ice.html") == [
        ("heading", "The ice & the ship"),
        ("paragraph", "The ice closed in."),
        ("paragraph", "Nobody had seen it coming."),
        ("item", "One mast broke."),
        ("item", "Two boats sank."),
        ("caption", "The ship in the ice."),
        ("paragraph", "It was cold there."),
    ]
    assert report_from_bytes(text.encode(), "ice.html").title == "The ice & the ship"


def test_a_page_without_a_heading_is_titled_as_its_window() -> None:
    report = report_from_bytes(b"<title>Ice</title><p>The ice closed in, and the ship stood still.</p>", "ice.htm")
    assert (report.title, report.text) == ("Ice", "The ice closed in, and the ship stood still.")


def test_paragraphs_in_the_cells_of_a_page_laid_out_as_a_table_are_read() -> None:
    text = "<table><tr><td>Menu</td><td><p>The ice closed in.</p><p>It held.</p></td></tr></table>"
    assert [words for _, words in passages_of(text, "ice.html")] == ["The ice closed in.", "It held."]


def test_a_page_nested_ten_thousand_deep_is_read() -> None:
    text = "<div>" * 10_000 + "<p>The ice closed in.</p>"
    assert [words for _, words in passages_of(text, "ice.html")] == ["The ice closed in."]


@pytest.mark.parametrize("entity", ["&xxe;", "&#0;", "&#xD800;", "&#x110000;", "&nosuch;"])
def test_entities_of_a_page_never_reach_for_files_nor_make_what_is_no_text(entity: str) -> None:
    text = f'<!DOCTYPE html [<!ENTITY xxe SYSTEM "file:///etc/hostname">]><p>The ice {entity} closed in.</p>'
    [(_, words)] = [one for one in passages_of(text, "ice.html") if "ice" in one[1]]
    assert words.startswith("The ice") and words.endswith("closed in.")
    assert len(words.encode()) < 50


def test_a_page_without_a_paragraph_is_refused() -> None:
    with pytest.raises(Rejected) as refused:
        report_from_bytes(b"<h1>Only a heading</h1><script>x</script>", "ice.html")
    assert refused.value.problems == ["ice.html: give a report with sentences in it: no paragraph was found."]
