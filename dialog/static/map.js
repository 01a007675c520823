// Lets a person point at a place. Everything it does can be done without it: the page shows it only where script runs,
// and fetches the map only when it is asked for. Markup and words: templates/components/map.html.

const STEP = 8; // pixels that one press of an arrow key moves the pin
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const PIN =
  '<svg viewBox="0 0 32 42" width="32" height="42" aria-hidden="true"><path d="M16 41C6 29 1 22 1 16a15 15 0 0 1 30 0c0 ' +
  '6-5 13-15 25z"/><circle cx="16" cy="16" r="5.5"/></svg>';

for (const way of document.querySelectorAll("[data-map]")) offer(way);

function offer(way) {
  const open = way.querySelector("[data-map-open]");
  open.addEventListener("click", () => show(way, open, { focus: true }));
  way.hidden = false;
  if (document.getElementById(way.dataset.lat).value) show(way, open, { focus: false });
}

async function show(way, open, { focus }) {
  open.disabled = true;
  try {
    const [areas] = await Promise.all([fetchAreas(way.dataset.areas), load("script", way), load("link", way)]);
    for (const part of way.querySelectorAll("[data-map-shown]")) part.hidden = false;
    open.parentElement.hidden = true;
    const canvas = way.querySelector("[data-map-canvas]");
    pointing(way, draw(canvas, areas, way.dataset), areas);
    if (focus) canvas.focus();
  } catch {
    open.disabled = false;
    way.querySelector("[data-map-said]").textContent = way.dataset.saidFailed;
  }
}

async function fetchAreas(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`areas: ${answer.status}`);
  return (await answer.json()).features;
}

function load(kind, way) {
  return new Promise((done, failed) => {
    const element = document.createElement(kind);
    if (kind === "script") element.src = way.dataset.script;
    else Object.assign(element, { rel: "stylesheet", href: way.dataset.style });
    element.addEventListener("load", done);
    element.addEventListener("error", failed);
    document.head.append(element);
  });
}

function draw(canvas, areas, words) {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = L.map(canvas, {
    attributionControl: Boolean(words.tiles),
    zoomControl: false,
    zoomSnap: 0.5,
    scrollWheelZoom: false, // the wheel scrolls the page
    zoomAnimation: !still,
    fadeAnimation: !still,
    markerZoomAnimation: !still,
    inertia: !still,
  });
  const position = document.documentElement.dir === "rtl" ? "topright" : "topleft";
  L.control.zoom({ position, zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map);
  if (words.tiles) {
    map.attributionControl.setPrefix(false);
    L.tileLayer(words.tiles, { attribution: words.attribution, maxZoom: 19 }).addTo(map);
    canvas.classList.add("has-tiles");
  }
  map.fitBounds(outlines(areas).addTo(map).getBounds(), { padding: [8, 8] });
  return map;
}

function outlines(areas) {
  return L.geoJSON(areas, {
    interactive: false,
    style: { className: "map-area" },
    onEachFeature(area, layer) {
      area.outline = layer;
      const name = document.createElement("span");
      name.textContent = area.properties.name; // as text: Leaflet would take a string for markup
      layer.bindTooltip(name, { permanent: true, direction: "center", className: "map-name", pane: "shadowPane" });
    },
  });
}

// The one pin of a map: by tap, drag or keys; told in words, kept in the two fields.
function pointing(way, map, areas) {
  const lat = document.getElementById(way.dataset.lat);
  const lon = document.getElementById(way.dataset.lon);
  const pinned = way.querySelector("[data-map-pinned]");
  const pin = L.marker(map.getCenter(), {
    draggable: true,
    autoPan: true,
    icon: L.divIcon({ className: "map-pin", html: PIN, iconSize: [32, 42], iconAnchor: [16, 41] }),
  });

  function put(point) {
    pin.setLatLng(point).addTo(map);
    lat.value = point.lat.toFixed(4);
    lon.value = point.lng.toFixed(4);
    pinned.hidden = false;
    tell(areas.find((area) => holds(area.geometry, point.lng, point.lat)));
  }

  function remove() {
    pin.remove();
    lat.value = lon.value = "";
    pinned.hidden = true;
    tell(null, way.dataset.saidRemoved);
    map.getContainer().focus();
  }

  function tell(found, sentence = way.dataset.saidOutside) {
    for (const area of areas) area.outline.getElement?.()?.classList.toggle("picked", area === found);
    const said = found ? way.dataset.saidInside.replace("{area}", found.properties.name) : sentence;
    way.querySelector("[data-map-said]").textContent = said;
  }

  function move(event) {
    const arrow = ARROWS[event.key];
    if (!arrow) return;
    event.preventDefault(); // or the page scrolls
    put(map.containerPointToLatLng(map.latLngToContainerPoint(pin.getLatLng()).add([arrow[0] * STEP, arrow[1] * STEP])));
    map.panInside(pin.getLatLng(), { padding: [40, 60] });
  }

  map.on("click", (event) => put(event.latlng));
  pin.on("dragend", () => put(pin.getLatLng()));
  pin.on("add", () => {
    pin.getElement().setAttribute("aria-label", way.dataset.pin);
    pin.getElement().addEventListener("keydown", move);
  });
  map.getContainer().addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target === map.getContainer()) put(map.getCenter());
  });
  way.querySelector("[data-map-remove]").addEventListener("click", remove);
  if (lat.value && lon.value) put(L.latLng(Number(lat.value), Number(lon.value)));
}

// Whether a GeoJSON polygon or multipolygon holds a point, in degrees: a line from it crosses an odd number of sides.
function holds(geometry, x, y) {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return polygons.some((rings) => rings.filter((ring) => crossesOddly(ring, x, y)).length % 2 === 1);
}

function crossesOddly(ring, x, y) {
  let odd = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i];
    const [xj, yj] = ring[j];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) odd = !odd;
  }
  return odd;
}
