"""What people in Ekhagen and Lillåker say in Swedish: the way to school, and a barrier that works."""

from dialog.demo.voices.sayings import read_sayings

SAYINGS = read_sayings(
    "sv",
    """
[ekhagen Q3 T1.unsafe_crossing quote]
Skjutskaoset utanför Ekhagsskolan kvart i åtta är livsfarligt. Det är vi föräldrar som kör, det är det värsta.

[ekhagen Q3 T1.speeding again]
Ekhagsvägen är skyltad 40. Min app visar att snittet är 58.

[ekhagen Q3 T1.speeding T1.unsafe_crossing]
Övergångsstället vid pizzerian syns inte när löven kommit. Två tillbud i år bara som jag har sett.

[ekhagen Q3 T1.reckless_driving]
Mopedbilar på cykelvägen. De tutar på folk med rullator.

[ekhagen Q3 T6.home]
Inbrott i tre villor på samma gata medan folk var på semester. Grannsamverkan har somnat in.

[ekhagen Q3 T6.storage mask]
Vårt garage bröts upp i mars. Jag fick tipset av {name:Lennart} på {address:Ekbacken 4} att det var
samma bil som hos dem.

[ekhagen Q3 T3.bullying T3.few_adults]
Bråk på skolgården efter skoltid. Rastvakterna har gått hem och ingen tar ansvar.

[ekhagen Q3 T9.lighting T11.avoidance quote]
Elljusspåret är släckt sen i november. Det var min enda träning.

[ekhagen Q3 T9.lighting=strength]
Bra att elljusspåret fungerar igen. Fullt med folk där nu, alla åldrar.

[ekhagen Q3 T11.fear_outdoors]
Jag är 74 och går inte ut när det är mörkt. Inte för att något hänt, men man läser ju.

[ekhagen Q3 T10.litter]
Skräpigt vid busshållplatsen. Papperskorgen töms en gång i veckan om man har tur.

[ekhagen Q3 T12.police]
Har bott här i nio år och aldrig sett en polis till fots. Inte en gång.

[ekhagen Q3 T5.school_damage]
Fönsterkross på skolan varannan helg. Det är våra skattepengar.

[ekhagen Q3 T12.hosts=strength]
Lugnt och tryggt. Barnen cyklar själva till träningen och grannarna håller utkik.

[ekhagen Q3 T4.fireworks T4.noise]
Raketer från balkongerna hela december. Min man har varit i krig, han går inte ut på en vecka.

[ekhagen Q3 T2.supply_to_minors]
En bil kommer till grillplatsen på fredagar och säljer sprit till ungdomarna ur bagaget.

[ekhagen Q9 T1.unsafe_crossing=proposal]
Gör en avlämningszon bortom skolan så barnen går sista biten tillsammans.

[ekhagen Q9 T9.greenery_sight=proposal]
Klipp häcken vid pizzerian! En man med en sax, en timme.

[ekhagen Q9 T12.hosts=proposal]
Starta om grannsamverkan, gärna med ett möte där polisen är med.

[ekhagen @ekhagsskolan what T1.unsafe_crossing]
Bilar backar bland sexåringar. Ingen vågar släppa barnen vid grinden.

[ekhagen @ekhagsskolan help T1.unsafe_crossing=proposal]
Stäng gatan för biltrafik 7.30–8.15. Det har de gjort i andra kommuner.

[ekhagen @ekhagsvagen what T1.speeding]
Bilarna gasar ur rondellen och är uppe i 70 vid förskolan.

[ekhagen @elljussparet what T9.lighting T9.desolate]
Varannan stolpe släckt. Skogen är kolsvart och man har bara en väg ut.

[ekhagen @elljussparet what T9.lighting=strength]
Nya led-lampor hela spåret, tänds automatiskt. Jättebra!

[ekhagen @ekbacken what T6.storage]
Cykelrummet uppbrutet fyra gånger i år. Hyresvärden byter lås, samma lås.

[lillaker Q3 T1.unsafe_crossing=strength quote]
Bommen vid Lillåkersskolan är det bästa som hänt. Inga mopeder, inga bilar, barnen går själva.

[lillaker Q3 T1.speeding]
Genomfartstrafiken på Lillåkersvägen har blivit värre sen de byggde om E-vägen. GPS:en skickar alla hit.

[lillaker Q3 T6.storage T6.bike_vehicle]
Förråden på Åkerstigen länsas systematiskt. Vi har kamera nu men de har mask.

[lillaker Q3 T6.home T11.worry]
Inbrott hos grannen när hon var på sjukhuset. Någon måste ha vetat om det.

[lillaker Q3 T10.litter]
Ingen tömmer återvinningen. Det blåser plast över hela åkern.

[lillaker Q3 T9.upkeep_ice]
Gångbron är en isbana från december till mars. Jag bröt handleden förra vintern.

[lillaker Q3 T12.leisure_access]
Fotbollsplanen är avstängd sen ett år. Barnen spelar på parkeringen i stället.

[lillaker Q3 T11.worry mask]
Min dotter {name:Ella} vågar inte gå till bussen. En man har stått där och filmat två morgnar.

[lillaker Q3 T12.feedback=strength]
Förra gången skrev jag om bommen och nu finns den. Tack, det betyder mycket att någon läste.

[lillaker Q3 T12.transit]
Bussen kommer eller kommer inte. Min son 13 stod fyrtio minuter i mörkret.

[lillaker Q9 T1.speeding=proposal]
Farthinder på Lillåkersvägen och skylt "genomfart förbjuden" för tunga fordon.

[lillaker Q9 T9.upkeep_ice=proposal]
Sanda gångbron före klockan sju, inte efter.

[lillaker @lillakersvagen what T1.speeding]
Lastbilar tar genvägen genom bostadsområdet, även på natten.

[lillaker @skolbommen what T1.unsafe_crossing=strength]
Bommen fungerar! Barnen kan gå bredvid varandra och prata.

[lillaker @forraden what T6.storage T9.lighting]
Mörkt runt förrådslängan, ingen ser om någon bryter sig in. Och det gör de.
""",
)
