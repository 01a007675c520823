"""The codebook that Dialog comes with: twelve topics of five subcodes each, version 1. Pure.

Its labels are sentences of the catalogues, so that they come in every shipped language. What each code means, and the
words that residents use for it, is in guide.toml.
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dialog.languages import N_, STAFF_LANGUAGES, in_every_language
from dialog.review.codebook.book import Code, Codebook, Guide

GUIDE = Path(__file__).parent / "guide.toml"

LABELS = {
    "T1": N_("Traffic"),
    "T1.speeding": N_("Speeding"),
    "T1.reckless_driving": N_("Reckless driving"),
    "T1.racing": N_("Street racing"),
    "T1.unsafe_crossing": N_("Unsafe way to school or crossing"),
    "T1.parking_cycle_conflicts": N_("Parking, and cyclists among walkers"),
    "T2": N_("Drugs, alcohol and gambling"),
    "T2.dealing": N_("Drug dealing"),
    "T2.use_needles": N_("Drug use and needles"),
    "T2.intoxication": N_("People who are drunk or on drugs"),
    "T2.supply_to_minors": N_("Supply to minors"),
    "T2.school_bars": N_("Drugs or alcohol at schools and bars"),
    "T3": N_("Young people"),
    "T3.rowdy_groups": N_("Rowdy groups"),
    "T3.no_meeting_places": N_("Nowhere to meet"),
    "T3.few_adults": N_("Too few adults around"),
    "T3.bullying": N_("Fights and bullying"),
    "T3.risk_setting": N_("Risky settings"),
    "T4": N_("Disorder"),
    "T4.gathering": N_("Disorderly gatherings"),
    "T4.noise": N_("Noise"),
    "T4.fireworks": N_("Fireworks"),
    "T4.trespass": N_("Trespassing"),
    "T4.harassment": N_("Harassment"),
    "T5": N_("Vandalism and arson"),
    "T5.graffiti": N_("Graffiti"),
    "T5.broken_glass": N_("Broken glass"),
    "T5.arson": N_("Arson"),
    "T5.school_damage": N_("Damage to schools"),
    "T5.tampering": N_("Tampering and sabotage"),
    "T6": N_("Theft, burglary and fraud"),
    "T6.home": N_("Burglary at home"),
    "T6.storage": N_("Burglary in cellars and storage"),
    "T6.bike_vehicle": N_("Theft of bikes and vehicles"),
    "T6.shop": N_("Theft in shops"),
    "T6.fraud_elderly": N_("Fraud against older people"),
    "T7": N_("Violence and threats"),
    "T7.assault": N_("Assault"),
    "T7.robbery": N_("Robbery"),
    "T7.threats": N_("Threats"),
    "T7.sexual_offences": N_("Sexual offences"),
    "T7.domestic": N_("Violence in close relationships"),
    "T8": N_("Organised crime"),
    "T8.gang_presence": N_("Gang presence"),
    "T8.recruitment": N_("Recruitment of young people"),
    "T8.shooting_bombing": N_("Shootings and explosions"),
    "T8.undue_influence": N_("Undue influence"),
    "T8.fear_of_reporting": N_("Fear of reporting"),
    "T9": N_("Built environment"),
    "T9.lighting": N_("Lighting"),
    "T9.greenery_sight": N_("Greenery and open view"),
    "T9.tunnel_escape": N_("Underpasses and ways out"),
    "T9.desolate": N_("Desolate places"),
    "T9.upkeep_ice": N_("Upkeep and slippery ground"),
    "T10": N_("Litter and care"),
    "T10.litter": N_("Litter"),
    "T10.dumping": N_("Dumping"),
    "T10.abandoned_vehicles": N_("Abandoned vehicles"),
    "T10.decay": N_("Decay"),
    "T10.facilities": N_("Toilets and benches"),
    "T11": N_("Perceived safety and trust"),
    "T11.fear_outdoors": N_("Afraid outdoors"),
    "T11.avoidance": N_("Avoiding places"),
    "T11.worry": N_("Worry"),
    "T11.low_trust": N_("Low trust"),
    "T11.rumours": N_("Rumours"),
    "T12": N_("Presence, access and communication"),
    "T12.police": N_("Police presence"),
    "T12.hosts": N_("Adults and hosts"),
    "T12.leisure_access": N_("Access to leisure activities"),
    "T12.transit": N_("Public transport"),
    "T12.feedback": N_("Hearing what came of it"),
}


def _shipped() -> Codebook:
    guides = tomllib.loads(GUIDE.read_text(encoding="utf-8"))
    return Codebook(version=1, codes=tuple(_code(id, label, guides) for id, label in LABELS.items()))


def _code(id: str, label: str, guides: Mapping[str, Any]) -> Code:
    topic, _, own = id.partition(".")
    written = guides[topic][own] if own else guides[topic]
    return Code(id, in_every_language(label), topic if own else None, _guide(written))


def _guide(written: Mapping[str, Any]) -> Guide:
    return Guide(
        definition={tag: written[tag] for tag in STAFF_LANGUAGES},
        here={tag: written[f"here_{tag}"] for tag in STAFF_LANGUAGES if f"here_{tag}" in written},
        elsewhere={tag: written[f"not_{tag}"] for tag in STAFF_LANGUAGES if f"not_{tag}" in written},
        examples={tag: tuple(words) for tag, words in written["words"].items()},
    )


SHIPPED = _shipped()
