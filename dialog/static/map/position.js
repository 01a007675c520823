// Moves a map to where its reader is: only when asked, and kept nowhere.

import { show } from "./drawing.js";
import { areaHolding } from "./holding.js";

const CLOSE = 16; // the zoom at which streets are told apart
const PATIENCE = 15_000; // milliseconds
const DENIED = 1; // of GeolocationPositionError

/** Makes a button move the map; say(sentence) tells what came of it. It shows where the device can be asked at all. */
export function offerPosition(button, map, areas, words, say) {
  if (!navigator.geolocation || !isSecureContext) return;
  let asking = false;

  function found({ coords }) {
    asking = false;
    const here = L.latLng(coords.latitude, coords.longitude);
    if (!areaHolding(areas, here)) return say(words.saidAway);
    show(map, here, Math.max(map.getZoom(), CLOSE));
    map.getContainer().focus();
    return say(words.saidHere);
  }

  function missed({ code }) {
    asking = false;
    say(code === DENIED ? words.saidDenied : words.saidLost);
  }

  button.addEventListener("click", () => {
    if (asking) return;
    asking = true;
    say(words.saidLooking);
    navigator.geolocation.getCurrentPosition(found, missed, { enableHighAccuracy: true, timeout: PATIENCE, maximumAge: 0 });
  });
  button.parentElement.hidden = false;
}
