// Helps reviewers work quickly; every page works without it.

import { listenToKeys } from "./review/keys.js";
import { hideSelected, selectedWords } from "./review/hiding.js";

const text = document.querySelector("[data-words]");
const form = document.querySelector("[data-hide]");
if (text && form) hideSelected(text, form);
listenToKeys({ m: () => mask() });

/** The words that are selected, as personal details unless told otherwise; else the first that are proposed. */
function mask() {
  if (!form) return;
  if (selectedWords(text)) {
    form.elements.label.value ||= "other";
    form.requestSubmit();
    return;
  }
  const proposed = document.querySelector("[data-hide-first]");
  if (proposed) proposed.click();
  else form.elements.words.focus();
}
