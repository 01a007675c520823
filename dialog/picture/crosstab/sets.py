"""What a voice says in several texts or reports, as one set for each voice: codes, times of day. Pure."""

from collections import defaultdict
from collections.abc import Iterable

import numpy as np

from dialog.picture.columns import Numbering
from dialog.picture.ids import NO_ANSWER
from dialog.picture.observations import Placed, members
from dialog.picture.tables import Dimension


def place_sets(dimension: Dimension, said: Iterable[tuple[int, str | tuple[str, ...]]], size: int) -> Placed:
    """`said`: a voice's number and some of what it says, in any order; of `size` voices, the others said nothing."""
    known = {item.id for item in dimension.items}
    of_voice: dict[int, set[str]] = defaultdict(set)
    for voice, items in said:
        of_voice[voice].update({items} if isinstance(items, str) else items)
    numbers = Numbering({(NO_ANSWER,): 0})
    codes = np.zeros(size, np.int32)
    for voice, found in of_voice.items():
        if told := found & known:
            codes[voice] = numbers[tuple(sorted(told))]
    return Placed(dimension, codes, members(dimension, [list(one) for one in numbers]))  # type: ignore[call-overload]
