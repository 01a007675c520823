"""A photo is made anew: what can be seen stays, what can't goes."""

import time
from dataclasses import fields
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from dialog.texts.photos import BadPhoto, Ready, blur, read_photo
from tests.texts.pictures import (
    LARGEST,
    MARK,
    a_place,
    as_bytes,
    camera_data,
    colour_profile,
    jpeg_with_segment,
    opened,
    png_words,
    told_of,
)

FULL_OF_DATA = {
    "JPEG": as_bytes(
        a_place(), exif=camera_data(), comment=MARK, xmp=told_of(), icc_profile=colour_profile(), quality=92
    ),
    "JPEG with an unknown block": jpeg_with_segment(as_bytes(a_place()), 0xED, b"Photoshop 3.0\0" + MARK),
    "PNG": as_bytes(a_place(), "PNG", exif=camera_data(), pnginfo=png_words(), icc_profile=colour_profile()),
    "WebP": as_bytes(a_place(), "WEBP", exif=camera_data(), xmp=told_of(), icc_profile=colour_profile()),
}
QUARTERS = {1: 0, 3: 180, 6: 90, 8: 270}  # EXIF orientation: how far the camera was turned, in degrees


def near(colour: object, expected: tuple[int, int, int], by: int = 14) -> bool:
    return all(abs(one - other) <= by for one, other in zip(colour, expected, strict=True))  # type: ignore[call-overload]


def kept(ready: Ready) -> dict[str, bytes]:
    return {"image": ready.image, "original": ready.original}


@pytest.mark.parametrize("kind", FULL_OF_DATA)
def test_nothing_that_a_camera_wrote_is_kept(kind):
    assert MARK in FULL_OF_DATA[kind]
    for name, data in kept(read_photo(FULL_OF_DATA[kind], largest=LARGEST)).items():
        assert MARK not in data and MARK.decode().encode("utf-16-le") not in data, name
        assert data[:4] == b"RIFF" and data[8:16] == b"WEBPVP8 ", f"{name} holds more than pixels"
        assert not {"exif", "xmp", "icc_profile", "comment"} & set(opened(data).info), name


def test_saving_the_opened_picture_again_would_have_kept_the_comment():
    written = BytesIO()
    opened(FULL_OF_DATA["JPEG"]).save(written, "JPEG")
    assert MARK in written.getvalue()


@pytest.mark.parametrize("orientation", QUARTERS)
def test_a_picture_taken_sideways_stands_upright(orientation):
    upright = Image.new("RGB", (300, 200), "blue")
    upright.paste("red", (0, 0, 100, 66))  # above, at the left
    taken = upright.rotate(QUARTERS[orientation], expand=True)
    ready = read_photo(as_bytes(taken, exif=camera_data(orientation=orientation)), largest=LARGEST)
    assert (ready.width, ready.height) == (300, 200)
    assert near(opened(ready.image).getpixel((30, 30)), (254, 0, 0), 40)
    assert near(opened(ready.image).getpixel((270, 170)), (0, 0, 254), 40)


def test_no_side_is_longer_than_1600_pixels():
    ready = read_photo(as_bytes(a_place(4000, 3000)), largest=LARGEST)
    assert (ready.width, ready.height) == opened(ready.image).size == opened(ready.original).size == (1600, 1200)


def test_a_small_picture_is_not_enlarged():
    ready = read_photo(as_bytes(a_place(3, 2), "PNG"), largest=LARGEST)
    assert (ready.width, ready.height) == (3, 2)


def test_what_is_clear_becomes_white():
    half_clear = Image.new("RGBA", (64, 64), (0, 0, 0, 0))
    half_clear.paste((200, 30, 30, 255), (0, 0, 32, 64))
    for kind in ("PNG", "WEBP"):
        image = opened(read_photo(as_bytes(half_clear, kind), largest=LARGEST).image)
        assert near(image.getpixel((56, 32)), (255, 255, 255))
        assert near(image.getpixel((8, 32)), (200, 30, 30), 30)


