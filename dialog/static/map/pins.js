// A pin on a map, moved by dragging and with the arrow keys.

const STEP = 8; // pixels that one press of an arrow key moves a pin
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const SHAPE =
  '<svg viewBox="0 0 32 42" width="32" height="42" aria-hidden="true"><path d="M16 41C6 29 1 22 1 16a15 15 0 0 1 30 0c0 ' +
  '6-5 13-15 25z"/><circle cx="16" cy="16" r="5.5"/><text x="16" y="22" text-anchor="middle"></text></svg>';

/** A pin: { put(point), remove(), call(name, mark, kind) }. onMove(point) and onFocus() tell what a person does. */
export function makePin(map, { onMove, onFocus }) {
  const drawing = document.createElement("span");
  drawing.innerHTML = SHAPE;
  let name = "";
  const marker = L.marker(map.getCenter(), {
    draggable: true,
    autoPan: true,
    icon: L.divIcon({ className: "map-pin", html: drawing, iconSize: [32, 42], iconAnchor: [16, 41] }),
  });

  function move(event) {
    const arrow = ARROWS[event.key];
    if (!arrow) return;
    event.preventDefault(); // or the page scrolls
    const step = [arrow[0] * STEP, arrow[1] * STEP];
    onMove(map.containerPointToLatLng(map.latLngToContainerPoint(marker.getLatLng()).add(step)));
    map.panInside(marker.getLatLng(), { padding: [40, 60], animate: false });
  }

  marker.on("dragend", () => onMove(marker.getLatLng()));
  marker.on("add", () => {
    marker.getElement().setAttribute("aria-label", name);
    marker.getElement().addEventListener("keydown", move);
    marker.getElement().addEventListener("focus", onFocus);
  });
  return {
    put: (point) => marker.setLatLng(point).addTo(map),
    remove: () => marker.remove(),
    call(newName, mark, kind) {
      name = newName;
      marker.getElement()?.setAttribute("aria-label", name);
      drawing.dataset.kind = kind;
      drawing.querySelector("text").textContent = mark;
    },
  };
}
