// Offers a map where a page has one, and fields for one more place. Everything that a map does can be done without it: the
// page shows it only where script runs, and fetches it only when it is asked for. Markup and words:
// templates/components/map.html, templates/resident/report_where.html and question_places.html.
//
// This file acts as soon as it is loaded, and again on what dialogue.js puts into the page; other scripts import from the
// modules that it fetches:
//
//   map/drawing.js   loadLeaflet(dataset)        fetches Leaflet and what the base map needs, once a page
//                    fetchFeatures(address)      the features of a GeoJSON of ours
//                    makeMap(canvas, words)      a map with controls and the base map, without a view; an L.Map
//                    drawOutlines(map, areas)    outlines and names of areas; an L.GeoJSON, each area.outline its layer
//                    drawNames(map, names)       names of places, as many as there is room for
//                    fit(map, layer)             moves the map so that it shows all of a layer
//                    show(map, point, zoom)      moves the map, at once for whoever has asked for less motion
//   map/holding.js   areaHolding(areas, point)   the area that a point lies in
//   map/pointing.js  a map to point with: its parts are pins.js, places.js, fields.js and position.js
//   map/view.js      a map to look at
//
// `dataset` and `words` are the dataset of the element on which map_data wrote its attributes. The address of a module
// says nothing of its version, unlike those that asset() gives: browsers ask each time whether it is still the same.

const begun = new WeakSet();

begin(document);
document.addEventListener("dialog:page", (event) => begin(event.detail));

/** Offers what is in an element and was not there before. */
function begin(root) {
  const each = (selector, action) => {
    for (const one of root.querySelectorAll(selector)) {
      if (!begun.has(one)) action(one);
      begun.add(one);
    }
  };
  each("[data-map]", offer);
  each("[data-map-view]", draw);
  each("[data-places]", addPlaces);
}

function offer(way) {
  const open = way.querySelector("[data-map-open]");
  const opened = { spot: null, key: null, map: null }; // what was chosen and aimed at before there is a map
  const group = way.closest("[data-places=pinned]") ?? way.closest("form");
  open.addEventListener("click", () => point(way, open, opened, { focus: true }));
  group.addEventListener("dialog:named", (event) => {
    opened.spot = event.detail;
    opened.map?.show(event.detail);
  });
  way.addEventListener("dialog:aim", (event) => {
    opened.key = event.detail;
    opened.map?.aim(event.detail);
  });
  way.closest("form").addEventListener("dialog:restored", () => {
    if (opened.map) opened.map.reread();
    else if (isPinned(way)) point(way, open, opened, { focus: false });
  });
  way.hidden = false;
  if (isPinned(way)) point(way, open, opened, { focus: false });
}

function isPinned(way) {
  return [...way.querySelectorAll("[data-map-lat]")].some(({ value }) => value);
}

async function point(way, open, opened, { focus }) {
  open.disabled = true;
  try {
    const { openMap } = await import("./map/pointing.js");
    opened.map = await openMap(way);
    open.parentElement.hidden = true;
    if (focus) way.querySelector("[data-map-canvas]").focus();
    if (opened.key) opened.map.aim(opened.key);
    if (opened.spot) opened.map.show(opened.spot);
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

// Fields for one more place, which stand in the page already.
function addPlaces(group) {
  if (group.dataset.places === "pinned") tieToMap(group);
  const more = group.querySelector("[data-add-place]");
  more?.querySelector("button").addEventListener("click", (event) => {
    event.preventDefault();
    const place = group.querySelector("[data-place][hidden]");
    reveal(group, place);
    [...place.querySelectorAll("input:not([type=hidden]), button, select, textarea")].find((one) => one.checkVisibility()).focus();
  });
}

function reveal(group, place) {
  place.hidden = false;
  group.querySelector("[data-add-place]").hidden = !group.querySelector("[data-place][hidden]");
  const shown = group.closest("form").querySelector("[data-places-shown]"); // where the server can't tell from what they hold
  if (shown) shown.value = place.dataset.place;
}

// A pin brings forth the fields of its place, and who is about to fill them in puts the pin of that place.
function tieToMap(group) {
  const way = group.querySelector("[data-map]");
  const form = group.closest("form");
  const revealUpTo = (number) => {
    for (const place of group.querySelectorAll("[data-place][hidden]")) {
      if (Number(place.dataset.place) <= number) reveal(group, place);
    }
  };
  const followPins = () => {
    for (const { dataset, value } of group.querySelectorAll("[data-map-lat]")) {
      if (value) revealUpTo(Number(dataset.mapLat));
      group.querySelector(`[data-place="${dataset.mapLat}"]`).classList.toggle("is-pinned", Boolean(value));
    }
  };
  group.addEventListener("change", ({ target }) => target.dataset.mapLat && followPins());
  group.addEventListener("focusin", ({ target }) => {
    offerNames(group);
    const place = target.closest("[data-place]");
    if (place && way) way.dispatchEvent(new CustomEvent("dialog:aim", { detail: place.dataset.place }));
  });
  form.addEventListener("dialog:restored", ({ detail }) => {
    for (const place of group.querySelectorAll("[data-place][hidden]")) {
      if ([...detail].some(([name, value]) => value && isOf(place, name))) revealUpTo(Number(place.dataset.place));
    }
    followPins();
    if ([...detail].some(([name, value]) => value && name.endsWith("_named"))) offerNames(group, detail);
  });
  if (group.querySelector("[data-search-options]")) offerNames(group);
  followPins();
  sendWithEnter(form);
}

// Enter on an answer sends the form, as it does without places: it does not press the first of their buttons.
function sendWithEnter(form) {
  if (form.querySelector("button").classList.contains("visually-hidden")) return; // it has such a button
  const button = Object.assign(document.createElement("button"), { className: "visually-hidden", tabIndex: -1 });
  button.setAttribute("aria-hidden", "true");
  form.prepend(button);
}

function isOf(place, name) {
  return name.startsWith(`${place.id}_`) && !name.endsWith("_feeling");
}

// Searching by name is fetched when somebody comes near it: not every answer needs it.
async function offerNames(group, kept) {
  try {
    const { begin: search } = await import("./search.js");
    search(group, kept);
  } catch {
    // the button searches without it
  }
}