def test_colours_of_another_profile_become_those_of_a_screen():
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    profile = bytearray(lab.tobytes())
    at = profile.index(b"rXYZ")
    other = profile.index(b"bXYZ")
    profile[at : at + 4], profile[other : other + 4] = profile[other : other + 4], profile[at : at + 4]  # red is blue
    red = as_bytes(Image.new("RGB", (64, 64), (230, 20, 20)), "PNG", icc_profile=bytes(profile))
    assert near(opened(read_photo(red, largest=LARGEST).image).getpixel((32, 32)), (20, 20, 230), 40)


def test_a_broken_profile_is_dropped():
    broken = as_bytes(a_place(), "PNG", icc_profile=b"no profile at all")
    assert read_photo(broken, largest=LARGEST).width == 640


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_mode_of_png_is_read(mode):
    image = Image.new("I;16", (64, 48), 40_000) if mode == "I;16" else a_place(64, 48).convert(mode)
    assert read_photo(as_bytes(image, "PNG"), largest=LARGEST).height == 48


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK", "YCbCr"])
def test_every_mode_of_jpeg_is_read(mode):
    for progressive in (False, True):
        data = as_bytes(a_place().convert(mode), progressive=progressive)
        assert read_photo(data, largest=LARGEST).height == 480


def test_the_short_film_behind_a_phones_photo_is_dropped():
    film = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + MARK * 1000
    ready = read_photo(as_bytes(a_place(), quality=90) + film, largest=LARGEST)
    assert MARK not in ready.image + ready.original


def test_of_several_pictures_in_a_phones_file_the_first_is_taken():
    several = as_bytes(a_place(), "MPO", save_all=True, append_images=[Image.new("RGB", (80, 60), "red")])
    assert read_photo(several, largest=LARGEST).width == 640


def test_every_field_of_what_is_ready_is_plain():
    ready = read_photo(as_bytes(a_place()), largest=LARGEST)
    assert [type(getattr(ready, field.name)) for field in fields(ready)] == [bytes, bytes, int, int, list]


def test_blurring_again_keeps_size_and_adds_nothing():
    ready = read_photo(as_bytes(a_place()), largest=LARGEST)
    again = blur(ready.original, [{"left": 600, "top": 440, "width": 500, "height": 500, "kind": "by_hand"}])
    assert opened(again).size == (640, 480) and again[8:16] == b"WEBPVP8 "


def test_a_photo_of_twelve_megapixels_is_ready_in_a_moment():
    data = as_bytes(a_place(4000, 3000), quality=92)
    read_photo(as_bytes(a_place()), largest=LARGEST)  # loads the detectors
    start = time.process_time()
    read_photo(data, largest=LARGEST)
    assert time.process_time() - start < 5  # about one on a machine with nothing else to do


def ready_or_refused(data: bytes) -> Ready | BadPhoto:
    try:
        return read_photo(data, largest=LARGEST)
    except BadPhoto as problem:
        return problem


@st.composite
def spoilt(draw: st.DrawFn) -> bytes:
    """A photo with some bytes changed, taken out or put in."""
    data = bytearray(draw(st.sampled_from([*FULL_OF_DATA.values(), as_bytes(a_place(40, 30), "PNG")])))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(data)))
        data[at : at + draw(st.integers(0, 40))] = draw(st.binary(max_size=40))
    return bytes(data)


@pytest.mark.filterwarnings("ignore")  # Pillow says of some bytes that they are odd
@settings(max_examples=120)
@given(st.one_of(st.binary(max_size=400), spoilt()))
def test_whatever_comes_is_either_ready_or_a_bad_photo(data):
    read = ready_or_refused(data)
    if isinstance(read, BadPhoto):
        assert read.kind in ("not_an_image", "too_many_pixels", "hides_something")
    else:
        assert opened(read.image).size == (read.width, read.height)
