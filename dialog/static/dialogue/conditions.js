// Whether a condition on answers holds, as the server decides it too: dialog/survey/conditions.py.

const RELATIONS = {
  "=": (one, other) => one === other,
  "!=": (one, other) => one !== other,
  "<": (one, other) => one < other,
  "<=": (one, other) => one <= other,
  ">": (one, other) => one > other,
  ">=": (one, other) => one >= other,
};

// `data`: the FormData of the whole form, with what other pages carried along.
export function holds(condition, data) {
  if (condition.all) return condition.all.every((one) => holds(one, data));
  if (condition.any) return condition.any.some((one) => holds(one, data));
  if (condition.not) return !holds(condition.not, data);
  if (condition.chosen) return chosen(condition.chosen, data).some((one) => condition.options.includes(one));
  if (condition.answered) return chosen(condition.answered, data).length > 0;
  if (condition.counted) return RELATIONS[condition.sign](chosen(condition.counted, data).length, condition.value);
  const one = value(chosen(condition.compared, data)[0]);
  const other = condition.other ? value(chosen(condition.other, data)[0]) : condition.value;
  return one !== undefined && other !== undefined && typeof one === typeof other && RELATIONS[condition.sign](one, other);
}

// Everything chosen or written in answer to a question; of a ranking, whatever has a place.
function chosen(question, data) {
  const name = question.replaceAll(".", "_");
  const own = [...data.getAll(name), ...data.getAll(`${name}_instead`)].filter((one) => one && typeof one === "string");
  if (own.length || data.has(name)) return own;
  const ranked = [...data.entries()].filter(([field, place]) => field.startsWith(`${name}_`) && /^\d+$/.test(place));
  return ranked.map(([field]) => field.slice(name.length + 1));
}

// A number as people write it, or a date or option as it is.
function value(written) {
  if (written === undefined) return undefined;
  const number = Number(written.replace(/\s/g, "").replace(",", "."));
  return Number.isNaN(number) ? written : number;
}
