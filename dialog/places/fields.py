"""What can be said of a place by choosing: option ids, which never change meaning, and their words. Pure.

The lists unite what Swedish municipalities ask in reports of unsafe places and on safety walks.
"""

from collections.abc import Mapping

from dialog.languages import Words

Choices = Mapping[str, Words]  # option id -> its words, in the order shown

FEELINGS: Choices = {
    "unsafe": {"en": "Unsafe", "sv": "Otrygg", "ar": "غير آمن"},
    "safe": {"en": "Safe", "sv": "Trygg", "ar": "آمن"},
    "both": {"en": "Both", "sv": "Både och", "ar": "الاثنان معًا"},
}

KINDS: Choices = {
    "square": {"en": "Square or centre", "sv": "Torg eller centrum", "ar": "ساحة أو مركز"},
    "tunnel_bridge": {"en": "Underpass or bridge", "sv": "Gångtunnel eller bro", "ar": "نفق مشاة أو جسر"},
    "path": {"en": "Footpath or cycle path", "sv": "Gång- och cykelväg", "ar": "ممر مشاة ودراجات"},
    "park_woods": {"en": "Park or woods", "sv": "Park eller skog", "ar": "حديقة أو غابة"},
    "stop_station": {"en": "Bus stop or station", "sv": "Hållplats eller resecentrum", "ar": "موقف حافلات أو محطة"},
    "school": {"en": "School or schoolyard", "sv": "Skola eller skolgård", "ar": "مدرسة أو ساحة مدرسة"},
    "playground_sports": {
        "en": "Playground or sports ground",
        "sv": "Lekplats eller idrottsplats",
        "ar": "ملعب أطفال أو ملعب رياضي",
    },
    "parking": {"en": "Car park or garage", "sv": "Parkering eller garage", "ar": "موقف سيارات أو مرآب"},
    "housing": {
        "en": "Residential yard, stairwell or cellar",
        "sv": "Bostadsgård, trapphus eller källare",
        "ar": "فناء سكني أو درج أو قبو",
    },
    "shop_bar": {"en": "Shop, restaurant or bar", "sv": "Butik eller krog", "ar": "متجر أو مطعم أو حانة"},
    "road_crossing": {"en": "Road or crossing", "sv": "Väg eller korsning", "ar": "طريق أو تقاطع"},
    "other": {"en": "Another kind of place", "sv": "Annan plats", "ar": "مكان آخر"},
}

CAUSES: Choices = {
    "lighting": {"en": "Dark, or a broken lamp", "sv": "Mörkt eller trasig lampa", "ar": "ظلام أو مصباح معطل"},
    "hidden": {
        "en": "Bushes or walls block the view",
        "sv": "Buskar eller murar skymmer",
        "ar": "شجيرات أو جدران تحجب الرؤية",
    },
    "desolate": {"en": "Desolate, few people", "sv": "Ödsligt, få människor", "ar": "مهجور وقليل الناس"},
    "no_escape": {"en": "No way out", "sv": "Ingen väg ut", "ar": "لا مخرج منه"},
    "gathering": {"en": "Groups that gather", "sv": "Gäng som samlas", "ar": "تجمّع مجموعات"},
    "intoxication": {
        "en": "People who are drunk or on drugs",
        "sv": "Berusade eller påverkade",
        "ar": "أشخاص تحت تأثير الكحول أو المخدرات",
    },
    "drugs": {"en": "Suspected drug dealing", "sv": "Misstänkt narkotikahandel", "ar": "اشتباه ببيع المخدرات"},
    "traffic": {"en": "Traffic or reckless driving", "sv": "Trafik eller buskörning", "ar": "مرور أو قيادة متهورة"},
    "vandalism": {"en": "Graffiti or damage", "sv": "Klotter eller skadegörelse", "ar": "كتابة على الجدران أو تخريب"},
    "litter": {"en": "Litter", "sv": "Skräp", "ar": "قمامة"},
    "upkeep": {"en": "Slippery or badly kept", "sv": "Halt eller dåligt skött", "ar": "زلِق أو سيئ الصيانة"},
    "threats": {"en": "Threats or harassment", "sv": "Hot eller trakasserier", "ar": "تهديد أو مضايقة"},
    "reputation": {"en": "A bad reputation", "sv": "Dåligt rykte", "ar": "سمعة سيئة"},
    "other": {"en": "Something else", "sv": "Något annat", "ar": "شيء آخر"},
}

STRENGTHS: Choices = {
    "lighting": {"en": "Good lighting", "sv": "Bra belysning", "ar": "إنارة جيدة"},
    "people": {"en": "People around", "sv": "Människor i rörelse", "ar": "وجود الناس"},
    "well_kept": {"en": "Clean and well kept", "sv": "Rent och välskött", "ar": "نظيف ومعتنى به"},
    "open_view": {"en": "Open, easy to see around", "sv": "Öppet, fri sikt", "ar": "مفتوح وواضح الرؤية"},
    "adults": {
        "en": "Staff or other adults present",
        "sv": "Personal eller andra vuxna",
        "ar": "وجود موظفين أو بالغين",
    },
    "other": {"en": "Something else", "sv": "Något annat", "ar": "شيء آخر"},
}

