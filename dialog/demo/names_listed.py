"""What streets, landmarks and villages of Åkersta are called, district by district. None of them exists. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Listed:
    """One name; `near` is the id of the spot it lies at, if any."""

    sv: str
    near: str = ""
    ar: str = ""
    en: str = ""
    also: tuple[str, ...] = ()


def _named(*names: str) -> tuple[Listed, ...]:
    return tuple(map(Listed, names))


Lists = Mapping[str, Sequence[Listed]]  # by the code of the district

STREETS: Lists = {
    "centrum": (
        Listed("Storgatan", ar="شارع ستورغاتان"),
        Listed("Hamngatan", near="hamngatan", ar="شارع همنغاتان"),
        Listed("Järnvägsgatan", near="resecentrum", ar="شارع السكة الحديد"),
        Listed("Strandgatan", near="apromenaden"),
        Listed("Nygatan", also=("Bagaregatan",)),
        *_named("Kyrkogatan", "Rådhusgatan", "Skolgatan", "Bryggargränd", "Smedjegatan", "Åkerstavägen", "Prästgatan"),
    ),
    "norrby": (
        Listed("Kvarngatan", near="kvarngatan", ar="شارع كفارنغاتان"),
        Listed("Norrbyvägen", ar="طريق نوربي"),
        *_named("Mjölnarvägen", "Vetegatan", "Råggatan", "Havregränd", "Kornstigen", "Bagarvägen", "Skogsgatan"),
    ),
    "ekhagen": (
        Listed("Ekhagsvägen", near="ekhagsvagen", ar="طريق إيكهاغن"),
        Listed("Ekbacken", near="ekbacken"),
        *_named("Bokvägen", "Lindvägen", "Almstigen", "Askgränd", "Björkallén", "Hasselvägen", "Lönnstigen"),
    ),
    "sjovik": (
        Listed("Sjöviksvägen", ar="طريق خوفيك"),
        Listed("Badvägen", near="badplatsen"),
        *_named("Båtgatan", "Fiskargränd", "Seglarvägen", "Vassvägen", "Näckrosstigen", "Ankarvägen"),
    ),
    "lillaker": (
        Listed("Lillåkersvägen", near="lillakersvagen", ar="طريق ليلوكر"),
        Listed("Åkerstigen", near="forraden"),
        *_named("Plogvägen", "Harvgatan", "Klövergatan", "Timotejvägen", "Skördevägen"),
    ),
    "hammaren": (
        Listed("Industrigatan", near="industrin", ar="شارع الصناعة"),
        Listed("Bruksgatan", near="bruket"),
        *_named("Hammarvägen", "Smältverksgatan", "Slaggvägen", "Masugnsvägen", "Städgatan", "Verkstadsgatan"),
    ),
    "ostra-byarna": (Listed("Byvägen", near="byvagen"), *_named("Skolgatan", "Kyrkvägen", "Mejerivägen")),
    "torsvik": (
        Listed("Bryggvägen", near="bryggan"),
        *_named("Torsviksvägen", "Fyrvägen", "Klippstigen", "Måsvägen", "Tärnvägen", "Kyrkvägen"),
    ),
}

LANDMARKS: Lists = {
    "centrum": (
        Listed("Stadshuset", ar="مبنى البلدية", en="The town hall"),
        Listed("Polishuset", ar="مركز الشرطة", en="The police station"),
        Listed("Åkersta vårdcentral", ar="المركز الصحي في أوكِشتا", en="Åkersta health centre"),
        Listed("Simhallen", ar="المسبح", en="The swimming hall", also=("Badhuset",)),
        Listed("Stationstorget", near="resecentrum", ar="ساحة المحطة", en="The station square"),
        Listed("Åkersta kyrka", ar="كنيسة أوكِشتا", en="Åkersta church"),
        *_named("Rådhustorget", "Medborgarhuset", "Åkersta gymnasium", "Vattentornet", "Slussen", "Teaterparken"),
    ),
    "norrby": (
        Listed("Norrby torg", near="kiosken", ar="ساحة نوربي", en="Norrby square", also=("Torget i Norrby",)),
        Listed("Norrbyskolan", near="skolstigen", ar="مدرسة نوربي", en="Norrby school"),
        Listed("Norrby vårdcentral", ar="المركز الصحي في نوربي", en="Norrby health centre"),
        *_named("Norrby centrum", "Norrby idrottsplats", "Tallbacken", "Fröhuset"),
    ),
    "ekhagen": (
        Listed("Ekhagsskolan", near="ekhagsskolan", ar="مدرسة إيكهاغن", en="Ekhagen school"),
        *_named("Ekhagsparken", "Ekhagens centrum", "Ekhagens förskola", "Kullen"),
    ),
    "sjovik": (
        Listed("Sjöviksskolan", near="sjoviksskolan", ar="مدرسة خوفيك", en="Sjövik school"),
        *_named("Sjöviks torg", "Sjöviks båthamn", "Sjöviks camping", "Strandpromenaden", "Hopptornet"),
    ),
    "lillaker": (
        Listed("Lillåkersskolan", near="skolbommen", ar="مدرسة ليلوكر", en="Lillåker school"),
        *_named("Lillåkers kyrka", "Lillåkers idrottsplats", "Kolonilotterna"),
    ),
    "hammaren": (
        Listed("Återvinningscentralen", ar="مركز إعادة التدوير", en="The recycling centre"),
        *_named("Brandstationen", "Bruksdammen", "Hammarens folkets hus"),
    ),
    "ostra-byarna": _named("Östra kyrka", "Lanthandeln", "Kvarndammen", "Gamla mejeriet"),
    "torsvik": _named("Torsviks brygga", "Torsviks gästhamn", "Torsviks kapell", "Torsviks handelsbod"),
}

VILLAGES: Lists = {
    "ostra-byarna": _named("Ängsbo", "Grindtorp", "Hagsta", "Källsätter", "Övre Ånäs", "Nedre Ånäs"),
    "torsvik": _named("Sandudden"),
    "hammaren": _named("Hyttbyn"),
}
