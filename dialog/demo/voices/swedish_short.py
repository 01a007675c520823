"""What many people put in a few words in Swedish; several may say the same."""

from dialog.demo.voices.sayings import read_sayings

SHORT = read_sayings(
    "sv",
    """
[any Q3 T9.lighting]
För mörkt.

[any Q3 T9.lighting]
Dålig belysning på gångvägarna

[any Q3 T9.lighting]
trasiga lampor

[any Q3 T9.lighting]
Det är mörkt mellan husen.

[any Q3 T9.greenery_sight]
Buskar som skymmer sikten

[any Q3 T9.desolate]
Ödsligt på kvällen.

[any Q3 T9.upkeep_ice]
Halkigt och osandat

[any Q3 T1.speeding]
Folk kör för fort.

[any Q3 T1.speeding]
Fortkörning förbi skolan

[any Q3 T1.speeding]
hastigheten på genomfarten

[any Q3 T1.reckless_driving]
Mopeder på gångvägen.

[any Q3 T1.reckless_driving]
Buskörning med A-traktor, mest helger

[any Q3 T1.reckless_driving]
Mopederna!!

[any Q3 T1.unsafe_crossing]
Barnens skolväg.

[any Q3 T1.parking_cycle_conflicts]
Bilar på cykelbanan

[any Q3 T3.rowdy_groups]
Ungdomsgäng.

[any Q3 T3.rowdy_groups]
Stökiga ungdomar på kvällarna

[any Q3 T3.rowdy_groups]
gänget utanför affären

[any Q3 T3.no_meeting_places]
Inget för unga att göra.

[any Q3 T3.no_meeting_places]
Fritidsgården är ju stängd

[any Q3 T3.few_adults]
För få vuxna ute.

[any Q3 T2.intoxication]
Fylla på helgerna

[any Q3 T2.intoxication]
Berusade människor på torget.

[any Q3 T2.intoxication]
Påverkade personer vid bussen

[any Q3 T2.dealing]
Knarkhandel öppet

[any Q3 T2.dealing]
Droger.

[any Q3 T6.bike_vehicle]
Cykelstölder

[any Q3 T6.bike_vehicle]
Min cykel har blivit stulen.

[any Q3 T6.storage]
Inbrott i källaren.

[any Q3 T6.home]
inbrott

[any Q3 T6.fraud_elderly]
Bedragare som ringer.

[any Q3 T4.noise]
Oljud nattetid.

[any Q3 T4.gathering]
Folk som samlas och dricker

[any Q3 T4.fireworks]
Smällare!

[any Q3 T4.harassment]
Tafsande och kommentarer

[any Q3 T5.graffiti]
Klotter.

[any Q3 T5.broken_glass]
Krossat glas på lekplatsen

[any Q3 T5.tampering]
Sabotage i tvättstugan

[any Q3 T7.threats]
Hot och skrik.

[any Q3 T7.robbery]
Rånrisken för våra barn

[any Q3 T8.gang_presence]
Gängen flyttar hit från större städer.

[any Q3 T10.litter]
Skräpigt.

[any Q3 T10.litter]
Nedskräpning vid återvinningen

[any Q3 T10.dumping]
Folk dumpar sopor

[any Q3 T11.fear_outdoors]
Rädd att gå ut ensam.

[any Q3 T11.worry]
Orolig för barnbarnen

[any Q3 T12.police]
Aldrig någon polis.

[any Q3 T12.police]
polisen kommer för sent

[any Q3 T12.transit]
Inga bussar på kvällen.

[any Q3 T12.hosts=strength]
Bra grannar!

[any Q3 T12.hosts=strength]
Lugnt och skönt här.

[any Q3 T9.lighting=strength]
Bättre ljus nu än förr

[any Q9 T9.lighting=proposal]
Mer ljus.

[any Q9 T9.lighting=proposal]
Laga lamporna

[any Q9 T12.police=proposal]
Poliser som syns

[any Q9 T12.hosts=proposal]
Fler vuxna ute.

[any Q9 T3.no_meeting_places=proposal]
Något för ungdomarna att göra

[any Q9 T1.speeding=proposal]
Fartgupp

[any Q9 T10.litter=proposal]
Fler papperskorgar.

[any Q9 T12.transit=proposal]
Kvällsbuss
""",
)
