// Draws a map: Leaflet, the base map of this installation, outlines of areas and names. Knows nothing of forms.
// Without tiles the outlines and names are the map. Markup and words: map_data in templates/components/map.html.

import { drawLabels } from "./labels.js";

const STILL = matchMedia("(prefers-reduced-motion: reduce)");
const CLOSEST = 19; // the zoom at which a house fills the window
const loaded = new Map(); // address -> promise of the element that fetches it
let drawVector; // what draws vector tiles, where they are the base map

/** Fetches Leaflet and what else the base map needs, once a page. `words` is the dataset that map_data wrote. */
export async function loadLeaflet(words) {
  await Promise.all([load("script", words.script), load("link", words.style), load("link", words.ownStyle)]);
  if (words.tilesKind !== "vector") return;
  [{ drawVector }] = await Promise.all([import("./vector.js"), load("script", words.vectorScript)]);
}

/** The features of a GeoJSON at an address of ours. */
export async function fetchFeatures(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return (await answer.json()).features;
}

/** A map in an element, with controls and the base map, still without a view. `words`: as for loadLeaflet. */
export function makeMap(canvas, words) {
  const still = STILL.matches;
  const [start, end] = document.documentElement.dir === "rtl" ? ["right", "left"] : ["left", "right"];
  const map = L.map(canvas, {
    attributionControl: false,
    zoomControl: false,
    zoomSnap: 0.5,
    maxZoom: CLOSEST,
    scrollWheelZoom: false, // the wheel scrolls the page
    zoomAnimation: !still,
    fadeAnimation: !still,
    markerZoomAnimation: !still,
    inertia: !still,
  });
  L.control.zoom({ position: `top${start}`, zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map);
  if (words.tiles) addTiles(map, words, `bottom${end}`);
  new ResizeObserver(() => map.invalidateSize({ animate: false })).observe(canvas);
  return map;
}

/** Moves a map, at once for whoever has asked for less motion. */
export function show(map, point, zoom = map.getZoom()) {
  map.setView(point, zoom, { animate: !STILL.matches });
}

/** Moves a map so that it shows all of a layer. Throws when there is nothing in it. */
export function fit(map, layer) {
  const bounds = layer.getBounds();
  if (map.getSize().x) {
    map.fitBounds(bounds, { padding: [8, 8], animate: false });
  } else { // it stands in a part of the page that does not show yet
    map.setView(bounds.getCenter(), map.getMinZoom());
    map.once("resize", () => fit(map, layer));
  }
}

/** Draws the outlines of areas (GeoJSON features) with their names; each gets its layer as `area.outline`. */
export function drawOutlines(map, areas) {
  const layer = L.geoJSON(areas, {
    interactive: false,
    style: { className: "map-area" },
    onEachFeature: (area, outline) => { area.outline = outline; },
  }).addTo(map);
  drawLabels(map, areas.filter((area) => area.properties.name).map(labelOfArea), "map-name");
  return layer;
}

/** Draws names of places (GeoJSON points with properties.name), those that come first before the others. */
export function drawNames(map, names) {
  drawLabels(map, names.map(({ geometry: { coordinates: [lon, lat] }, properties }) => (
    { text: properties.name, at: L.latLng(lat, lon) })), "map-name map-name-small");
}

function addTiles(map, words, position) {
  L.control.attribution({ position, prefix: false }).addTo(map);
  const options = {
    attribution: asText(words.tilesCredit),
    minNativeZoom: Number(words.tilesFrom),
    maxNativeZoom: Number(words.tilesTo),
    maxZoom: CLOSEST,
  };
  if (words.tilesBounds) {
    const [west, south, east, north] = words.tilesBounds.split(" ").map(Number);
    options.bounds = [[south, west], [north, east]];
  }
  if (drawVector) drawVector(map, words.tiles, options, words.tilesLayers);
  else L.tileLayer(words.tiles, options).addTo(map);
  map.getContainer().classList.add("has-tiles", drawVector ? "has-vector" : "has-raster");
}

function asText(words) {
  const element = document.createElement("span");
  element.textContent = words; // Leaflet would take a string for markup
  return element.innerHTML;
}

function labelOfArea(area) {
  const shapes = area.outline.getLatLngs();
  const rings = area.geometry.type === "Polygon" ? [shapes[0]] : shapes.map((shape) => shape[0]);
  const widest = rings.reduce((one, other) => (spread(other) > spread(one) ? other : one));
  return { text: area.properties.name, at: L.PolyUtil.polygonCenter(widest, L.CRS.EPSG3857) };
}

function spread(ring) {
  const bounds = L.latLngBounds(ring);
  return (bounds.getEast() - bounds.getWest()) * (bounds.getNorth() - bounds.getSouth());
}

function load(kind, address) {
  if (!loaded.has(address)) loaded.set(address, fetchWith(kind, address));
  return loaded.get(address);
}

function fetchWith(kind, address) {
  return new Promise((done, failed) => {
    const element = document.createElement(kind);
    if (kind === "script") element.src = address;
    else Object.assign(element, { rel: "stylesheet", href: address });
    element.addEventListener("load", done);
    element.addEventListener("error", () => { loaded.delete(address); element.remove(); failed(new Error(address)); });
    document.head.append(element);
  });
}
