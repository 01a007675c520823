"""What people say in Arabic."""

from dialog.demo.voices.sayings import read_sayings

SAYINGS = read_sayings(
    "ar",
    """
[norrby Q3 T9.lighting T11.avoidance quote]
المصابيح في الممر خلف المدرسة معطلة منذ الخريف. لا أمشي هناك بعد الغروب.

[norrby Q3 T9.lighting T11.fear_outdoors]
أنا أعمل في المطبخ حتى العاشرة ليلًا، وكل ليلة أركض من الموقف إلى البيت لأن الطريق مظلم.

[norrby Q3 T3.rowdy_groups quote]
الشباب عند الكشك يصرخون على الناس كل مساء. ابني صار يخاف أن يشتري الخبز وحده.

[norrby Q3 T3.no_meeting_places]
أولادنا يقفون عند الكشك لأنه لا يوجد مكان آخر. لا تلوموهم، افتحوا لهم مكانًا.

[norrby Q3 T3.few_adults T8.recruitment]
أخاف على ابني من الكبار الذين يعطون الصغار مالًا ليوصلوا لهم أشياء. عمره ثلاث عشرة سنة فقط.

[norrby Q3 T2.dealing T8.fear_of_reporting]
نرى البيع بأعيننا كل يوم ولا أحد يتكلم. من يتكلم يعرفونه في اليوم التالي.

[norrby Q3 T9.lighting=strength T9.tunnel_escape=strength quote]
شكرًا على المصابيح الجديدة في النفق. الآن أرى آخره من أوله وأمشي مطمئنة.

[norrby Q3 T10.litter T2.use_needles quote]
وجدت إبرة في حديقة الأطفال. نظّفنا المكان بأنفسنا نحن الأمهات.

[norrby Q3 T4.harassment]
سمعت كلامًا سيئًا عن حجابي في الحافلة ثلاث مرات هذا الشهر. السائق سمع وسكت.

[norrby Q3 T11.low_trust T12.feedback]
اتصلت بالشرطة مرتين ولم يرجع أحد إليّ. لماذا أتصل مرة ثالثة؟

[norrby Q3 T6.storage mask]
كسروا باب المخزن وسرقوا عربة الطفل. جاري {name:محمود} رآهم، ورقمه {phone:070-174 06 21}.

[norrby Q3 T12.hosts=strength quote]
الآباء الذين يمشون ليلة الجمعة يعرفون أولادنا بأسمائهم. هذا أفضل من عشر كاميرات.

[norrby Q3 T5.arson again]
حريق في حاوية القمامة للمرة الثالثة. الدخان دخل بيتنا وعندي طفلة مريضة بالربو.

[norrby Q3 T1.reckless_driving]
الدراجات النارية على ممر المشاة طوال المساء. كادت واحدة تصدم أمي.

[norrby Q9 T9.lighting=proposal]
أصلحوا كل المصابيح بين الساحة والمدرسة قبل الشتاء.

[norrby Q9 T3.no_meeting_places=proposal quote]
افتحوا قاعة المدرسة للشباب مساء الجمعة والسبت. نحن الأهل نساعد.

[norrby Q9 T12.police=proposal]
شرطي يمشي بيننا ويسلّم علينا، لا سيارة تمرّ ولا تقف.

[norrby @skolstigen what T9.lighting T9.greenery_sight]
ظلام وشجيرات عالية على الجانبين. لا ترى من يأتي نحوك.

[norrby @skolstigen help T9.lighting=proposal]
مصابيح جديدة وقصّ الشجيرات.

[norrby @kiosken what T3.rowdy_groups]
تجمّع كبير كل مساء وصراخ وبصاق على الأرض.

[norrby @kiosken what T2.dealing]
دراجات نارية تأتي وتذهب، والصغار يتفرجون.

[norrby @tunneln what T9.lighting=strength T9.tunnel_escape=strength]
صار النفق مضيئًا ونظيفًا. هكذا نريد كل الأماكن.

[norrby @lekparken what T10.litter]
زجاج مكسور تحت الأرجوحة.

[norrby @norrby-bibliotek what T12.hosts=strength]
المكتبة هي المكان الوحيد الذي أترك فيه ابنتي وأنا مطمئنة.

[centrum Q3 T2.intoxication T11.avoidance]
ليلة السبت لا أنزل إلى المركز أبدًا. السكارى في كل مكان.

[centrum Q3 T6.bike_vehicle]
سُرقت دراجتي من أمام محطة السفر في وضح النهار.

[centrum Q3 T6.shop T7.threats]
أعمل في متجر. حين أطلب من السارق أن يتوقف يهددني أنا.

[centrum Q3 T12.transit quote]
آخر حافلة تغادر قبل أن ينتهي عملي بعشرين دقيقة. أمشي خمسة كيلومترات في الليل.

[centrum Q3 T12.police=strength]
رأيت شرطيين يمشيان في الساحة ويتحدثان مع الناس. شعرت بالأمان.

[centrum @resecentrum what T2.intoxication T9.desolate]
القاعة مغلقة مساءً ونقف في البرد مع السكارى.

[centrum @stadsbiblioteket what T12.hosts=strength]
مكان هادئ وفيه ناس طيبون يساعدون.

[ekhagen Q3 T1.unsafe_crossing]
السيارات أمام المدرسة في الصباح فوضى. أمسك يد ابني حتى الباب.

[ekhagen Q3 T12.hosts=strength]
جيراننا يعرفون بعضهم وأشعر بالأمان هنا.

[ekhagen Q3 T12.leisure_access]
لا يوجد شيء للبنات. كل النشاطات كرة قدم للأولاد.

[sjovik Q3 T3.no_meeting_places]
ابنتي تقول لا مكان لنا إلا محطة الوقود. هذا محزن.

[sjovik Q3 T10.litter]
الشاطئ مليء بالزجاج كل يوم أحد.

[lillaker Q3 T1.unsafe_crossing=strength]
الحاجز عند المدرسة شيء ممتاز. أولادي يذهبون وحدهم الآن.

[hammaren Q3 T9.lighting T12.transit]
الموقف بلا مصباح. السائق لا يراني فيمرّ.

[any Q3 T12.feedback]
أكتب لكم للمرة الثانية. أتمنى أن أعرف ماذا فعلتم بكلامي الأول.

[any Q9 T12.feedback=proposal]
اكتبوا لنا بالعربية ماذا تحقق، على باب العمارة.

[any Q9 T12.leisure_access=proposal]
نشاطات مجانية للأطفال بعد المدرسة.
""",
)

SHORT = read_sayings(  # several people may say the same
    "ar",
    """
[any Q3 T9.lighting]
الظلام.

[any Q3 T9.lighting]
لا توجد إنارة كافية في الليل

[any Q3 T3.rowdy_groups]
الشباب في الشارع ليلًا

[any Q3 T1.speeding]
السيارات السريعة.

[any Q3 T2.dealing]
المخدرات

[any Q3 T10.litter]
القمامة حول الحاويات

[any Q9 T12.police=proposal]
شرطة أكثر.

[any Q9 T9.lighting=proposal]
إنارة أفضل في الممرات
""",
)
