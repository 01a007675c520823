"""Spots in the other districts. Pure."""

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
    ROADS,
    SCHOOL_DAYS,
    STREETS,
    WORKS,
    Named,
    Spot,
)

SPOTS = (
    Spot(
        "ekhagsskolan", "ekhagen", (84, 122), "school", 7,
        Named(
            ("Ekhagsskolan, infarten", "Utanför Ekhagsskolan"), ("Outside Ekhagen school",), ("أمام مدرسة إيكهاغن",)
        ),
        {"traffic": 9, "upkeep": 1}, SCHOOL_DAYS, CHILDREN, STREETS,
    ),
    Spot(
        "ekhagsvagen", "ekhagen", (97, 105), "road_crossing", 5,
        Named(("Ekhagsvägen, övergångsstället vid pizzerian", "Ekhagsvägen"), ("Ekhagsvägen, the crossing",)),
        {"traffic": 8, "hidden": 3}, SCHOOL_DAYS, CHILDREN, STREETS,
    ),
    Spot(
        "elljussparet", "ekhagen", (52, 120), "park_woods", 6,
        Named(("Elljusspåret i Ekhagen", "Motionsspåret"), ("The floodlit running track",)),
        {"lighting": 7, "desolate": 4, "no_escape": 2}, DARK, ALL, PARKS,
        {"lighting": 6, "people": 4}, safe=0.4, both=0.1,
    ),
    Spot(
        "ekbacken", "ekhagen", (112, 140), "housing", 4,
        Named(("Cykelrummen på Ekbacken",)),
        {"other": 6, "vandalism": 4}, ANY_TIME, ALL, HOUSING,
    ),
    Spot(
        "macken", "sjovik", (246, 84), "shop_bar", 9,
        Named(
            ("Macken i Sjövik", "Parkeringen vid macken"), ("The petrol station in Sjövik",), ("محطة الوقود في خوفيك",)
        ),
        {"gathering": 8, "traffic": 3, "litter": 2, "threats": 1}, EVENINGS, ALL, LEISURE,
    ),
    Spot(
        "badplatsen", "sjovik", (290, 72), "park_woods", 5,
        Named(("Badplatsen", "Stranden vid badet i Sjövik"), ("The beach",), ("الشاطئ",)),
        {"gathering": 4, "litter": 5, "desolate": 3, "intoxication": 2}, NIGHTS, ALL, PARKS,
    ),
    Spot(
        "fritidsgarden", "sjovik", (238, 76), "other", 4,
        Named(("Fritidsgården i Sjövik",), ("The youth club in Sjövik",)),
        {}, EVENINGS, CHILDREN, LEISURE, {"adults": 8, "people": 4, "lighting": 2}, safe=1.0, both=0,
    ),
    Spot(
        "sjoviksskolan", "sjovik", (229, 96), "school", 5,
        Named(("Sjöviksskolan, bakom gymnastiksalen", "Skolgården i Sjövik"), ("Sjövik school yard",)),
        {"traffic": 7, "lighting": 2, "vandalism": 1}, SCHOOL_DAYS, CHILDREN, STREETS,
    ),
    Spot(
        "skolbommen", "lillaker", (92, 212), "school", 4,
        Named(
            ("Bommen vid Lillåkersskolan",), ("The barrier at Lillåker school",), ("الحاجز عند مدرسة ليلوكر",)
        ),
        {"traffic": 2}, SCHOOL_DAYS, CHILDREN, STREETS, {"open_view": 2, "other": 7, "people": 2}, safe=0.85, both=0.1,
    ),
    Spot(
        "lillakersvagen", "lillaker", (104, 192), "road_crossing", 5,
        Named(("Lillåkersvägen", "Lillåkersvägen vid gångbron"), ("Lillåkersvägen",)),
        {"traffic": 8, "upkeep": 2}, ANY_TIME, CHILDREN, STREETS,
    ),
    Spot(
        "forraden", "lillaker", (84, 240), "housing", 4,
        Named(("Förråden på Åkerstigen",)),
        {"lighting": 4, "vandalism": 4, "desolate": 2}, DARK, ALL, HOUSING,
    ),
    Spot(
        "industrin", "hammaren", (172, 236), "road_crossing", 5,
        Named(("Industrigatan", "Industrigatan i Hammaren"), ("Industrigatan",)),
        {"traffic": 8, "litter": 3, "desolate": 2}, EVENINGS, ALL, POLICE,
    ),
    Spot(
        "bruket", "hammaren", (206, 252), "other", 5,
        Named(("Gamla bruket", "Bruket i Hammaren"), ("The old ironworks",)),
        {"vandalism": 5, "upkeep": 4, "desolate": 3}, ANY_TIME, CHILDREN, WORKS,
    ),
    Spot(
        "hammarstoppet", "hammaren", (152, 212), "stop_station", 4,
        Named(("Busshållplatsen i Hammaren",), ("The bus stop in Hammaren",), ("موقف الحافلات في همّارن",)),
        {"lighting": 8, "desolate": 5}, DARK, ALL, ROADS,
    ),
    Spot(
        "byvagen", "ostra-byarna", (300, 140), "road_crossing", 7,
        Named(("Landsvägen genom byn", "Raksträckan efter kyrkan"), ("The main road through the village",)),
        {"traffic": 10, "lighting": 2, "upkeep": 1}, ANY_TIME, CHILDREN, ROADS,
    ),
    Spot(
        "skolskjutsen", "ostra-byarna", (322, 128), "stop_station", 4,
        Named(("Hållplatsen för skolskjutsen",), ("The school bus stop",)),
        {"traffic": 6, "lighting": 5}, SCHOOL_DAYS, CHILDREN, ROADS,
    ),
    Spot(
        "bygdegarden", "ostra-byarna", (272, 160), "other", 4,
        Named(("Bygdegården", "Grusplanen vid bygdegården"), ("The village hall",)),
        {"traffic": 5, "upkeep": 1}, EVENINGS, ALL, LEISURE, {"adults": 5, "people": 6}, safe=0.5, both=0.2,
    ),
    Spot(
        "bryggan", "torsvik", (292, 232), "parking", 1,
        Named(("Parkeringen vid Torsviks brygga",)),
        {"lighting": 5, "desolate": 4}, DARK, ALL, STREETS,
    ),
)  # fmt: skip
