// A map to look at: spots and cells over the areas. What it shows stands in the table beside it too.

import { drawNames, drawOutlines, fetchFeatures, fit, loadLeaflet, makeMap } from "./drawing.js";

const SMALLEST = 6; // pixels: the radius of a spot that stands for one
const WIDEST = 30;

/** Opens the map of a `data-map-view` element. Its features may have properties name (what a tap tells), count, step
 * (1–5, the colour of a cell) and url (where the name leads). */
export async function openView(view) {
  const words = view.dataset;
  const [features, areas] = await Promise.all([
    fetchFeatures(words.features),
    words.areas ? fetchFeatures(words.areas) : [],
    loadLeaflet(words),
  ]);
  for (const part of view.querySelectorAll("[data-map-shown]")) part.hidden = false;
  const map = makeMap(view.querySelector("[data-map-canvas]"), words);
  const outlines = drawOutlines(map, areas);
  if (words.names && !words.tiles) drawNames(map, await fetchFeatures(words.names).catch(() => []));
  const drawn = drawFeatures(map, features);
  fit(map, features.length ? drawn : outlines);
}

/** Draws points as spots and polygons as cells; an L.GeoJSON. */
export function drawFeatures(map, features) {
  return L.geoJSON(features, {
    style: ({ properties }) => ({ className: `map-cell${properties.step ? ` map-cell-${Number(properties.step)}` : ""}` }),
    pointToLayer: ({ properties }, at) => L.circleMarker(at, { radius: radiusOf(properties.count), className: "map-spot" }),
    onEachFeature: ({ properties }, layer) => {
      if (properties.name) layer.bindPopup(tellingOf(properties), { closeButton: false });
    },
  }).addTo(map);
}

function radiusOf(count = 1) {
  return Math.min(SMALLEST * Math.sqrt(count), WIDEST);
}

function tellingOf({ name, url }) {
  const telling = document.createElement(url ? "a" : "span");
  if (url) telling.href = url;
  telling.dir = "auto";
  telling.textContent = name; // as text: Leaflet would take a string for markup
  return telling;
}
