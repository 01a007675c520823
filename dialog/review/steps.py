"""The steps of a review, as the status log keeps them. Pure."""

ACCEPTED, SET_ASIDE, DUPLICATE, REOPENED = "accepted", "set_aside", "duplicate", "reopened"
WITH_VOICE, BACK_WITH_VOICE = "set_aside_with_voice", "restored_with_voice"  # a text or report of the voice
VOICE_SET_ASIDE, VOICE_RESTORED = "voice_set_aside", "voice_restored"
MASKED, UNMASKED = "masked", "unmasked"
CLEARED, CLEARANCE_WITHDRAWN = "cleared", "clearance_withdrawn"
CODED, CODE_REMOVED = "coded", "code_removed"
ROUTED = "routed"
OPENED, CLOSED = "opened_to_systems", "closed_to_systems"  # a single report, for other systems to read
PHOTO_ACCEPTED, PHOTO_SET_ASIDE, PHOTO_REOPENED = "photo_accepted", "photo_set_aside", "photo_reopened"
PHOTO_BLURRED, PHOTO_UNBLURRED = "photo_blurred", "photo_unblurred"

OF_STATUS = {
    ACCEPTED, SET_ASIDE, DUPLICATE, REOPENED, WITH_VOICE, BACK_WITH_VOICE, VOICE_SET_ASIDE, VOICE_RESTORED
}  # fmt: skip
OF_VOICE = {VOICE_SET_ASIDE, VOICE_RESTORED}
