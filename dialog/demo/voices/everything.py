"""Every saying there is."""

from dialog.demo.voices import (
    arabic,
    english,
    finnish,
    persian,
    somali,
    swedish_alike,
    swedish_anywhere,
    swedish_centrum,
    swedish_ekhagen_lillaker,
    swedish_norrby,
    swedish_short,
    swedish_sjovik,
    swedish_villages,
    together,
)

ONCE = (  # said by one voice each
    *swedish_norrby.SAYINGS,
    *swedish_centrum.SAYINGS,
    *swedish_villages.SAYINGS,
    *swedish_ekhagen_lillaker.SAYINGS,
    *swedish_sjovik.SAYINGS,
    *swedish_anywhere.SAYINGS,
    *swedish_alike.SAYINGS,
    *english.SAYINGS,
    *arabic.SAYINGS,
    *somali.SAYINGS,
    *persian.SAYINGS,
    *finnish.SAYINGS,
    *together.SAYINGS,
)
OFTEN = (*swedish_short.SHORT, *english.SHORT, *arabic.SHORT)  # several voices may say the same few words
