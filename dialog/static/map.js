// Offers a map where a page has one. Everything that a map does can be done without it: the page shows it only where
// script runs, and fetches it only when it is asked for. Markup and words: templates/components/map.html.
//
// This file acts as soon as it is loaded; other scripts import from the modules that it fetches:
//
//   map/drawing.js   loadLeaflet(dataset)        fetches Leaflet and what the base map needs, once a page
//                    fetchFeatures(address)      the features of a GeoJSON of ours
//                    makeMap(canvas, words)      a map with controls and the base map, without a view; an L.Map
//                    drawOutlines(map, areas)    outlines and names of areas; an L.GeoJSON, each area.outline its layer
//                    drawNames(map, names)       names of places, as many as there is room for
//                    fit(map, layer)             moves the map so that it shows all of a layer
//                    show(map, point, zoom)      moves the map, at once for whoever has asked for less motion
//   map/holding.js   areaHolding(areas, point)   the area that a point lies in
//   map/pointing.js  a map to point with: its parts are pins.js, places.js and position.js
//   map/view.js      a map to look at
//
// `dataset` and `words` are the dataset of the element on which map_data wrote its attributes. The address of a module
// says nothing of its version, unlike those that asset() gives: browsers ask each time whether it is still the same.

for (const way of document.querySelectorAll("[data-map]")) offer(way);
for (const view of document.querySelectorAll("[data-map-view]")) draw(view);

function offer(way) {
  const open = way.querySelector("[data-map-open]");
  const named = { spot: null, show: null }; // chosen in the search: kept until there is a map to show it on
  open.addEventListener("click", () => point(way, open, named, { focus: true }));
  const form = way.closest("form");
  form.addEventListener("dialog:named", (event) => {
    named.spot = event.detail;
    named.show?.(event.detail);
  });
  way.hidden = false;
  const isPinned = [...form.elements].some(({ name, value }) => /^(to_)?lat/.test(name) && value);
  if (isPinned) point(way, open, named, { focus: false });
}

async function point(way, open, named, { focus }) {
  open.disabled = true;
  try {
    const { openMap } = await import("./map/pointing.js");
    named.show = await openMap(way);
    open.parentElement.hidden = true;
    if (focus) way.querySelector("[data-map-canvas]").focus();
    if (named.spot) named.show(named.spot);
  } catch {
    open.disabled = false;
    way.querySelector("[data-map-said]").textContent = way.dataset.saidFailed;
  }
}

async function draw(view) {
  try {
    const { openView } = await import("./map/view.js");
    await openView(view);
  } catch {
    view.querySelector("[data-map-canvas]").hidden = true;
    view.querySelector("[data-map-said]").textContent = view.dataset.saidFailed;
  }
}
