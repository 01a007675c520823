"""What is alike and what is not, for the tests of it."""

PETITION = "Vi som bor på Kvarngatan kräver att kommunen stänger genomfarten för mopeder före hösten."
PETITION_AGAIN = "Vi som bor på Kvarngatan kräver att kommunen stänger genomfarten för mopeder innan hösten!"
PETITION_ONCE_MORE = "vi som bor på kvarngatan kräver att kommunen stänger genomfarten för mopeder, före hösten"
ANOTHER = "Lampan vid tunneln mot skolan har varit trasig sedan i våras, och ingen kommer och lagar den."
FEW_WORDS = "Mer belysning tack"
KEY = b"only for the tests"
