"""What people say in Persian and Dari: on paper, and at meetings."""

from dialog.demo.voices.sayings import read_sayings

SAYINGS = read_sayings(
    "fa",
    """
[norrby Q3 T9.lighting T11.avoidance quote]
راه پشت مکتب بسیار تاریک است. شب‌ها از راه دورتر می‌روم.

[norrby Q3 T3.rowdy_groups]
هر شب چند نوجوان کنار دکه می‌ایستند و به مردم حرف می‌زنند. پسرم از آنجا رد نمی‌شود.

[norrby Q3 T9.tunnel_escape=strength T9.lighting=strength]
تونل حالا روشن است و آدم آن طرفش را می‌بیند. دست شما درد نکند.

[norrby Q3 T12.police T11.low_trust]
به پلیس زنگ زدم و گفتند سرشان شلوغ است. دیگر زنگ نمی‌زنم.

[norrby Q3 T6.storage]
انباری ما را دو بار شکستند. صاحب‌خانه فقط قفل را عوض می‌کند.

[norrby Q9 T3.no_meeting_places=proposal quote]
برای جوان‌ها جایی باز کنید که شب‌ها بتوانند بنشینند و بازی کنند.

[centrum Q3 T2.intoxication]
شنبه‌شب‌ها در مرکز شهر آدم‌های مست زیاد است. با خانواده بیرون نمی‌رویم.

[centrum Q3 T6.bike_vehicle]
دوچرخه‌ام را جلوی ایستگاه دزدیدند، با اینکه دو تا قفل داشت.

[ekhagen Q3 T12.hosts=strength]
اینجا آرام است و همسایه‌ها مهربان‌اند.

[sjovik Q3 T3.few_adults]
بچه‌ها تا نصف شب بیرون‌اند و هیچ بزرگ‌تری نیست که حواسش باشد.

[any Q3 T4.harassment]
دخترم را در اتوبوس مسخره کردند. کسی چیزی نگفت.

[any Q9 T12.feedback=proposal]
لطفاً به زبان خودمان بگویید که با حرف‌های ما چه کردید.

[lillaker Q3 T9.upkeep_ice]
پل پیاده در زمستان یخ می‌زند. مادرم دو بار افتاد.
""",
)
