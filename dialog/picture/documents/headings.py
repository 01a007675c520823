"""The sections of a document, in order, with their headings. Pure."""

from collections.abc import Mapping

from dialog.languages import N_

HEADINGS: Mapping[str, str] = {
    "summary": N_("Summary"),
    "about": N_("About this picture"),
    "sources": N_("Sources"),
    "who": N_("Who answered"),
    "problems": N_("Which problems are biggest"),
    "matrix": N_("Problems in every area"),
    "places": N_("Places"),
    "themes": N_("What people wrote"),
    "staff": N_("What staff and departments say"),
    "beside": N_("The dialogue beside other sources"),
    "change": N_("What has changed"),
    "strengths": N_("What works well"),
    "analysis": N_("Analysis: causes"),
    "focus": N_("Proposed focus areas"),
    "gaps": N_("What we do not know"),
    "appendix": N_("Appendices"),
}
