// The hidden fields of a form that hold places: lat and lon for the first (or the start of a way), lat-2, lon-2 … for
// more, to_lat and to_lon for the end of a way; degrees with four decimals, about 11 m: the server keeps no more.

const DECIMALS = 4;
export const FIRST = 1;
export const END = "to";
export const SEVERAL = [1, 2, 3, 4, 5];
export const KEYS = [...SEVERAL, END];

/** The point in the fields of a place, { lat, lng }; null when they are empty. */
export function pointIn(key) {
  const [lat, lon] = fieldsOf(key).map((field) => field.value);
  return lat && lon ? { lat: Number(lat), lng: Number(lon) } : null;
}

/** Writes every field: what `points` (key -> point) lacks is emptied. The form hears of it as of any other change. */
export function writePoints(points) {
  for (const key of KEYS) {
    const point = points.get(key);
    const [lat, lon] = fieldsOf(key);
    const before = lat.value + lon.value;
    lat.value = point ? point.lat.toFixed(DECIMALS) : "";
    lon.value = point ? point.lng.toFixed(DECIMALS) : "";
    if (before !== lat.value + lon.value) lat.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

function fieldsOf(key) {
  const names = key === END ? ["to_lat", "to_lon"] : key === FIRST ? ["lat", "lon"] : [`lat-${key}`, `lon-${key}`];
  return names.map((name) => document.getElementById(name));
}
