"""Answers that Dialog brings with it, in three languages; staff change them as they like."""

from collections.abc import Mapping
from dataclasses import dataclass

from dialog.languages import Words


@dataclass(frozen=True)
class Standard:
    """An answer to choose; `words` may leave {area} and {owner} open."""

    key: str
    title: str  # for staff, in Swedish
    words: Words
    active: bool = True


_SET = (
    Standard(
        "thanks",
        "Tack, vi har läst",
        {
            "sv": "Tack för att du berättade. Vi har läst det du skrev, och det räknas i lägesbilden.",
            "en": "Thank you for telling us. We have read what you wrote, and it counts in the situation picture.",
            "ar": "شكرًا لأنك أخبرتنا. لقد قرأنا ما كتبته، وهو محسوب في صورة الوضع.",
        },
    ),
    Standard(
        "sent_on",
        "Skickat vidare",
        {
            "sv": "Tack för att du berättade. Vi har skickat det vidare till {owner}, som ansvarar för platsen. "
            "De har fått det utan namn och utan annat som kan peka ut någon.",
            "en": "Thank you for telling us. We have sent it on to {owner}, who look after the place. "
            "They got it without names or anything else that could point to somebody.",
            "ar": "شكرًا لأنك أخبرتنا. لقد أرسلنا ما كتبته إلى {owner}، الجهة المسؤولة عن المكان. "
            "وقد وصلها دون أسماء ودون أي شيء قد يدل على شخص ما.",
        },
    ),
    Standard(
        "repaired",
        "Åtgärdat",
        {
            "sv": "Nu är det åtgärdat. Om det fortfarande inte fungerar kan du skriva det här nedanför.",
            "en": "It has been put right now. If it still does not work, you can write so below.",
            "ar": "تم إصلاح المشكلة الآن. إذا ظلت قائمة، يمكنك أن تكتب ذلك أدناه.",
        },
    ),
    Standard(
        "planned",
        "Planerat",
        {
            "sv": "Vi har planerat att göra något åt det. Det kan ta tid, och vi skriver här när det är gjort.",
            "en": "We have planned to do something about it. It may take time, and we will write here when it is done.",
            "ar": "لقد خططنا لمعالجة الأمر. قد يستغرق ذلك بعض الوقت، وسنكتب هنا عندما يتم.",
        },
    ),
    Standard(
        "looked",
        "Vi har varit på platsen",
        {
            "sv": "Vi har varit på platsen i {area} och sett det du berättar om. Nu bedömer vi vad som kan göras.",
            "en": "We have been to the place in {area} and seen what you tell us about. "
            "Now we are working out what can be done.",
            "ar": "زرنا المكان في {area} ورأينا ما أخبرتنا به. ونحن الآن ندرس ما يمكن فعله.",
        },
    ),
    Standard(
        "more",
        "Vi behöver veta mer",
        {
            "sv": "Vi hittar inte platsen. Skriv gärna mer om var det är här nedanför. "
            "Skriv inte ditt namn eller vem det handlar om.",
            "en": "We can't find the place. Please write more about where it is below. "
            "Do not write your name, or whom it is about.",
            "ar": "لم نتمكن من العثور على المكان. يرجى كتابة المزيد عن موقعه أدناه. لا تكتب اسمك ولا اسم أي شخص آخر.",
        },
    ),
    Standard(
        "not_now",
        "Inget görs nu",
        {
            "sv": "Vi kan inte göra något åt det nu. Det du berättade räknas ändå i lägesbilden "
            "och finns med när vi bestämmer vad som ska göras härnäst.",
            "en": "We can't do anything about it now. What you told us still counts in the situation picture "
            "and is there when we decide what to do next.",
            "ar": "لا يمكننا فعل شيء حيال ذلك الآن. ومع ذلك فإن ما أخبرتنا به محسوب في صورة الوضع، "
            "وسنأخذه في الاعتبار عندما نقرر ما سنفعله لاحقًا.",
        },
    ),
    Standard(
        "police",
        "Gäller ett brott",
        {
            "sv": "Det här är inte en polisanmälan. Ring 112 om det är bråttom. "
            "Ring 114 14 om du vill anmäla ett brott eller lämna ett tips.",
            "en": "This is not a report to the police. Call 112 in an emergency. "
            "Call 114 14 to report a crime or give a tip.",
            "ar": "هذا ليس بلاغًا إلى الشرطة. اتصل بالرقم 112 في حالة الطوارئ. "
            "اتصل بالرقم 114 14 للإبلاغ عن جريمة أو لتقديم معلومة.",
        },
    ),
)
SHIPPED: Mapping[str, Standard] = {one.key: one for one in _SET}
