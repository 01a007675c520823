"""Spots in Centrum and Norrby. Pure."""

from dialog.demo.spots import (
    ALL,
    ANY_TIME,
    CHILDREN,
    DARK,
    EVENINGS,
    HOUSING,
    LEISURE,
    NIGHTS,
    PARKS,
    POLICE,
    STREETS,
    WOMEN,
    Named,
    Spot,
)

SPOTS = (
    Spot(
        "skolstigen", "norrby", (160, 66), "path", 19,
        Named(
            ("Gångvägen bakom Norrbyskolan", "Stigen mellan Norrby torg och skolan", "Gångvägen vid skolan i Norrby"),
            ("The path behind Norrby school", "Footpath between the school and the square"),
            ("الممر خلف مدرسة نوربي", "الممر بين الساحة والمدرسة"),
        ),
        {"lighting": 8, "hidden": 4, "desolate": 4, "upkeep": 1, "traffic": 1}, DARK, WOMEN, STREETS,
    ),
    Spot(
        "kiosken", "norrby", (151, 78), "square", 16,
        Named(
            ("Kiosken på Norrby torg", "Norrby torg, vid kiosken", "Utanför kiosken i Norrby"),
            ("The kiosk on Norrby square", "Outside the kiosk"),
            ("الكشك في ساحة نوربي", "أمام الكشك"),
        ),
        {"gathering": 8, "threats": 3, "drugs": 3, "litter": 1, "reputation": 1}, EVENINGS, CHILDREN, POLICE,
    ),
    Spot(
        "tunneln", "norrby", (176, 97), "tunnel_bridge", 13,
        Named(
            ("Gångtunneln mellan Norrby och Centrum", "Tunneln under järnvägen"),
            ("The tunnel under the railway", "The underpass to Centrum"),
            ("النفق تحت سكة الحديد", "النفق بين نوربي والمركز"),
        ),
        {"lighting": 3, "traffic": 3, "vandalism": 3, "no_escape": 2}, DARK, ALL, STREETS,
        {"lighting": 9, "open_view": 5, "well_kept": 3}, safe=0.6, both=0.2,
    ),
    Spot(
        "kvarngatan", "norrby", (139, 56), "housing", 8,
        Named(
            ("Källargångarna på Kvarngatan", "Garagen vid Kvarngatan"),
            ("The garages on Kvarngatan",),
            ("الأقبية في شارع Kvarngatan",),
        ),
        {"vandalism": 5, "desolate": 3, "hidden": 2, "lighting": 2}, ANY_TIME, ALL, HOUSING,
    ),
    Spot(
        "lekparken", "norrby", (132, 66), "playground_sports", 6,
        Named(("Lekparken vid Kvarngatan",), ("The playground by Kvarngatan",), ("ملعب الأطفال عند Kvarngatan",)),
        {"litter": 6, "drugs": 3, "vandalism": 2}, ANY_TIME, CHILDREN, PARKS,
    ),
    Spot(
        "norrby-bibliotek", "norrby", (156, 82), "other", 5,
        Named(("Norrby bibliotek", "Biblioteket i Norrby"), ("Norrby library",), ("مكتبة نوربي",)),
        {}, ANY_TIME, ALL, LEISURE, {"adults": 8, "lighting": 3, "people": 3, "well_kept": 2}, safe=1.0, both=0,
    ),
    Spot(
        "resecentrum", "centrum", (192, 108), "stop_station", 15,
        Named(
            ("Resecentrum", "Bussperrongen vid resecentrum", "Resecentrum, bänkarna vid väntsalen"),
            ("The bus and train station", "Platform B at the station"),
            ("محطة السفر", "رصيف الحافلات في المحطة"),
        ),
        {"intoxication": 6, "desolate": 4, "gathering": 4, "lighting": 2, "threats": 2}, EVENINGS, WOMEN, POLICE,
    ),
    Spot(
        "cykelstallet", "centrum", (197, 105), "parking", 8,
        Named(("Cykelstället vid resecentrum", "Cykelparkeringen bakom häcken"), ("The bike rack at the station",)),
        {"other": 4, "hidden": 4, "vandalism": 3}, ANY_TIME, ALL, STREETS,
    ),
    Spot(
        "stortorget", "centrum", (174, 136), "square", 8,
        Named(("Stortorget", "Taxizonen på Stortorget"), ("The main square",), ("الساحة الكبرى",)),
        {"intoxication": 6, "traffic": 3, "threats": 2, "gathering": 2}, NIGHTS, ALL, POLICE,
    ),
    Spot(
        "hamngatan", "centrum", (183, 146), "shop_bar", 7,
        Named(("Hamngatan, utanför krogarna", "Hamngatan"), ("Hamngatan, outside the bars",)),
        {"intoxication": 8, "threats": 2, "litter": 2, "vandalism": 1}, NIGHTS, ALL, POLICE,
    ),
    Spot(
        "kvarnparken", "centrum", (158, 125), "park_woods", 8,
        Named(("Kvarnparken, vid dammen", "Kvarnparken"), ("Kvarnparken, by the pond",), ("حديقة Kvarnparken",)),
        {"drugs": 5, "lighting": 4, "intoxication": 2, "traffic": 1}, EVENINGS, ALL, PARKS,
        {"people": 4, "well_kept": 2}, safe=0.1, both=0.15,
    ),
    Spot(
        "stadsbiblioteket", "centrum", (169, 130), "other", 4,
        Named(("Stadsbiblioteket",), ("The city library",), ("المكتبة العامة",)),
        {}, ANY_TIME, ALL, LEISURE, {"adults": 7, "people": 4, "lighting": 3}, safe=1.0, both=0,
    ),
    Spot(
        "apromenaden", "centrum", (205, 160), "path", 6,
        Named(("Åpromenaden",), ("The walk along the river",)),
        {"lighting": 1, "desolate": 2}, DARK, ALL, PARKS,
        {"lighting": 7, "open_view": 5, "people": 3}, safe=0.8, both=0.1,
    ),
)  # fmt: skip
