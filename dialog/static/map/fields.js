// The hidden fields beside a map that hold its places; degrees with four decimals, about 11 m: the server keeps no more.

const DECIMALS = 4;
export const FIRST = "1"; // the key of the only place, the first of several, or the start of a way
export const END = "to"; // of the end of a way

/** The fields of a map: { keys, pointIn(key), write(points) }. `keys` are those of its places in their order. */
export function fieldsOf(way) {
  const pairs = new Map([...way.querySelectorAll("[data-map-lat]")].map((lat) => {
    const key = lat.dataset.mapLat;
    return [key, [lat, way.querySelector(`[data-map-lon="${key}"]`)]];
  }));
  return {
    keys: [...pairs.keys()],
    /** The point of a place, { lat, lng }; null when its fields are empty. */
    pointIn(key) {
      const [lat, lon] = pairs.get(key).map((field) => field.value);
      return lat && lon ? { lat: Number(lat), lng: Number(lon) } : null;
    },
    /** Writes every field: what `points` (key -> point) lacks is emptied. The form hears of it as of any other change. */
    write(points) {
      for (const [key, [lat, lon]] of pairs) {
        const point = points.get(key);
        const before = lat.value + lon.value;
        lat.value = point ? point.lat.toFixed(DECIMALS) : "";
        lon.value = point ? point.lng.toFixed(DECIMALS) : "";
        if (before === lat.value + lon.value) continue;
        for (const name of ["input", "change"]) lat.dispatchEvent(new Event(name, { bubbles: true }));
      }
    },
  };
}
