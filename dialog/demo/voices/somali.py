"""What people say in Somali: on paper, and at meetings."""

from dialog.demo.voices.sayings import read_sayings

SAYINGS = read_sayings(
    "so",
    """
[norrby Q3 T9.lighting quote]
Nalalka ka dambeeya iskuulka way jabeen. Habeenkii ma mari karo.

[norrby Q3 T3.rowdy_groups]
Dhalinyaro badan ayaa fiidkii isugu timaada kiosk-ga. Waxaan ka cabsadaa inaan gabadhayda u diro dukaanka.

[norrby Q3 T8.recruitment T11.worry]
Waxaan ka baqayaa in wiilkayga ay dad ka weyn siiyaan lacag si uu wax ugu qaado.

[norrby Q3 T9.lighting=strength]
Tunnelku hadda waa iftiin. Aad baad u mahadsan tihiin.

[norrby Q3 T4.harassment]
Basaska dhexdooda ayaa la igu caytamay xijaabkayga awgiis. Qofna ima caawin.

[norrby Q3 T12.hosts=strength quote]
Aabbayaasha iyo hooyooyinka jimcaha socda way fiican yihiin. Carruurtu way ixtiraamaan.

[norrby Q3 T2.dealing T8.fear_of_reporting]
Dadku wax bay arkaan laakiin ma sheegaan. Waa laga baqayaa.

[norrby Q9 T3.no_meeting_places=proposal]
Dhalinyarada u fura meel ay galaan habeenkii jimcaha iyo sabtida.

[norrby Q9 T9.lighting=proposal]
Nalal cusub ha la geliyo waddada iskuulka.

[ekhagen Q3 T1.unsafe_crossing]
Baabuurta iskuulka hortiisa aad bay u badan yihiin subaxdii.

[sjovik Q3 T12.leisure_access]
Gabdhaha wax u gaar ah ma jiraan. Wiilasha oo keliya ayaa kubbad ciyaara.

[any Q9 T12.feedback=proposal]
Noogu soo qora af Soomaali waxa aad qabateen.

[centrum Q3 T12.transit]
Baska ugu dambeeya wuu baxaa ka hor inta aanan shaqada dhammayn.
""",
)
