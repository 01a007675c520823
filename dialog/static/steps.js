// Shows the report form one step at a time. Without it the form is one page, and everything can be said there as well.
// Markup and words: templates/resident/report.html, report_where.html.
//
// What else it does: asks for what only fits how the place feels, says what is missing before anything is sent, and shows
// what others have told of the same spot. Fields for one more place: map.js.

const END = 0; // the number of the place where a way ends; the others are 1 … 5
const LATER = 500; // milliseconds without a change before others' places are looked up
const CHANGES = ["change", "click", "keyup", "dialog:named"]; // what may have changed where it is

for (const form of document.querySelectorAll("[data-steps]")) begin(form);

function begin(form) {
  const steps = [...form.querySelectorAll("[data-step]")];
  const last = steps.length - 1;
  const part = (name) => form.querySelector(`[data-${name}]`);
  let now = 0;

  function show(number) {
    now = number;
    for (const [index, step] of steps.entries()) step.hidden = index !== now;
    for (const [index, mark] of [...part("progress").children].entries()) {
      mark.dataset.state = index < now ? "done" : index === now ? "now" : "next";
    }
    part("back").hidden = now === 0;
    part("next").hidden = now === last;
    part("send-now").hidden = now === 0 || now === last;
    part("send").hidden = part("send-notes").hidden = now !== last;
  }

  function open(number) {
    show(number);
    steps[now].querySelector("h2").focus({ preventScroll: true });
    form.scrollIntoView({ block: "start" });
  }

  function go(number) {
    if (number === now) return;
    history.pushState({ step: number }, "");
    open(number);
  }

  /** The step that something lies in; -1 outside them. */
  const stepOf = (element) => steps.findIndex((step) => step.contains(element));

  function next() {
    const [problem] = problemsIn(form).filter(({ group }) => stepOf(group) === now);
    tell(form, problem);
    if (!problem) go(now + 1);
  }

  function send(event) {
    if (event.submitter?.name) return; // a button that changes the form, and does not send it
    const [problem] = problemsIn(form);
    if (!problem) return;
    event.preventDefault();
    go(stepOf(problem.group));
    tell(form, problem);
  }

  function enter(event) {
    const { type, localName } = event.target;
    if (event.key !== "Enter" || event.defaultPrevented || localName !== "input" || type === "file") return;
    event.preventDefault(); // or the browser would press the first button of the form
    if (type === "search") event.target.parentElement.querySelector("button").click();
    else if (now < last) next();
  }

  function follow(event) {
    const link = event.target.closest?.(".error-summary a[href^='#']");
    const target = link && document.getElementById(link.hash.slice(1));
    if (!target || stepOf(target) < 0) return;
    event.preventDefault();
    go(stepOf(target));
    (canTakeFocus(target) ? target : controlIn(target.closest("fieldset, .field"))).focus();
  }

  part("back").addEventListener("click", () => history.back());
  part("next").addEventListener("click", next);
  form.addEventListener("submit", send);
  form.addEventListener("keydown", enter);
  document.addEventListener("click", follow);
  addEventListener("popstate", (event) => open(event.state?.step ?? 0));

  const wrong = stepOf(form.querySelector(".is-wrong"));
  const before = problemsIn(form).length ? 0 : history.state?.step ?? 0;
  show(wrong >= 0 ? wrong : before);
  if (now > 0 && history.state?.step !== now) {
    history.replaceState({ step: 0 }, "");
    history.pushState({ step: now }, ""); // so that Back leads through the steps here too
  }
  part("progress").hidden = false;
  askWhatFits(form);
  offerOthers(form, steps[0]);
}

