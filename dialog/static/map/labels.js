// Names on a map that never lie on each other: the first of them stand at every zoom, the others where there is room.

const AROUND = 6; // pixels that stay free around a name
const LINE = 1.4; // of its size, the height of a line
const kept = new WeakMap(); // map -> its labels, the most important first
const pen = document.createElement("canvas").getContext("2d");

/** Adds labels, each { text, at: L.LatLng }, behind those that the map has. They are drawn, not read aloud. */
export function drawLabels(map, labels, className) {
  if (!kept.has(map)) begin(map);
  kept.get(map).push(...labels.map((label) => ({ ...label, className, marker: null })));
  arrange(map);
}

function begin(map) {
  kept.set(map, []);
  const pane = map.createPane("names");
  pane.setAttribute("aria-hidden", "true"); // the page says in words where a pin is
  map.on("zoomend moveend resize", () => arrange(map));
}

function arrange(map) {
  if (!map._loaded) return; // it has no view yet; the first one arranges
  const seen = L.bounds([0, 0], map.getSize());
  const taken = [];
  for (const label of kept.get(map)) {
    const box = boxOf(map, label);
    const fits = box.overlaps(seen) && !taken.some((other) => box.overlaps(other));
    if (fits) taken.push(box);
    if (fits && !label.marker) label.marker = markerOf(label).addTo(map);
    if (!fits && label.marker) label.marker = label.marker.remove() && null;
  }
}

function boxOf(map, label) {
  label.size ??= sizeOf(map, label);
  const middle = map.latLngToContainerPoint(label.at);
  const half = label.size.divideBy(2).add([AROUND, AROUND]);
  return L.bounds(middle.subtract(half), middle.add(half));
}

/** How much room a name takes: measured as it will be written. */
function sizeOf(map, { text, className }) {
  const sample = Object.assign(document.createElement("span"), { className });
  map.getContainer().append(sample);
  const { fontWeight, fontSize, fontFamily } = getComputedStyle(sample);
  sample.remove();
  pen.font = `${fontWeight} ${fontSize} ${fontFamily}`;
  return L.point(pen.measureText(text).width, LINE * Number.parseFloat(fontSize));
}

function markerOf({ text, at, className }) {
  const name = document.createElement("span");
  name.textContent = text;
  const icon = L.divIcon({ className, html: name, iconSize: [0, 0] });
  return L.marker(at, { icon, pane: "names", interactive: false, keyboard: false });
}
