"""The whole analysis of each of the two rounds. Pure."""

from dialog.demo.analysis import before, before_focus, document, now
from dialog.demo.analysis.parts import Analysis

BEFORE = Analysis(before.FINDINGS, before_focus.FOCUS_AREAS, document.BEFORE)
NOW = Analysis(now.FINDINGS, now.FOCUS_AREAS, document.NOW)
