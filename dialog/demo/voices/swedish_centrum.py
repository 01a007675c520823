"""What people in Centrum say in Swedish: weekends, bicycles, and what works."""

from dialog.demo.voices.sayings import read_sayings

SAYINGS = read_sayings(
    "sv",
    """
[centrum Q3 T2.intoxication T4.noise quote]
Fredag och lördag efter ett är det fyllor, skrik och slagsmål utanför krogarna på Hamngatan. Övriga dagar är det lugnt.

[centrum Q3 T2.intoxication T11.avoidance]
Jag tar inte sista bussen på lördagar längre. För mycket berusade vid resecentrum.

[centrum Q3 T6.bike_vehicle quote]
Tredje cykeln på två år. Den här gången var den låst i själva stället vid resecentrum, mitt på dagen.

[centrum Q3 T6.bike_vehicle T11.low_trust]
Cykeln stulen igen. Anmälde på nätet, ärendet nedlagt innan jag hunnit stänga datorn.

[centrum Q3 T6.bike_vehicle]
Nån snor batterierna från elcyklarna utanför biblioteket. Hände tre på min avdelning förra månaden.

[centrum Q3 T7.assault]
Min sambo fick ett slag i ansiktet i korvkön. Helt oprovocerat. Ingen ingrep.

[centrum Q3 T4.harassment T11.fear_outdoors]
Killar i bil som saktar in och ropar när man går hem från jobbet. Jag jobbar kväll så det är ofta.

[centrum Q3 T2.dealing]
I Kvarnparken byter det ägare på småpåsar mitt bland barnvagnarna. Alltid samma bänk.

[centrum Q3 T2.use_needles]
Toaletten vid torget går inte att använda. Folie och kanyler på golvet.

[centrum Q3 T1.parking_cycle_conflicts]
Bilar parkerar på cykelbanan utanför gymmet varje eftermiddag. Man tvingas ut i gatan.

[centrum Q3 T1.racing]
Cruising runt torget varje torsdag. Gasar mellan farthindren, motorljud till midnatt. Jag har bytt sovrum.

[centrum Q3 T6.shop]
Jag står i kassan. Vi har snatterier varje dag och blir hotade när vi säger till. Till slut säger man inte till.

[centrum Q3 T7.threats mask]
Blev hotad i butiken, jag och {name:Fatima} som jobbade samma kväll. Chefen har anmält.

[centrum Q3 T6.fraud_elderly]
De ringde och sa att de var från banken. Jag är 78 och skäms fortfarande.

[centrum Q3 T6.fraud_elderly mask]
En man som kallade sig polis ringde mig från {phone:070-174 06 47} och ville ha mitt bankkort. Varna andra!

[centrum Q3 T10.facilities]
Alla bänkar på torget är borttagna för att "de" inte ska sitta där. Nu kan inte jag heller vila på väg till apoteket.

[centrum Q3 T12.police=strength quote]
Det märks att polisen går runt till fots på lördagar. Det räcker långt att de syns.

[centrum Q3 T9.lighting=strength]
Nya belysningen längs åpromenaden är jättefin, nu går folk där även på kvällen.

[centrum Q3 T11.worry]
Det har inte hänt mig något men jag är på min vakt på ett annat sätt än för tio år sen.

[centrum Q3 T12.transit quote]
Sista bussen till Sjövik går 21.40. Efter det är det att vänta ute i kylan på någon som kan skjutsa.

[centrum Q3 T12.leisure_access]
Allt som finns för unga kostar pengar. Därför sitter de på resecentrum, där är det varmt och gratis.

[centrum Q3 T2.school_bars]
Gymnasiet har problem med vejp och piller på toaletterna, alla elever vet det men skolan mörkar.

[centrum Q3 T4.fireworks quote]
Smällare från oktober till februari. Hunden går på lugnande.

[centrum Q3 T8.undue_influence]
Krogägare jag känner har fått "besök" om att byta vaktbolag. Ingen vågar säga något högt.

[centrum Q3 aside]
Ni är ju idioter allihop på kommunen. Skärp er.

[centrum Q3 T4.gathering again]
Samma klagomål som förra gången: för mycket folk som dricker på bänkarna vid resecentrum, från morgonen.

[centrum Q9 T12.transit=proposal]
En sen buss fredag och lördag. Det skulle göra mer än tio vakter.

[centrum Q9 T6.bike_vehicle=proposal quote]
Bygg ett låsbart cykelgarage vid resecentrum. Jag betalar gärna en hundralapp i månaden.

[centrum Q9 T2.intoxication=proposal]
Sprid ut stängningstiderna på krogarna så att inte alla kommer ut på en gång.

[centrum Q9 T10.facilities=proposal]
Sätt tillbaka bänkarna. Och en toalett som någon städar.

[centrum @resecentrum what T2.intoxication T4.gathering]
Stökigt runt bänkarna, fyllbråk och tiggande om cigaretter. Värst mellan 20 och 23.

[centrum @resecentrum what T9.lighting T9.desolate]
Väntsalen stänger 19 och sen står man i mörkret på perrong B. Inte en själ som jobbar där.

[centrum @resecentrum what T4.harassment]
Tjejer får höra saker där jämt. Jag låtsas prata i telefon.

[centrum @resecentrum help T12.hosts=proposal]
Ha väntsalen öppen tills sista bussen gått, med någon som jobbar.

[centrum @cykelstallet what T6.bike_vehicle]
Min sons cykel stals 14.30 en tisdag. Låset låg kvar, avklippt.

[centrum @cykelstallet what T6.bike_vehicle T9.greenery_sight]
Cykelstället ligger bakom häcken där ingen ser. Perfekt för tjuvar.

[centrum @stortorget what T2.intoxication T7.assault]
Bråk i taxikön varje lördag natt. Jag kör taxi så jag har sett det från första parkett.

[centrum @stortorget what T1.racing]
Bilar som driftar på torget så fort det kommit lite snö. Det är barn som står och tittar på.

[centrum @hamngatan what T2.intoxication T4.noise]
Kissar i portar, slår sönder glas och skrålar till halv fyra. Bor man här får man sova med öronproppar.

[centrum @kvarnparken what T2.dealing T9.lighting]
Mörkt runt dammen och mopeder som kommer in från två håll. Det handlas, det är inget snack om saken.

[centrum @kvarnparken what T12.leisure_access=strength]
När det är boule och kaffe på onsdagar är parken full av folk och helt trygg. Gör mer sånt.

[centrum @stadsbiblioteket what T12.hosts=strength]
Ljust, varmt, vänlig personal. Mormor går dit bara för att sitta.

[centrum @apromenaden what T9.lighting=strength T9.greenery_sight=strength quote]
Ni har röjt och satt upp låga lampor. Nu joggar jag där efter jobbet, det gjorde jag aldrig förr.
""",
)
