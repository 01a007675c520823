"""Why the way behind Norrby school is dark, as Åkersta's worksheet has it. Pure."""

from dialog.demo.analysis.parts import Behind, said
from dialog.picture.findings.told import AFFECTED, OFFENDER, SITUATIONAL, SOCIAL, SPOT

INSPECTED = said(
    "Platsbesiktning i november: mer än hälften av lyktorna var släckta.",
    "Inspection of the place in November: more than half of the lamps were out.",
    "معاينة المكان في نوفمبر: أكثر من نصف المصابيح مطفأة.",
)

LIGHT = (
    Behind(
        said(
            "Lyktorna längs gångvägen är trasiga",
            "The lamps along the path are broken",
            "المصابيح على طول الممر معطلة",
        ),
        SITUATIONAL,
        SPOT,
        INSPECTED,
        (
            Behind(
                said(
                    "Felen anmäls sent, för ingen vet vem som äger lyktorna",
                    "Faults are reported late, since nobody knows who owns the lamps",
                    "يُبلَّغ عن الأعطال متأخرًا لأن لا أحد يعرف من يملك المصابيح",
                ),
                SITUATIONAL,
                SPOT,
                said(
                    "Gatuenhetens ärendelista: felen låg i flera veckor hos fel ägare.",
                    "The street unit's list: faults lay with the wrong owner for weeks.",
                    "قائمة وحدة الشوارع: بقيت الأعطال أسابيع لدى مالك غير مسؤول عنها.",
                ),
                (
                    Behind(
                        said(
                            "Stolparna saknar nummer att uppge",
                            "The posts have no number to give",
                            "لا توجد على الأعمدة أرقام يمكن ذكرها",
                        ),
                        SITUATIONAL,
                        SPOT,
                    ),
                ),
            ),
        ),
        name="lyktor",
    ),
    Behind(
        said(
            "Buskar har vuxit över ljuset och skymmer sikten",
            "Bushes have grown over the light and hide the view",
            "نمت الشجيرات فوق الضوء وتحجب الرؤية",
        ),
        SITUATIONAL,
        SPOT,
        INSPECTED,
        (
            Behind(
                said(
                    "Skötselplanen har bara en klippning om året",
                    "The upkeep plan has one cut a year only",
                    "خطة الصيانة تتضمن تقليمًا واحدًا فقط في السنة",
                ),
                SITUATIONAL,
                SPOT,
                said("Parkenhetens skötselplan.", "The park unit's plan.", "خطة وحدة الحدائق."),
            ),
        ),
        name="buskar",
    ),
    Behind(
        said(
            "Den som går där sent går ensam",
            "Whoever walks there late walks alone",
            "من يمشي هناك متأخرًا يمشي وحده",
        ),
        SITUATIONAL,
        AFFECTED,
        behind=(
            Behind(
                said(
                    "Skolans lokaler stänger innan kvällsaktiviteterna börjar",
                    "The school closes before evening activities begin",
                    "تُغلق المدرسة قبل بدء أنشطة المساء",
                ),
                SOCIAL,
                AFFECTED,
            ),
        ),
    ),
    Behind(
        said(
            "Grupper samlas vid kiosken när det inte finns någon annanstans att vara",
            "Groups gather by the kiosk when there is nowhere else to be",
            "تتجمع مجموعات عند الكشك حين لا يوجد مكان آخر",
        ),
        SOCIAL,
        OFFENDER,
    ),
)
