// Draws the staff map: circles for the cells in which reports were told, drawn on a canvas so that thousands move
// smoothly. The server counts, and makes the table beside the map. Markup and words: templates/staff/map.html.

import { drawOutlines, fetchFeatures, fit, loadLeaflet, makeMap } from "./map/drawing.js";

const SMALLEST = 4; // pixels: the radius of the circle of the cell with fewest reports
const LARGEST = 22;
const AROUND = 0.3; // of the window, drawn on each side, so that a short way shows no gap
const PAUSE = 120; // milliseconds that the map must rest before cells are fetched

const view = document.querySelector("[data-staff-map]");
if (view) open();

async function open() {
  const words = view.dataset;
  try {
    const [areas] = await Promise.all([fetchFeatures(words.areas), loadLeaflet(words)]);
    view.hidden = false;
    const map = makeMap(view.querySelector("[data-map-canvas]"), words);
    const outlines = drawOutlines(map, areas);
    if (areas.length) fit(map, outlines);
    else map.setView([62, 16], 5);
    follow(map);
  } catch {
    view.hidden = false;
    view.querySelector("[data-map-canvas]").hidden = true;
    say(words.saidFailed);
  }
}

/** Shows the cells of what the map shows, now and whenever it has moved. */
function follow(map) {
  map.createPane("cells"); // above the outlines, which would hide it
  const cells = L.layerGroup().addTo(map);
  const renderer = L.canvas({ pane: "cells", padding: AROUND });
  let latest; // what the server answered last
  let asked; // to take back a question whose answer is no longer wanted
  let pause;

  const draw = () => latest && drawCells(cells, renderer, latest, map);
  const renew = async () => {
    asked?.abort();
    asked = new AbortController();
    try {
      latest = await fetchCells(map, asked.signal);
    } catch (problem) {
      if (problem.name !== "AbortError") say(view.dataset.saidLost);
      return;
    }
    draw();
    document.querySelector("[data-staff-map-table]").innerHTML = latest.table; // our own template, escaped there
    say(fill(view.dataset.saidAll, { number: latest.total }));
  };
  map.on("moveend", () => {
    clearTimeout(pause);
    pause = setTimeout(renew, PAUSE);
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  renew();
}

async function fetchCells(map, signal) {
  const seen = map.getBounds();
  const address = new URL(view.dataset.cells, location.href);
  address.searchParams.set("box", [seen.getWest(), seen.getSouth(), seen.getEast(), seen.getNorth()].map((side) => side.toFixed(5)).join(","));
  address.searchParams.set("zoom", map.getZoom());
  const answer = await fetch(address, { signal });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

/** Circles for cells [lat, lon, reports, metres], the largest first so that none is covered. */
function drawCells(layer, renderer, { cells }, map) {
  const look = getComputedStyle(map.getContainer());
  const [fill, line] = ["--map-pin", "--map-land"].map((name) => look.getPropertyValue(name).trim());
  const most = Math.max(1, ...cells.map((cell) => cell[2]));
  const finest = Math.min(...cells.map((cell) => cell[3]));
  layer.clearLayers();
  for (const [lat, lon, reports, metres] of cells) {
    const rough = metres > finest;
    L.circleMarker([lat, lon], {
      renderer,
      radius: SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(reports / most),
      color: rough ? fill : line,
      weight: rough ? 2 : 1.5,
      dashArray: rough ? "4 3" : null,
      fillColor: fill,
      fillOpacity: rough ? 0.12 : 0.75,
    }).bindPopup(() => telling(reports, metres), { closeButton: false }).addTo(layer);
  }
}

function telling(reports, metres) {
  const words = document.createElement("span");
  words.textContent = fill(view.dataset.saidCell, { number: reports, metres });
  return words;
}

function fill(sentence, values) {
  const number = new Intl.NumberFormat(document.documentElement.lang);
  return sentence.replace(/\{(\w+)\}/g, (_, name) => number.format(values[name]));
}

function say(sentence) {
  view.querySelector("[data-map-said]").textContent = sentence;
}
