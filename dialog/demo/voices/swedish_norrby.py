"""What people in Norrby say in Swedish: dark paths, the kiosk, and lamps that helped."""

from dialog.demo.voices.sayings import read_sayings

SAYINGS = read_sayings(
    "sv",
    """
[norrby Q3 T9.lighting T11.avoidance quote]
Gångvägen bakom Norrbyskolan är becksvart. Jag går runt via Kvarngatan i stället, det tar tio minuter extra.

[norrby Q3 T9.lighting]
Tre lampor i rad är trasiga mellan torget och skolan. Felanmält två gånger sen i höstas, inget händer.

[norrby Q3 T9.lighting T11.fear_outdoors]
Vågar inte gå hem från bussen efter åtta på vintern. Det är bara svart.

[norrby Q3 T9.greenery_sight T9.lighting quote]
Buskarna längs gångvägen har vuxit över lyktorna, så ljuset når inte ner till marken.

[norrby Q3 T3.rowdy_groups T11.avoidance quote]
Det står ett gäng vid kiosken varje kväll och skriker efter folk som går förbi. Jag går på andra sidan.

[norrby Q3 T3.rowdy_groups T3.few_adults]
Killarna vid kiosken är 13, 14 år. Ingen vuxen säger till dem, alla bara skyndar förbi med blicken i backen.

[norrby Q3 T3.rowdy_groups T4.harassment]
Som tjej får man kommentarer vid kiosken hela tiden. Har slutat handla där efter skolan.

[norrby Q3 T2.dealing T3.risk_setting]
Det säljs grejer bakom kiosken, mopeder kommer och åker var femte minut på fredagarna. Det ser ju vem som helst.

[norrby Q3 T2.dealing mask]
Jag vet precis vilka som säljer och var de har sakerna. Ring mig på {phone:070-174 06 12} så berättar jag.

[norrby Q3 T2.dealing aside]
Det är {name:Kenneth} på tredje våningen som säljer, det vet hela huset. Varför tar ni inte honom?

[norrby Q3 T1.reckless_driving mask]
Jag heter {name:Karin} och bor {address:mitt emot skolan}. Varje fredag efter nio kör mopederna på gångvägen
bakom gymnastiksalen.

[norrby Q3 T1.reckless_driving again]
Elsparkcyklar och mopeder i full fart på gångbanan. Min mamma är 81 och hinner inte flytta sig.

[norrby Q3 T9.tunnel_escape=strength T9.lighting=strength quote]
Tack för nya lamporna i tunneln! Nu vågar jag gå där igen.

[norrby Q3 T9.lighting=strength T9.tunnel_escape=strength]
Tunneln mot Centrum är mycket bättre sen det blev ljust och ni röjde slänten. Man ser rakt igenom nu.

[norrby Q3 T9.lighting=strength T9.lighting]
Bra med ljus i tunneln men det slutar tvärt på Norrbysidan, sen är det lika mörkt som förut fram till torget.

[norrby Q3 T5.graffiti T10.litter]
Klottret på Kvarngatan 2–10 har varit kvar sen i somras. Värden målar över bara där hyreskontoret ligger.

[norrby Q3 T5.arson quote]
Tredje gången på ett år som det brinner i containern bakom garagen. Nån dag tar det sig in i huset.

[norrby Q3 T6.storage]
Vårt källarförråd har brutits upp två gånger. Vinterdäck, skidor, till och med barnens pulkor.

[norrby Q3 T10.litter T2.use_needles]
Barnen hittade en spruta i sandlådan i lekparken. Dagis går inte dit längre.

[norrby Q3 T4.noise]
Musik och skrik på torget till två på natten. Jag ska upp halv fem.

[norrby Q3 T8.recruitment T11.worry]
Min son går i sjuan och har fått frågan om han vill tjäna pengar på att hämta ett paket. Vi pratar om det hemma,
men alla gör inte det.

[norrby Q3 T8.fear_of_reporting quote]
Folk ser men ingen anmäler. Man vill ju kunna gå till tvättstugan sen också.

[norrby Q3 T12.police]
Polisen åker igenom i bil men kliver aldrig ur. Då är det ingen idé.

[norrby Q3 T12.police=strength]
De två poliserna som gick på torget i våras gjorde skillnad. De hälsade och kunde ungdomarnas namn. Sen försvann de.

[norrby Q3 T11.low_trust T12.feedback]
Jag har svarat på tre såna här enkäter. Har aldrig hört vad det blev av det.

[norrby Q3 T11.rumours]
Det pratas så mycket skit om Norrby. Jag har bott här i 22 år och trivs. Skriv det också.

[norrby Q3 T12.hosts=strength quote]
Föräldravandrarna på fredagar är guld värda. Det räcker att det finns någon som säger hej.

[norrby Q3 T7.robbery]
Min kusin blev av med mobilen på väg hem från träningen. De var fyra stycken. Han är tolv.

[norrby Q9 T9.lighting=proposal]
Sätt upp lampor hela vägen från torget till skolan, inte bara i tunneln.

[norrby Q9 T12.hosts=proposal]
Ge föräldravandrarna en lokal att värma sig i och fika. Då orkar fler gå.

[norrby Q9 T3.no_meeting_places=proposal]
Öppna gymnastiksalen på fredags- och lördagskvällar. Den står ju tom.

[norrby Q9 T1.reckless_driving=proposal]
En bom vid gångvägen så mopederna inte kommer in. Det fungerade i Lillåker.

[norrby @skolstigen what T9.lighting T9.desolate]
Helt mörkt och inte en människa. Man hör steg bakom sig och ser ingen.

[norrby @skolstigen what T9.greenery_sight]
Buskaget vid backen skymmer så att man inte ser om det står någon där.

[norrby @skolstigen what T9.lighting T9.upkeep_ice]
Lampan vid trappan blinkar och det är blankis under. Dom två tillsammans är ingen bra kombination.

[norrby @skolstigen help T9.lighting=proposal]
Laga lamporna och klipp buskarna före oktober, inte i mars.

[norrby @kiosken what T3.rowdy_groups again]
Ungdomar som hänger, spottar och kastar saker efter cyklister. Mest fredag och lördag.

[norrby @kiosken what T3.rowdy_groups T7.threats]
Blev omringad av fem stycken som ville att jag skulle köpa ut cigaretter. Jag är inte lättskrämd men det var obehagligt.

[norrby @kiosken what T4.gathering mask]
Samma gäng varje kväll. {name:Amir} i kiosken har fått nog, fråga honom. Han nås på {phone:070-174 06 33}.

[norrby @kiosken help T12.hosts=proposal]
Någon vuxen på plats mellan 18 och 22. Fältare, vakter, farfar, vem som helst.

[norrby @tunneln what T9.tunnel_escape=strength T9.lighting=strength]
Ljust, nymålat och man ser ut på andra sidan. Så här borde alla tunnlar se ut.

[norrby @tunneln what T1.parking_cycle_conflicts]
Cyklisterna dundrar ner i tunneln utan att plinga. Måla en linje.

[norrby @tunneln what T5.graffiti]
Nya lampor är bra men någon har redan sprejat över två av dem.

[norrby @kvarngatan what T6.storage T5.tampering]
Porten går inte i lås. Folk sover i källargången och förråden är uppbrutna.

[norrby @kvarngatan what T9.desolate]
Garagelängan är läskig på kvällen. Döda vinklar överallt och ingen mobiltäckning.

[norrby @lekparken what T10.litter T2.use_needles]
Glassplitter, fimpar och en gång en kanyl under rutschkanan. Vi vänder i grinden numera.

[norrby @norrby-bibliotek what T12.hosts=strength T3.no_meeting_places=strength]
Personalen ser alla och säger hej. Här kan man sitta och plugga utan att nån stör.
""",
)
