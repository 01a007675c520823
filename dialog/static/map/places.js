// The places that a person points at: one, several, or the two ends of a way. They stand on the map as pins, below it in
// words, and in the hidden fields of the form.

import { END, FIRST, KEYS, pointIn, SEVERAL, writePoints } from "./fields.js";
import { areaHolding } from "./holding.js";
import { makePin } from "./pins.js";

const KINDS = { // what the fields hold, by the shape of the report
  place: new Map([[FIRST, "pin"]]),
  places: new Map(SEVERAL.map((key) => [key, "place"])),
  way: new Map([[FIRST, "start"], [END, "end"]]),
};

/** Keeps what is pointed at: { put(point), add(), reshape() }. say(sentence, seen) tells what came of it. */
export function keepPlaces(way, map, areas, say) {
  const words = way.dataset;
  const line = L.polyline([], { className: "map-line", interactive: false }).addTo(map);
  const places = new Map(); // key -> { key, point, pin }; a key keeps its place, for it may be told of in words too
  let current = null; // the place that the next tap moves
  let adding = false; // unless it makes a new one

  function make(key, point) {
    const place = { key, point };
    place.pin = makePin(map, { onMove: (to) => move(place, to), onFocus: () => pick(place) });
    places.set(key, place);
    return place;
  }

  function pick(place) {
    current = place;
    adding = false;
  }

  /** What counts for the chosen shape. The rest is kept, should the shape change back. */
  function counted() {
    return [...KINDS[shapeIn(way)].keys()].map((key) => places.get(key)).filter(Boolean);
  }

  function free() {
    return [...KINDS[shapeIn(way)].keys()].find((key) => !places.has(key));
  }

  function put(point) {
    const there = counted();
    const begins = free() && (adding || !there.length || shapeIn(way) === "way");
    move(begins ? make(free(), point) : there.includes(current) ? current : there.at(-1), point);
  }

  function move(place, { lat, lng }) {
    place.point = { lat, lng };
    pick(place);
    write();
    const next = nextStep();
    say(`${sentenceOf(place)} ${next}`.trim(), Boolean(next));
  }

  function remove(place) {
    place.pin.remove();
    places.delete(place.key);
    pick(null);
    write();
    say(words.saidRemoved);
    map.getContainer().focus();
  }

  /** The next tap makes one more place. */
  function add() {
    const several = choiceOf(way, "[value=places]");
    if (!several.checked) {
      several.checked = true;
      several.dispatchEvent(new Event("change", { bubbles: true }));
    }
    adding = true;
    map.getContainer().focus();
    say(words.askNext);
  }

  function reshape() {
    adding = false;
    write();
    say(nextStep());
  }

  function nextStep() {
    if (shapeIn(way) !== "way" || !free()) return "";
    return free() === FIRST ? words.askStart : words.askEnd;
  }

  function sentenceOf({ key, point }) {
    const area = areaHolding(areas, point);
    return filled(kindOf(key) + (area ? "Inside" : "Outside"), key).replace("{area}", area?.properties.name);
  }

  function kindOf(key) {
    return KINDS[shapeIn(way)].get(key);
  }

  function filled(name, key) {
    return words[name].replace("{number}", key);
  }

  /** Everything that shows or holds the places, made to say the same. */
  function write() {
    const now = counted();
    for (const place of places.values()) if (!now.includes(place)) place.pin.remove();
    for (const { key, point, pin } of now) {
      pin.call(filled(`${kindOf(key)}Name`, key), kindOf(key) === "place" ? key : "", kindOf(key));
      pin.put(point);
    }
    writePoints(new Map(now.map(({ key, point }) => [key, point])));
    draw(now);
    list(now);
    const several = shapeIn(way) !== "way" && choiceOf(way, "[value=places]");
    way.querySelector("[data-map-more]").hidden = !several || !now.length || now.length === SEVERAL.length;
    way.querySelector("[data-map-full]").hidden = now.length < SEVERAL.length;
  }

  function draw(now) {
    line.setLatLngs(shapeIn(way) === "way" && now.length === 2 ? now.map(({ point }) => point) : []);
    const picked = now.map(({ point }) => areaHolding(areas, point));
    for (const area of areas) area.outline.getElement?.()?.classList.toggle("picked", picked.includes(area));
  }

  function list(now) {
    const empty = way.querySelector("[data-map-place]").content.firstElementChild;
    way.querySelector("[data-map-places]").replaceChildren(...now.map((place) => {
      const item = empty.cloneNode(true);
      item.querySelector("[data-map-sentence]").textContent = sentenceOf(place);
      item.querySelector("button").append(` ${filled(`${kindOf(place.key)}Remove`, place.key)}`);
      item.querySelector("button").addEventListener("click", () => remove(place));
      return item;
    }));
  }

  for (const key of KEYS) if (pointIn(key)) make(key, pointIn(key));
  return { put, add, reshape };
}

function shapeIn(way) {
  return choiceOf(way, ":checked")?.value ?? "place";
}

function choiceOf(way, which) {
  return way.closest("form").querySelector(`[name=shape]${which}`);
}
