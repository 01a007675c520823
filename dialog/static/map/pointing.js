// A map to point with: by tap, by dragging, with the keys, and from where its reader is.

import { drawNames, drawOutlines, fetchFeatures, fit, loadLeaflet, makeMap, show } from "./drawing.js";
import { keepPlaces } from "./places.js";
import { offerPosition } from "./position.js";

const CLOSE = 15; // the zoom at which a place that was searched for is shown

/** Opens the map of a `data-map` element: { show(spot), aim(key), reread() }. `spot` is a place by name, { name, lat, lon }
 * or null; aim and reread are those of keepPlaces. */
export async function openMap(way) {
  const words = way.dataset;
  const [areas, names] = await Promise.all([fetchFeatures(words.areas), words.tiles ? [] : namesAt(words.names), loadLeaflet(words)]);
  for (const part of way.querySelectorAll("[data-map-shown]")) part.hidden = false;
  const canvas = way.querySelector("[data-map-canvas]");
  const map = makeMap(canvas, words);
  fit(map, drawOutlines(map, areas));
  drawNames(map, names);
  const { aim, reread } = listen(way, map, areas);
  return { show: showerOfNames(way, map), aim, reread };
}

async function namesAt(address) {
  return address ? fetchFeatures(address).catch(() => []) : []; // the map can be used without them
}

function listen(way, map, areas) {
  const places = keepPlaces(way, map, areas, (sentence, seen) => say(way, sentence, seen));
  map.on("click", (event) => places.put(event.latlng));
  map.getContainer().addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target !== map.getContainer()) return;
    event.preventDefault();
    places.put(map.getCenter());
  });
  way.querySelector("[data-map-more]").addEventListener("click", places.add);
  way.closest("form").addEventListener("change", (event) => event.target.name === "shape" && places.reshape());
  const button = way.querySelector("[data-map-locate]");
  offerPosition(button, map, areas, way.dataset, (sentence) => say(way, sentence));
  places.reshape();
  return places;
}

/** Tells what came of something; `seen` is false where the page shows the same sentence already. */
function say(way, sentence, seen = true) {
  const said = way.querySelector("[data-map-said]");
  said.classList.toggle("visually-hidden", !seen);
  said.textContent = sentence;
}

/** A place found by its name gets a ring: what is sent is the name, and a pin only where somebody puts one. */
function showerOfNames(way, map) {
  const ring = L.marker([0, 0], {
    icon: L.divIcon({ className: "map-ring", iconSize: [28, 28] }),
    interactive: false,
    keyboard: false,
  });
  return (spot) => {
    ring.remove();
    const [lat, lon] = [spot?.lat, spot?.lon].map(Number.parseFloat);
    if (Number.isNaN(lat + lon)) return; // the choice was taken back
    const at = L.latLng(lat, lon);
    ring.setLatLng(at).addTo(map);
    show(map, at, Math.max(map.getZoom(), CLOSE));
    say(way, way.dataset.saidNamed.replace("{name}", spot.name));
  };
}