TIMES: Choices = {
    "morning": {"en": "Morning", "sv": "Morgon", "ar": "صباحًا"},
    "day": {"en": "Daytime", "sv": "Dag", "ar": "نهارًا"},
    "evening": {"en": "Evening", "sv": "Kväll", "ar": "مساءً"},
    "night": {"en": "Night", "sv": "Natt", "ar": "ليلًا"},
    "always": {"en": "All day and night", "sv": "Hela dygnet", "ar": "طوال اليوم والليل"},
    "weekday": {"en": "Weekdays", "sv": "Vardag", "ar": "أيام الأسبوع"},
    "weekend": {"en": "Weekends", "sv": "Helg", "ar": "عطلة نهاية الأسبوع"},
    "dark": {"en": "When it is dark", "sv": "När det är mörkt", "ar": "عند الظلام"},
}

SEASONS: Choices = {
    "winter": {"en": "Winter", "sv": "Vinter", "ar": "الشتاء"},
    "spring": {"en": "Spring", "sv": "Vår", "ar": "الربيع"},
    "summer": {"en": "Summer", "sv": "Sommar", "ar": "الصيف"},
    "autumn": {"en": "Autumn", "sv": "Höst", "ar": "الخريف"},
    "all_year": {"en": "All year", "sv": "Hela året", "ar": "طوال السنة"},
}

FREQUENCIES: Choices = {
    "once": {"en": "Once", "sv": "En gång", "ar": "مرة واحدة"},
    "sometimes": {"en": "Sometimes", "sv": "Ibland", "ar": "أحيانًا"},
    "weekly": {"en": "Every week", "sv": "Varje vecka", "ar": "كل أسبوع"},
    "daily": {"en": "Every day", "sv": "Varje dag", "ar": "كل يوم"},
}

AFFECTED: Choices = {
    "everyone": {"en": "Everyone", "sv": "Alla", "ar": "الجميع"},
    "children": {"en": "Children", "sv": "Barn", "ar": "الأطفال"},
    "young": {"en": "Young people", "sv": "Unga", "ar": "الشباب"},
    "women": {"en": "Women", "sv": "Kvinnor", "ar": "النساء"},
    "older": {"en": "Older people", "sv": "Äldre", "ar": "كبار السن"},
    "disabled": {
        "en": "People with disabilities",
        "sv": "Personer med funktionsnedsättning",
        "ar": "الأشخاص ذوو الإعاقة",
    },
}

CONSEQUENCES: Choices = {
    "avoid": {"en": "I avoid the place", "sv": "Jag undviker platsen", "ar": "أتجنّب المكان"},
    "detour": {"en": "I take a detour", "sv": "Jag tar en omväg", "ar": "أسلك طريقًا آخر"},
    "children_accompanied": {
        "en": "Children don't go there alone",
        "sv": "Barn går inte dit själva",
        "ar": "لا يذهب الأطفال إليه وحدهم",
    },
}

REMEDIES: Choices = {  # what would help, here or where one lives
    "lighting": {"en": "Better lighting", "sv": "Bättre belysning", "ar": "إنارة أفضل"},
    "greenery": {
        "en": "Bushes cleared, open view",
        "sv": "Röjd växtlighet, fri sikt",
        "ar": "إزالة الشجيرات لتتضح الرؤية",
    },
    "cleaning": {"en": "Cleaner and better kept", "sv": "Renare och bättre skött", "ar": "نظافة وصيانة أفضل"},
    "police": {"en": "More visible police", "sv": "Mer polis som syns", "ar": "حضور أكبر للشرطة"},
    "adults": {"en": "Adults and hosts out and about", "sv": "Vuxna och värdar ute", "ar": "بالغون ومرافقون في الخارج"},
    "guards": {"en": "Security guards", "sv": "Ordningsvakter", "ar": "حراس أمن"},
    "cameras": {"en": "Cameras", "sv": "Kameror", "ar": "كاميرات مراقبة"},
    "youth_activities": {"en": "Activities for young people", "sv": "Aktiviteter för unga", "ar": "أنشطة للشباب"},
    "traffic": {"en": "Calmer traffic", "sv": "Lugnare trafik", "ar": "مرور أهدأ"},
    "addiction_support": {
        "en": "Support for people caught in addiction",
        "sv": "Stöd till dem som fastnat i missbruk",
        "ar": "دعم لمن علقوا في الإدمان",
    },
    "other": {"en": "Something else", "sv": "Något annat", "ar": "شيء آخر"},
}
