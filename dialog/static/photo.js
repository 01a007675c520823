// Lets a reviewer draw boxes on a photo with a mouse or a pen; squares can be chosen without it.

const SMALLEST = 6; // pixels of the screen: less is a click

const photo = document.querySelector("[data-photo]");
const form = document.querySelector("[data-photo-drawn]");
if (photo && form) letDraw(photo.querySelector("[data-photo-boxes]"));

function letDraw(drawing) {
  const buttons = form.querySelector("[data-photo-buttons]");
  const boxes = []; // pairs of what is drawn and the field that tells of it
  let begun = null;

  form.hidden = false;
  photo.classList.add("photo-drawn-on");
  photo.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || event.pointerType === "touch") return; // a finger scrolls
    event.preventDefault();
    photo.setPointerCapture(event.pointerId);
    begun = { at: event, rect: addRect(drawing) };
  });
  photo.addEventListener("pointermove", (event) => {
    if (begun) place(begun.rect, boxBetween(drawing, begun.at, event));
  });
  photo.addEventListener("pointerup", (event) => {
    if (!begun) return;
    const { at, rect } = begun;
    begun = null;
    if (Math.abs(event.clientX - at.clientX) < SMALLEST || Math.abs(event.clientY - at.clientY) < SMALLEST) rect.remove();
    else boxes.push([rect, addField(boxBetween(drawing, at, event))]);
    buttons.hidden = !boxes.length;
  });
  photo.addEventListener("pointercancel", () => {
    begun?.rect.remove();
    begun = null;
  });
  buttons.querySelector("[type=button]").addEventListener("click", () => {
    boxes.pop()?.forEach((one) => one.remove());
    buttons.hidden = !boxes.length;
  });
}

/** The box between two events, in pixels of the photo. */
function boxBetween(drawing, one, other) {
  const shown = drawing.getBoundingClientRect();
  const { width, height } = drawing.viewBox.baseVal;
  const along = (a, b, start, length, pixels) =>
    [Math.min(a, b), Math.max(a, b)].map((at) => Math.round(Math.min(1, Math.max(0, (at - start) / length)) * pixels));
  const [left, right] = along(one.clientX, other.clientX, shown.left, shown.width, width);
  const [top, bottom] = along(one.clientY, other.clientY, shown.top, shown.height, height);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function addRect(drawing) {
  const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  rect.classList.add("drawn");
  drawing.append(rect);
  return rect;
}

function place(rect, box) {
  Object.entries(box).forEach(([name, value]) => rect.setAttribute(name, value));
}

function addField({ x, y, width, height }) {
  const field = document.createElement("input");
  field.type = "hidden";
  field.name = "box";
  field.value = [x, y, width, height].join(",");
  form.append(field);
  return field;
}
