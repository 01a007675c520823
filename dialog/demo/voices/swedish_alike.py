"""What several say alike in Swedish: parents who copied a letter, and a wave that came on one day."""

from dialog.demo.voices.sayings import read_sayings

SAYINGS = read_sayings(
    "sv",
    """
[norrby Q3 r1 alike T1.unsafe_crossing T1.speeding]
Vi föräldrar på Norrbyskolan kräver ett övergångsställe med ljus på Kvarngatan innan någon blir påkörd.

[norrby Q3 r1 alike T1.unsafe_crossing T1.speeding]
Vi föräldrar på Norrbyskolan kräver ett övergångsställe med ljus på Kvarngatan innan någon blir påkörd!!

[norrby Q3 r1 alike T1.unsafe_crossing T1.speeding]
Vi föräldrar på Norrbyskolan kräver övergångsställe med ljus på Kvarngatan innan någon blir påkörd. Mvh en mamma

[norrby Q3 r1 alike T1.unsafe_crossing T1.speeding]
vi föräldrar på norrbyskolan kräver ett övergångsställe med ljus på Kvarngatan, innan något barn blir påkörd

[centrum Q3 r2 wave T3.rowdy_groups]
Stäng biljardhallen på Storgatan nu. Den drar bara dit folk som bråkar, och kommunen gör ingenting åt det.

[centrum Q3 r2 wave T3.rowdy_groups]
Stäng biljardhallen på Storgatan nu! Den drar bara dit folk som bråkar och kommunen gör ingenting åt det

[centrum Q3 r2 wave T3.rowdy_groups]
STÄNG biljardhallen på Storgatan nu. Den drar bara dit folk som bråkar, och kommunen gör inget åt det.

[centrum Q3 r2 wave T3.rowdy_groups]
Stäng biljardhallen på Storgatan. Den drar bara dit folk som bråkar, och kommunen gör ingenting åt det.

[centrum Q3 r2 wave T3.rowdy_groups]
Stäng biljardhallen på Storgatan nu. Den drar dit folk som bråkar, och kommunen gör ingenting åt det!!!

[centrum Q3 r2 wave T3.rowdy_groups]
stäng biljardhallen på storgatan nu den drar bara dit folk som bråkar och kommunen gör ingenting åt det

[centrum Q3 r2 wave T3.rowdy_groups]
Stäng biljardhallen på Storgatan nu. Den drar bara dit folk som bråkar, kommunen gör ingenting åt det.

[centrum Q3 r2 wave T3.rowdy_groups]
Stäng biljardhallen på Storgatan nu. Den drar bara till sig folk som bråkar, och kommunen gör ingenting åt det.

[centrum Q3 r2 wave T3.rowdy_groups]
Stäng biljardhallen på Storgatan nu genast. Den drar bara dit folk som bråkar, och kommunen gör ingenting åt det.

[centrum Q3 r2 wave T3.rowdy_groups]
Stäng biljardhallen på Storgatan nu. Den drar bara dit folk som bråkar och politikerna gör ingenting åt det.

[centrum Q3 r2 wave T3.rowdy_groups]
Snälla stäng biljardhallen på Storgatan nu. Den drar bara dit folk som bråkar, och kommunen gör ingenting åt det.
""",
)
