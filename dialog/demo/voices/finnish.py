"""What people say in Finnish: on paper, and at meetings."""

from dialog.demo.voices.sayings import read_sayings

SAYINGS = read_sayings(
    "fi",
    """
[hammaren Q3 T1.racing]
Kesätorstaisin teollisuuskadulla ajetaan kilpaa. Ei siinä nuku kukaan.

[hammaren Q3 T10.decay quote]
Vanha ruukki on rappiolla. Olin siellä töissä kolmekymmentä vuotta, nyt siellä leikkivät lapset romun keskellä.

[hammaren Q3 T12.hosts=strength]
Täällä naapurit pitävät toisistaan huolta. Siksi olo on turvallinen.

[hammaren Q9 T10.decay=proposal]
Aita ruukin ympärille ja kunnon lukot.

[centrum Q3 T6.fraud_elderly]
Minulle soitti pankkimies, joka ei ollut pankkimies. Onneksi tytär oli kylässä.

[centrum Q3 T2.intoxication]
Linja-autoasemalla on iltaisin humalaisia. En enää matkusta illalla.

[centrum Q3 T10.facilities]
Penkit vietiin torilta. Missä vanha ihminen nyt lepää?

[ekhagen Q3 T11.fear_outdoors]
En lähde ulos pimeällä, vaikka mitään ei ole sattunut.

[ekhagen Q3 T9.upkeep_ice mask]
Jalkakäytävä oli jäässä koko tammikuun. {name:Aino} naapurista kaatui ja mursi lonkkansa.

[norrby Q3 T9.lighting=strength]
Tunnelin uudet valot ovat hyvät. Nyt näkee, kuka tulee vastaan.

[any Q9 T9.upkeep_ice=proposal]
Hiekoittakaa ensin sieltä, missä vanhat kulkevat.

[any Q9 T12.transit=proposal quote]
Palvelubussi myös iltapäivisin, niin pääsisi ihmisten ilmoille.

[torsvik Q3 T12.transit]
Kaunista on, mutta bussi kulkee kahdesti päivässä.
""",
)
