"""The source text: loading it, and its passages."""

from quizapp.reports.load import SIZE_LIMIT, load_report, report_from_bytes
from quizapp.reports.plain import report_from_text
from quizapp.reports.report import Evidence, Passage, PassageKind, Report

__all__ = [
    "SIZE_LIMIT",
    "Evidence",
    "Passage",
    "PassageKind",
    "Report",
    "load_report",
    "report_from_bytes",
    "report_from_text",
]
