// Which area a point lies in.

/** The first of the areas (GeoJSON features) that holds a point, { lat, lng } in degrees; undefined outside them all. */
export function areaHolding(areas, { lat, lng }) {
  return areas.find((area) => holds(area.geometry, lng, lat));
}

// A polygon holds a point when a line from it crosses an odd number of sides.
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
