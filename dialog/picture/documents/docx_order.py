"""Putting properties of a DOCX where they must stand: the format wants them in one order, and Word insists."""

from collections.abc import Mapping
from typing import Any

from docx.oxml.ns import qn

# ISO/IEC 29500-1, sections 17.3.1.26, 17.3.2.28, 17.4.60, 17.4.70 and 17.6.17, transitional
ORDER: Mapping[str, str] = {
    "w:pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "w:rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
    "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign "
    "rtl cs em lang eastAsianLayout specVanish oMath",
    "w:tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "w:tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "w:sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
}
_RANKS = {
    qn(parent): {qn(f"w:{name}"): rank for rank, name in enumerate(names.split())} for parent, names in ORDER.items()
}


def put(parent: Any, child: Any) -> None:
    """Into `parent`, in place of one of the same name, before what must come after it."""
    ranks = _RANKS.get(parent.tag)
    for found in parent.findall(child.tag):
        parent.remove(found)
    if ranks is None:
        parent.append(child)
        return
    after = next((one for one in parent if ranks.get(one.tag, -1) > ranks[child.tag]), None)
    if after is None:
        parent.append(child)
    else:
        after.addprevious(child)


def misplaced(root: Any) -> list[str]:
    """Properties that stand behind one that must come after them, or that the format does not know there."""
    found = []
    for parent, ranks in _RANKS.items():
        for properties in root.iter(parent):
            places = [ranks.get(one.tag, -1) for one in properties]
            if places != sorted(places) or -1 in places:
                found.append(f"{properties.tag}: {[one.tag for one in properties]}")
    return found
