"""The steps of a review, as the status log keeps them. Pure."""

ACCEPTED, SET_ASIDE, DUPLICATE, REOPENED = "accepted", "set_aside", "duplicate", "reopened"
WITH_VOICE, BACK_WITH_VOICE = "set_aside_with_voice", "restored_with_voice"  # a text or report of the voice
VOICE_SET_ASIDE, VOICE_RESTORED = "voice_set_aside", "voice_restored"
MASKED, UNMASKED = "masked", "unmasked"
CLEARED, CLEARANCE_WITHDRAWN = "cleared", "clearance_withdrawn"
CODED, CODE_REMOVED = "coded", "code_removed"
SETTLED, UNSETTLED = "codes_settled", "codes_unsettled"  # where coders differed
ROUTED, COPY_SENT, COPY_SENT_EXACTLY = "routed", "copy_sent", "copy_sent_exactly"
ANSWERED, ANSWER_CORRECTED, DONE, NOT_DONE = "answered", "answer_corrected", "done", "not_done"
TRANSLATED, TRANSLATION_CHECKED = "translated", "translation_checked"
HELD, FIRST_LOOK, LOOK_TAKEN_BACK, RELEASED = "held", "first_look", "look_taken_back", "released"
OPENED, CLOSED = "opened_to_systems", "closed_to_systems"  # a single report, for other systems to read
PHOTO_ACCEPTED, PHOTO_SET_ASIDE, PHOTO_REOPENED = "photo_accepted", "photo_set_aside", "photo_reopened"
PHOTO_BLURRED, PHOTO_UNBLURRED = "photo_blurred", "photo_unblurred"
DESTROYED, PHOTO_DESTROYED, POINT_DESTROYED = "destroyed", "photo_destroyed", "point_destroyed"

OF_STATUS = {
    ACCEPTED, SET_ASIDE, DUPLICATE, REOPENED, WITH_VOICE, BACK_WITH_VOICE, VOICE_SET_ASIDE, VOICE_RESTORED
}  # fmt: skip
OF_VOICE = {VOICE_SET_ASIDE, VOICE_RESTORED}
