// The places that a person points at: one, several, or the two ends of a way. They stand on the map as pins, below it in
// words, and in the hidden fields of the form.

import { END, fieldsOf, FIRST } from "./fields.js";
import { areaHolding } from "./holding.js";
import { makePin } from "./pins.js";

/** Keeps what is pointed at: { put(point), add(), aim(key), reshape(), reread() }. say(sentence, seen) tells what came of
 * it. What a map points at is in its data-map-shape, or in the form's radio buttons named shape. */
export function keepPlaces(way, map, areas, say) {
  const words = way.dataset;
  const fields = fieldsOf(way);
  const several = fields.keys.filter((key) => key !== END);
  const kinds = { // what the fields hold, by the shape
    place: new Map([[FIRST, "pin"]]),
    places: new Map(several.map((key) => [key, "place"])),
    way: new Map([[FIRST, "start"], [END, "end"]]),
  };
  const line = L.polyline([], { className: "map-line", interactive: false }).addTo(map);
  const places = new Map(); // key -> { key, point, pin }; a key keeps its place, for it may be told of in words too
  let current = null; // the place that the next tap moves
  let adding = false; // unless it makes a new one
  let wanted = null; // the key that a new one is to have

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
    return [...kinds[shapeIn(way)].keys()].map((key) => places.get(key)).filter(Boolean);
  }

  function free() {
    const left = [...kinds[shapeIn(way)].keys()].filter((key) => !places.has(key));
    return left.includes(wanted) ? wanted : left[0];
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
    const choice = choiceOf(way, "[value=places]");
    if (choice && !choice.checked) {
      choice.checked = true;
      choice.dispatchEvent(new Event("change", { bubbles: true }));
    }
    adding = true;
    map.getContainer().focus();
    say(words.askNext);
  }

  /** The next tap is about the place of a key: it moves its pin, or puts one. */
  function aim(key) {
    wanted = key;
    if (places.has(key)) pick(places.get(key));
    else adding = true;
  }

  /** Takes up what the fields hold, when something else has filled them in. */
  function reread() {
    for (const key of fields.keys) {
      const point = fields.pointIn(key);
      if (point && places.has(key)) places.get(key).point = point;
      else if (point) make(key, point);
    }
    write();
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
    return kinds[shapeIn(way)].get(key);
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
    fields.write(new Map(now.map(({ key, point }) => [key, point])));
    draw(now);
    list(now);
    const canHaveMore = shapeIn(way) === "places" || (shapeIn(way) === "place" && choiceOf(way, "[value=places]"));
    const isFull = now.length === several.length;
    way.querySelector("[data-map-more]").hidden = !canHaveMore || !now.length || isFull;
    way.querySelector("[data-map-full]").hidden = !canHaveMore || !isFull;
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

  for (const key of fields.keys) if (fields.pointIn(key)) make(key, fields.pointIn(key));
  return { put, add, aim, reshape, reread };
}

function shapeIn(way) {
  return way.dataset.mapShape ?? choiceOf(way, ":checked")?.value ?? "place";
}

function choiceOf(way, which) {
  return way.closest("form").querySelector(`[name=shape]${which}`);
}
