"""The codebook: two levels of codes for what residents mean, and the stances they take. Pure, versioned data."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dialog.languages import Words


class UnknownCode(ValueError):
    """No such code in the codebook."""


@dataclass(frozen=True)
class Code:
    """A label for meaning, in words the public may read; the id is never reused."""

    id: str  # T1, or T1.speeding for a subcode
    text: Words
    parent: str | None = None


@dataclass(frozen=True)
class Codebook:
    """One version of the list; each topic stands before its own subcodes."""

    version: int
    codes: tuple[Code, ...]

    def code(self, id: str) -> Code:
        """Raises UnknownCode."""
        if id not in self._by_id:
            raise UnknownCode(id)
        return self._by_id[id]

    def topic(self, id: str) -> Code:
        """The topic that a code counts towards: its parent, or itself. Raises UnknownCode."""
        code = self.code(id)
        return self.code(code.parent) if code.parent else code

    def topics(self) -> tuple[Code, ...]:
        return tuple(code for code in self.codes if code.parent is None)

    def under(self, topic: str) -> tuple[Code, ...]:
        """The subcodes of a topic."""
        return tuple(code for code in self.codes if code.parent == topic)

    @cached_property
    def _by_id(self) -> Mapping[str, Code]:
        return {code.id: code for code in self.codes}


STANCES: Mapping[str, Words] = {
    "problem": {"en": "Problem", "sv": "Problem", "ar": "مشكلة"},
    "strength": {"en": "Strength", "sv": "Styrka", "ar": "نقطة قوة"},
    "proposal": {"en": "Proposal", "sv": "Förslag", "ar": "اقتراح"},
}

_CODES = (  # id, English, Swedish, Arabic
    ("T1", "Traffic", "Trafik", "حركة المرور"),
    ("T1.speeding", "Speeding", "Fortkörning", "السرعة الزائدة"),
    ("T1.reckless_driving", "Reckless driving", "Buskörning", "القيادة المتهورة"),
    ("T1.racing", "Street racing", "Streetrace", "سباقات الشوارع"),
    (
        "T1.unsafe_crossing",
        "Unsafe way to school or crossing",
        "Osäker skolväg eller korsning",
        "طريق مدرسة أو تقاطع غير آمن",
    ),
    (
        "T1.parking_cycle_conflicts",
        "Parking, and cyclists among walkers",
        "Parkering, och cyklister bland gående",
        "وقوف السيارات واحتكاك الدراجات بالمشاة",
    ),
    ("T2", "Drugs, alcohol and gambling", "Narkotika, alkohol och spel", "المخدرات والكحول والقمار"),
    ("T2.dealing", "Drug dealing", "Försäljning av narkotika", "بيع المخدرات"),
    ("T2.use_needles", "Drug use and needles", "Bruk av narkotika, kanyler", "تعاطي المخدرات والإبر"),
    (
        "T2.intoxication",
        "People who are drunk or on drugs",
        "Berusade eller påverkade",
        "أشخاص تحت تأثير الكحول أو المخدرات",
    ),
    ("T2.supply_to_minors", "Supply to minors", "Langning till unga", "تزويد القاصرين بالكحول أو المخدرات"),
    (
        "T2.school_bars",
        "Drugs or alcohol at schools and bars",
        "Droger eller alkohol på skola och krog",
        "المخدرات أو الكحول في المدارس والحانات",
    ),
    ("T3", "Young people", "Ungdomar", "الشباب"),
    ("T3.rowdy_groups", "Rowdy groups", "Störande gäng", "مجموعات مزعجة"),
    ("T3.no_meeting_places", "Nowhere to meet", "Saknade mötesplatser", "غياب أماكن اللقاء"),
    ("T3.few_adults", "Too few adults around", "För få vuxna", "قلة البالغين في المكان"),
    ("T3.bullying", "Fights and bullying", "Bråk och mobbning", "الشجار والتنمّر"),
    ("T3.risk_setting", "Risky settings", "Riskmiljöer", "بيئات خطرة"),
    ("T4", "Disorder", "Ordningsstörningar", "الإخلال بالنظام"),
    ("T4.gathering", "Disorderly gatherings", "Störande samlingar", "تجمّعات مزعجة"),
    ("T4.noise", "Noise", "Oljud", "ضوضاء"),
    ("T4.fireworks", "Fireworks", "Smällare och fyrverkerier", "المفرقعات والألعاب النارية"),
    ("T4.trespass", "Trespassing", "Olovlig vistelse", "الوجود في مكان دون إذن"),
    ("T4.harassment", "Harassment", "Trakasserier", "مضايقات"),
    ("T5", "Vandalism and arson", "Skadegörelse och brand", "التخريب وإشعال الحرائق"),
    ("T5.graffiti", "Graffiti", "Klotter", "الكتابة على الجدران"),
    ("T5.broken_glass", "Broken glass", "Glaskross", "كسر الزجاج"),
    ("T5.arson", "Arson", "Anlagd brand", "حريق متعمّد"),
    ("T5.school_damage", "Damage to schools", "Skadegörelse på skolor", "تخريب المدارس"),
    ("T5.tampering", "Tampering and sabotage", "Sabotage", "العبث والإتلاف"),
    ("T6", "Theft, burglary and fraud", "Stöld, inbrott och bedrägeri", "السرقة والسطو والاحتيال"),
    ("T6.home", "Burglary at home", "Inbrott i bostad", "السطو على المنازل"),
    ("T6.storage", "Burglary in cellars and storage", "Inbrott i förråd och källare", "السطو على المخازن والأقبية"),
    ("T6.bike_vehicle", "Theft of bikes and vehicles", "Stöld av cyklar och fordon", "سرقة الدراجات والمركبات"),
    ("T6.shop", "Theft in shops", "Stöld i butik", "السرقة من المتاجر"),
    ("T6.fraud_elderly", "Fraud against older people", "Bedrägeri mot äldre", "الاحتيال على كبار السن"),
    ("T7", "Violence and threats", "Våld och hot", "العنف والتهديد"),
    ("T7.assault", "Assault", "Misshandel", "الاعتداء الجسدي"),
    ("T7.robbery", "Robbery", "Rån", "السلب"),
    ("T7.threats", "Threats", "Hot", "التهديد"),
    ("T7.sexual_offences", "Sexual offences", "Sexualbrott", "الجرائم الجنسية"),
    ("T7.domestic", "Violence in close relationships", "Våld i nära relation", "العنف في العلاقات القريبة"),
    ("T8", "Organised crime", "Organiserad brottslighet", "الجريمة المنظمة"),
    ("T8.gang_presence", "Gang presence", "Gängnärvaro", "وجود العصابات"),
    ("T8.recruitment", "Recruitment of young people", "Rekrytering av unga", "تجنيد الشباب"),
    ("T8.shooting_bombing", "Shootings and explosions", "Skjutningar och sprängningar", "إطلاق النار والتفجيرات"),
    ("T8.undue_influence", "Undue influence", "Otillåten påverkan", "التأثير غير المشروع"),
    ("T8.fear_of_reporting", "Fear of reporting", "Rädsla att anmäla", "الخوف من الإبلاغ"),
    ("T9", "Built environment", "Fysisk miljö", "البيئة العمرانية"),
    ("T9.lighting", "Lighting", "Belysning", "الإنارة"),
    ("T9.greenery_sight", "Greenery and open view", "Växtlighet och sikt", "النباتات ووضوح الرؤية"),
    ("T9.tunnel_escape", "Underpasses and ways out", "Tunnlar och flyktvägar", "الأنفاق والمخارج"),
    ("T9.desolate", "Desolate places", "Ödsliga platser", "أماكن مهجورة"),
    ("T9.upkeep_ice", "Upkeep and slippery ground", "Underhåll och halka", "الصيانة والأرض الزلقة"),
    ("T10", "Litter and care", "Nedskräpning och skötsel", "القمامة والعناية بالمكان"),
    ("T10.litter", "Litter", "Skräp", "القمامة"),
    ("T10.dumping", "Dumping", "Dumpning", "رمي المخلّفات"),
    ("T10.abandoned_vehicles", "Abandoned vehicles", "Övergivna fordon", "مركبات متروكة"),
    ("T10.decay", "Decay", "Förfall", "التداعي والإهمال"),
    ("T10.facilities", "Toilets and benches", "Toaletter och bänkar", "المراحيض والمقاعد"),
    ("T11", "Perceived safety and trust", "Upplevd trygghet och tillit", "الشعور بالأمان والثقة"),
    ("T11.fear_outdoors", "Afraid outdoors", "Rädd ute", "الخوف خارج المنزل"),
    ("T11.avoidance", "Avoiding places", "Undviker platser", "تجنّب أماكن"),
    ("T11.worry", "Worry", "Oro", "القلق"),
    ("T11.low_trust", "Low trust", "Lågt förtroende", "ضعف الثقة"),
    ("T11.rumours", "Rumours", "Rykten", "الشائعات"),
    (
        "T12",
        "Presence, access and communication",
        "Närvaro, tillgänglighet och kommunikation",
        "الحضور وسهولة الوصول والتواصل",
    ),
    ("T12.police", "Police presence", "Polisnärvaro", "حضور الشرطة"),
    ("T12.hosts", "Adults and hosts", "Vuxna och värdar", "البالغون والمرافقون"),
    ("T12.leisure_access", "Access to leisure activities", "Fritidsutbud", "إتاحة الأنشطة الترفيهية"),
    ("T12.transit", "Public transport", "Kollektivtrafik", "النقل العام"),
    ("T12.feedback", "Hearing what came of it", "Återkoppling", "معرفة ما تحقق"),
)

CODEBOOK = Codebook(
    version=1,
    codes=tuple(
        Code(id, {"en": en, "sv": sv, "ar": ar}, parent=id.rpartition(".")[0] or None) for id, en, sv, ar in _CODES
    ),
)
