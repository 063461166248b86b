"""Texts that readers and finders trip over: what they look for, repeated, broken off, and mixed."""

from hypothesis import strategies as st

REPEATED = (
    "(", "[", "![", "<", "<p>", "<li>x", "</", "<!--", "<a x=\"", "&", "&#", "*", "**a*b", "_a", "`", "` ", ">", "- ",
    "1. ", "|a", "\n|-", "#", "\n", "\r", " ", "\t", "\u2028", ".", ". ", ",", "1,", "1", "1 ", "12:", "$", "$1", "%",
    "\"", "“", "“a” ", "'", "’s ", "May ", "March 5, ", "3 May 1999 ", "Monday ", "BC ", "the ", "The The ", "A. ",
    "Dr. ", "Mr. A ", "photo ", "a\n", "A\n", "one ", "hundred and ", "half of ", "between 1 and ", "according to ",
    "he said ", "said ", "per cent ", "-", "–", "— ", "½", "é", "e\u0301", "\u200b", "🏺", "漢字", "ﷺ", "\u202e", "١",
    "Ⅳ", "A-", "1-", "1/2/", "T10:", "N'", "\u00a0",
)  # fmt: skip
WORDS = (
    "3 May 1999", "the Oxley Trust", "Dr. Mary Thorn", "Bergen", "said", "\"It is over,\"", "about", "4,000",
    "people", "$5m", "22 per cent", "according to", "five days later", "in the early 1960s", "she", "was", "founded",
    "who", ",", ".", "\n\n", "\n", "- ", "(", ")", "of",
)  # fmt: skip


def any_text(longest: int = 64 * 1024) -> st.SearchStrategy[str]:
    """Any text: characters at will, words of reports in any order, and a piece repeated in their midst."""
    words = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)
    piece = st.one_of(st.sampled_from(REPEATED), st.text(min_size=1, max_size=4))
    repeated = st.builds(lambda one, times: one * (times // len(one)), piece, st.integers(1, longest // 4))
    parts = st.lists(st.one_of(st.text(max_size=300), words, repeated), max_size=4)
    return parts.map(lambda some: "".join(some)[:longest])
