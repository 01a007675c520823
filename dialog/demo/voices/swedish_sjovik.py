"""What people in Sjövik say in Swedish: young people without anywhere to be, and summers by the water."""

from dialog.demo.voices.sayings import read_sayings

SAYINGS = read_sayings(
    "sv",
    """
[sjovik Q3 T3.no_meeting_places quote]
Vi står vid macken för att det inte finns något annat. Öppna fritidsgården på lördagar.

[sjovik Q3 T3.no_meeting_places]
alla säger att vi hänger men var ska vi va då?? gården stänger 20 och sen är det kallt

[sjovik Q3 T3.no_meeting_places T12.leisure_access]
Jag är 15 och det finns fotboll eller inget. Jag spelar inte fotboll.

[sjovik Q3 T3.rowdy_groups]
Ungdomar vid macken som sparkar omkull papperskorgar och skrattar åt en. Man känner sig gammal.

[sjovik Q3 T3.few_adults quote]
Det är inte fel på ungarna. Det är för få vuxna som är ute efter klockan sju.

[sjovik Q3 T1.reckless_driving quote]
Mopeder utan ljus på gångvägen bakom gymnastiksalen. Någon kommer att bli påkörd.

[sjovik Q3 T4.gathering T10.litter]
Badplatsen på sommaren: krossade flaskor, engångsgrillar och fest till fyra. På morgonen städar vi pensionärer.

[sjovik Q3 T4.noise again]
Högtalare på bryggan hela nätterna i juli. Över vattnet hörs varje ord.

[sjovik Q3 T2.supply_to_minors]
Äldre killar köper ut till 14-åringar. Alla vet vilken bil det är.

[sjovik Q3 T3.bullying mask]
Min son {name:Viktor} i åttan blir jagad hem från bussen. Skolan vet. Ring mig, {phone:070-174 06 71}.

[sjovik Q3 T5.arson]
De eldade upp omklädningshytten i påskas. Nu finns ingenstans att byta om.

[sjovik Q3 T11.fear_outdoors T3.rowdy_groups]
När det är mörkt och ett stort gäng står vid ingången till affären vänder jag. Det kan vara hur snälla ungar som helst.

[sjovik Q3 T12.hosts=strength T3.few_adults=strength]
Fältarna som går på fredagar är jättebra, de känner ungdomarna. Men de är bara två på hela kommunen.

[sjovik Q3 T12.leisure_access=strength]
När gården hade öppet i sportlovet var det lugnt på hela orten. Det säger väl allt.

[sjovik Q3 T11.avoidance]
Undviker stranden efter åtta. Tråkigt, det var därför vi flyttade hit.

[sjovik Q3 T6.bike_vehicle]
Min moped blev snodd, hittade den i vassen.

[sjovik Q3 T12.police]
Polisen kom när vi satt och åt pizza och visiterade alla. Vi hade inte gjort nåt. Nu ringer ingen dom.

[sjovik Q9 T3.no_meeting_places=proposal quote]
Fritidsgård fredag och lördag till 23. Vi kan vara med och bestämma vad som ska finnas.

[sjovik Q9 T3.no_meeting_places=proposal T12.leisure_access=proposal]
Ett ställe att meka moped på. Då kör vi inte runt.

[sjovik Q9 T12.hosts=proposal]
Fler fältare och att samma personer kommer tillbaka.

[sjovik Q9 T10.litter=proposal]
Soptunnor som rymmer mer än en glasspinne vid badet, och någon som tömmer dem på söndag morgon.

[sjovik @macken what T3.rowdy_groups T4.gathering]
Ett tjugotal ungdomar, höga mopeder, ägg som kastas på bilar. Personalen är ensam.

[sjovik @macken what T3.no_meeting_places]
Det är här vi är för det finns inget annat. Det är varmt när dörren öppnas lol

[sjovik @macken help T3.no_meeting_places=proposal]
En container med värme och lampor skulle räcka för oss.

[sjovik @badplatsen what T4.gathering T10.litter]
Fester med krossat glas i sanden. Min hund skar upp tassen.

[sjovik @badplatsen what T9.desolate]
Ödsligt på vintern, ingen ser en från vägen. Men vackert.

[sjovik @fritidsgarden what T12.leisure_access=strength T3.few_adults=strength quote]
Här finns vuxna som lyssnar. Synd att det är stängt när man behöver det.

[sjovik @sjoviksskolan what T1.reckless_driving]
Mopeder genar över skolgården när lågstadiet slutar.

[sjovik @sjoviksskolan help T1.reckless_driving=proposal]
Grindar eller stenar vid båda infarterna till skolgården.
""",
)
