"""What people say in Swedish wherever they live."""

from dialog.demo.voices.sayings import read_sayings

SAYINGS = read_sayings(
    "sv",
    """
[any Q3 T12.feedback]
Det vore bra om man fick veta vad som hände efter att man anmält något. Nu är det tyst.

[any Q3 T11.worry]
Egentligen känner jag mig trygg här, det är nyheterna som gör mig orolig.

[any Q3 T12.police]
Man ser aldrig en polis om det inte redan har hänt något.

[any Q3 T7.domestic T11.worry]
Jag hör bråk genom väggen och vet inte om man ska ringa. Skriv hur man gör.

[any Q3 T9.upkeep_ice]
Dåligt sandat överallt. Vi äldre stannar inne, det är också otrygghet.

[any Q3 T11.low_trust]
Vågar inte ringa, de får ju veta vem som tipsat. Det är i alla fall vad man hör.

[any Q3 T10.litter T10.decay]
Skräp drar till sig mer skräp. Där det är städat blir det lugnare, så enkelt är det.

[any Q3 T1.parking_cycle_conflicts]
Elsparkcyklarna ligger tvärs över trottoaren. Jag är synskadad och har snubblat två gånger.

[any Q3 spam r1]
test test

[any Q3 spam r1]
Köp billiga solglasögon med 80 % rabatt idag!!!

[any Q3 spam r2]
asdfghjkl

[any Q3 spam r1]
Följ oss och vinn en ny mobil, klicka på länken i vår profil

[any Q9 T12.police=proposal]
Fler poliser som går, färre som åker.

[any Q9 T12.feedback=proposal]
Berätta i efterhand vad ni gjorde. En lapp i trapphuset räcker.

[any Q9 T12.hosts=proposal]
Betala föreningarna för att ha folk ute på kvällarna. De kan ungdomarna.

[any Q9 T9.lighting=proposal]
Lampor som inte går sönder av en snöboll.

[any Q9 T3.no_meeting_places=proposal]
Simhallen gratis för alla under 18 på fredagar.

[any Q9 T10.litter=proposal]
Sommarjobb till ungdomar att hålla rent där de själva bor. De blir stolta.

[any Q9 T12.transit=proposal]
Möjlighet att gå av bussen mellan hållplatserna på kvällen.
""",
)