// What is missing that is needed, or can't be sent: { group, sentence } in the order of the steps.
function problemsIn(form) {
  const data = new FormData(form);
  const problems = [];
  const said = form.dataset;
  const place = (number) => form.querySelector(`[data-place="${number}"]`);
  if (data.get("shape") === "way") {
    if (!isSaid(data, 1)) problems.push({ group: place(1), sentence: said.noStart });
    if (!isSaid(data, END)) problems.push({ group: place(END), sentence: said.noEnd });
  } else {
    const counted = data.get("shape") === "places" ? [1, 2, 3, 4, 5] : [1];
    if (!counted.some((number) => isSaid(data, number))) problems.push({ group: place(1), sentence: said.noPlace });
  }
  if (!data.get("feeling")) {
    problems.push({ group: form.querySelector("[name=feeling]").closest("fieldset"), sentence: said.noFeeling });
  }
  const photo = form.querySelector("[type=file]");
  if (photo.files[0]?.size > Number(photo.dataset.largest)) {
    problems.push({ group: photo.closest(".field"), sentence: photo.dataset.tooLarge });
  }
  return problems;
}

function isSaid(data, number) {
  const value = (name) => data.get(nameOf(name, number))?.trim();
  return Boolean((value("lat") && value("lon")) || value("named") || value("area") || value("words"));
}

function nameOf(name, number) {
  return number === END ? `to_${name}` : number === 1 ? name : `${name}-${number}`;
}

// Says what is wrong as the server would, and nothing else any more; without a problem it only takes back what it said.
function tell(form, problem) {
  for (const error of form.querySelectorAll(".error[data-said]")) {
    error.closest(".is-wrong").classList.remove("is-wrong");
    error.remove();
  }
  if (!problem) return;
  const error = form.querySelector("template[data-error]").content.firstElementChild.cloneNode(true);
  error.dataset.said = "";
  error.setAttribute("role", "alert");
  error.lastElementChild.lastChild.textContent = ` ${problem.sentence}`;
  for (const before of problem.group.querySelectorAll(":scope > .error")) before.remove();
  problem.group.insertBefore(error, problem.group.querySelector(":scope > :is(.ways, .choices, .input)"));
  problem.group.classList.add("is-wrong");
  controlIn(problem.group).focus();
}

function controlIn(group) {
  return [...group.querySelectorAll("input, button, select, textarea")].find(canTakeFocus);
}

function canTakeFocus(element) {
  return element.matches("input:not([type=hidden]), button, select, textarea") && element.checkVisibility();
}

// Causes where it feels unsafe, strengths where it feels safe; what is not asked is not sent.
function askWhatFits(form) {
  function fit() {
    const feeling = new FormData(form).get("feeling");
    for (const asked of form.querySelectorAll("[data-feeling]")) {
      asked.hidden = Boolean(feeling) && ![asked.dataset.feeling, "both"].includes(feeling);
      for (const fieldset of asked.querySelectorAll("fieldset")) fieldset.disabled = asked.hidden;
    }
  }
  form.addEventListener("change", (event) => event.target.name === "feeling" && fit());
  fit();
}

// Looks up published places once somebody has said where it is, and shows them.
function offerOthers(form, step) {
  const section = form.querySelector("[data-others]");
  let asked = "";
  let timer = 0;

  async function look() {
    const data = new FormData(form);
    const where = new URLSearchParams(["lat", "lon", "named", "area"].map((name) => [name, data.get(name) ?? ""]));
    if (where.toString() === asked) return;
    asked = where.toString();
    const answer = isSaid(where, 1) && (await fetch(form.dataset.nearby, { method: "POST", body: where }).catch(() => null));
    if (where.toString() === asked) list(section, answer?.ok ? (await answer.json()).places : []);
  }

  function wait() {
    clearTimeout(timer);
    timer = setTimeout(look, LATER);
  }

  form.querySelector("[data-ask-nearby]").hidden = true;
  for (const change of CHANGES) step.addEventListener(change, wait);
  look();
}

function list(section, places) {
  const items = places.map((place) => {
    const item = section.querySelector("template").content.firstElementChild.cloneNode(true);
    const [name, voices] = [item.querySelector("b"), item.querySelector(".soft")];
    name.textContent = place.name;
    if (place.lang) name.lang = place.lang;
    voices.textContent = place.voices;
    item.querySelector("button").value = place.key;
    item.querySelector("button span").textContent = `– ${place.name}`;
    return item;
  });
  section.querySelector("ul").replaceChildren(...items);
  section.hidden = items.length === 0;
}
