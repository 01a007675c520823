"""What people in Östra byarna, Hammaren and Torsvik say in Swedish: roads, distances, empty works."""

from dialog.demo.voices.sayings import read_sayings

SAYINGS = read_sayings(
    "sv",
    """
[ostra-byarna Q3 T1.speeding quote]
Det är 50 genom byn men ingen kör under 80. Barnen väntar på skolskjutsen en meter från vägkanten.

[ostra-byarna Q3 T1.speeding T1.unsafe_crossing]
Vi har bett om övergångsställe vid affären i sex år. Kommunen hänvisar till vägmyndigheten och tvärtom.

[ostra-byarna Q3 T1.reckless_driving]
A-traktorer som kör om varandra på krönet. Musiken hör man en kvart innan.

[ostra-byarna Q3 T1.reckless_driving T3.no_meeting_places quote]
A-traktorungdomarna är snälla när man pratar med dem. De har ingenstans att vara, så de kör fram och tillbaka.

[ostra-byarna Q3 T1.speeding T11.avoidance]
Jag har slutat promenera på landsvägen. Timmerbilarna har inte en chans att väja.

[ostra-byarna Q3 T12.police]
Ringde om inbrott i ladan. Närmaste patrull var sju mil bort. De kom dagen efter.

[ostra-byarna Q3 T6.bike_vehicle]
Diesel ur traktorn två nätter i rad, och en fyrhjuling hos grannen.

[ostra-byarna Q3 T6.home T11.worry again]
Okända bilar som åker runt och tittar in på gårdarna. Man börjar låsa mitt på dagen, det gjorde vi aldrig förut.

[ostra-byarna Q3 T11.worry T12.transit]
Ensamt efter att busslinjen drogs in. Om något händer på kvällen är man själv.

[ostra-byarna Q3 T12.hosts=strength quote]
Här håller vi koll på varandra. Grannsamverkan och en telefonkedja, det är därför jag känner mig trygg.

[ostra-byarna Q3 T1.speeding mask]
Fartkameran har varit trasig sen i våras. Ring {name:Göran} i byalaget, {phone:070-174 06 58}, han har räknat bilarna.

[ostra-byarna Q3 T10.dumping]
Folk från stan tippar gamla soffor och däck på skogsvägen. Vi kör bort det själva.

[ostra-byarna Q3 T9.upkeep_ice]
Oplogat till nio på förmiddagen. Hemtjänsten fastnade två gånger i januari.

[ostra-byarna Q9 T1.speeding=proposal]
Sänk till 40 genom byn och sätt upp blinkande hastighetsskyltar. De fungerar, det såg vi när de stod här på prov.

[ostra-byarna Q9 T3.no_meeting_places=proposal]
Låt ungdomarna få bygdegården på fredagar. Vi föräldrar kan turas om.

[ostra-byarna Q9 T12.police=proposal]
En polis som kommer till byn en gång i månaden och dricker kaffe. Så var det förr.

[ostra-byarna @byvagen what T1.speeding]
Raksträckan efter kyrkan är en tävlingsbana. Tre påkörda katter bara i år, nästa gång är det ett barn.

[ostra-byarna @byvagen what T1.reckless_driving]
A-traktorer med urplomberade motorer. De kör om skolskjutsen.

[ostra-byarna @byvagen what T1.speeding T1.unsafe_crossing]
Ingen trottoar och inget ljus. Vi går i diket med barnvagnen när lastbilarna kommer.

[ostra-byarna @byvagen help T1.speeding=proposal]
Farthinder eller kamera, eller polis med laser en måndagsmorgon. Vad som helst.

[ostra-byarna @skolskjutsen what T1.unsafe_crossing T9.lighting]
Hållplatsen saknar belysning. Sexåringar i mörkret längs en 70-väg.

[ostra-byarna @bygdegarden what T12.leisure_access=strength]
Kaffe på tisdagar, gympa på torsdagar. Det är hjärtat i byn.

[ostra-byarna @bygdegarden what T1.reckless_driving T4.noise]
Burnouts på grusplanen lördag kväll. Vi lagade planen i våras, nu är den sönderkörd igen.

[hammaren Q3 T1.racing quote]
Industrigatan är dragstrip varje torsdag från april till september. Det låter ända upp till äldreboendet.

[hammaren Q3 T5.arson T4.trespass]
Gamla bruket står öppet. Ungar klättrar på taken och det har brunnit där två gånger.

[hammaren Q3 T10.decay T11.low_trust]
Bruket förfaller och ägaren svarar inte. Kommunen säger att den inte rår över det. Ingen rår över något.

[hammaren Q3 T10.dumping quote]
Sopor, vitvaror och asbest bakom återvinningen. Råttor nu också.

[hammaren Q3 T10.abandoned_vehicles]
Fyra skrotbilar utan plåtar har stått på vändplanen sen i vintras.

[hammaren Q3 T6.bike_vehicle]
Katalysatorn stulen på pendlarparkeringen. Verkstan sa att jag var femte den veckan.

[hammaren Q3 T9.desolate T12.transit]
Går av bussen i Hammaren 22.15. Sen är det åttahundra meter industri utan ett enda fönster som lyser.

[hammaren Q3 T12.hosts=strength]
Lugnt område, bra grannar, alla känner alla. Det enda är racingen.

[hammaren Q3 T9.lighting]
Lyktstolparna släcks klockan 23 för att spara el. Jag slutar 23.30.

[hammaren Q9 T1.racing=proposal]
Lägg ut stora stenar eller farthinder på Industrigatan, det kostar ju nästan inget.

[hammaren Q9 T10.decay=proposal]
Tvinga ägaren att stänga igen bruket ordentligt. Staket, skyltar, larm.

[hammaren @industrin what T1.racing T4.noise]
Femtio bilar, publik och högtalare. När polisen kommer är alla borta, sen är de tillbaka efter en halvtimme.

[hammaren @industrin what T10.dumping]
Någon har dumpat byggavfall vid elskåpet igen. Vassa plåtar precis där barnen genar.

[hammaren @bruket what T4.trespass T5.broken_glass]
Krossade rutor och öppna schakt. Det är en tidsfråga innan någon ramlar ner.

[hammaren @bruket what T5.arson]
Det luktade rök igen i lördags. Vi sprang dit med brandsläckare.

[hammaren @hammarstoppet what T9.lighting T9.desolate]
Ingen lampa, ingen kur, ingen bänk. Man står i mörkret och hoppas att chauffören ser en.

[torsvik Q3 T6.bike_vehicle]
Båtmotorer försvinner varje vår. I år tog de tre på samma natt.

[torsvik Q3 T12.transit]
Fint och lugnt här ute, men ingen kommer hit. Varken buss, polis eller kommun.

[torsvik Q9 T12.feedback=proposal]
Sätt upp en anslagstavla vid bryggan med vad ni gör. Halva byn har inte internet.

[torsvik @bryggan what T6.bike_vehicle T9.lighting]
Mörkt på parkeringen och stölder ur båtarna. En lampa med rörelsevakt skulle räcka.
""",
)
