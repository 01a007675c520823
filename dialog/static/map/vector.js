// Draws vector tiles in the page's own colours, whoever made them: layers are recognised by their names, as Protomaps,
// OpenMapTiles and Shortbread call them; what is not recognised is drawn as lines.

const KINDS = [ // in the order in which they are drawn
  ["land", /^(earth|land)$/],
  ["green", /^(landcover|landuse|park|natural|sites)$/],
  ["water", /water|ocean/],
  ["building", /building/],
  ["border", /bound/],
  ["road", /road|street|transport|bridge/],
  ["name", /place|poi|label|name|mountain_peak|aero/],
];
const USUAL = "earth landcover landuse park water waterway buildings building boundaries boundary roads transportation places place";
const ROADS = [[8, 0.5], [12, 1], [15, 3], [17, 6], [19, 12]]; // [zoom, pixels]
const [POINT, LINE, POLYGON] = [1, 2, 3];
const WISHES = ["(prefers-color-scheme: dark)", "(prefers-contrast: more)", "(forced-colors: active)"];

/** Adds vector tiles at an address to a map, and draws them anew when the colours change. `layers`: their names. */
export function drawVector(map, url, options, layers) {
  let layer = null;
  function draw() {
    const { attribution, bounds, maxZoom } = options;
    const maxDataZoom = Math.max(options.maxNativeZoom, 1);
    layer?.remove();
    layer = protomapsL.leafletLayer({ url, attribution, bounds, maxZoom, maxDataZoom, ...rules(map, layers || USUAL) });
    layer.addTo(map);
  }
  draw();
  for (const wish of WISHES) matchMedia(wish).addEventListener("change", draw);
}

function rules(map, layers) {
  const colour = (name) => getComputedStyle(map.getContainer()).getPropertyValue(`--map-${name}`).trim();
  const order = KINDS.map(([kind]) => kind);
  const known = layers.split(" ").map((name) => ({ name, kind: kindOf(name) }));
  known.sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
  return {
    paintRules: known.flatMap(({ name, kind }) => paintRules(name, kind, colour)),
    labelRules: [...known].reverse().flatMap(({ name, kind }) => labelRules(name, kind, colour)),
  };
}

function kindOf(name) {
  return KINDS.find(([, pattern]) => pattern.test(name))?.[0] ?? "other";
}

function paintRules(dataLayer, kind, colour) {
  const { LineSymbolizer, PolygonSymbolizer, linear } = protomapsL;
  const surface = () => [{ dataLayer, filter: are(POLYGON), symbolizer: new PolygonSymbolizer({ fill: colour(kind) }) }];
  const line = (options) => [{ dataLayer, filter: are(LINE), symbolizer: new LineSymbolizer({ color: colour(kind), ...options }) }];
  if (kind === "land" || kind === "green" || kind === "building") return surface();
  if (kind === "water") return [...surface(), ...line({ width: 1 })];
  if (kind === "border") return line({ width: 1, dash: [4, 3] });
  if (kind === "road") return line({ width: linear(ROADS), lineCap: "round", lineJoin: "round" });
  return kind === "other" ? [{ dataLayer, filter: are(LINE, POLYGON), symbolizer: new LineSymbolizer({ color: colour(kind), width: 1 }) }] : [];
}

function labelRules(dataLayer, kind, colour) {
  const { CenteredTextSymbolizer, LineLabelSymbolizer } = protomapsL;
  const { fontFamily } = getComputedStyle(document.body);
  const written = {
    labelProps: [`name:${document.documentElement.lang}`, "name", "name:latin"],
    fill: colour("ink"),
    stroke: colour("land"),
    width: 2,
    font: `600 13px ${fontFamily}`,
  };
  if (kind === "road") return [{ dataLayer, minzoom: 14, filter: are(LINE), symbolizer: new LineLabelSymbolizer(written) }];
  return kind === "name" ? [{ dataLayer, filter: are(POINT), symbolizer: new CenteredTextSymbolizer(written) }] : [];
}

function are(...kinds) {
  return (_zoom, feature) => kinds.includes(feature.geomType);
}
