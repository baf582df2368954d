// Between what fields hold, which are texts, and values as a schema knows them.

const is_box = (one) => one.matches("[type=checkbox], [type=radio]");
const is_choice = (one) => one.matches("select") || is_box(one);
const boxes_in = (fields) => fields.flatMap((one) => [...(one.options ?? [one])]);
const has_no_zone = (one) => one.matches("[type=time], [type=datetime-local]");

// A value as a field holds it: a text as it is, anything else as JSON.
export const as_typed = (value) => (typeof value === "string" ? value : JSON.stringify(value));

function offered_by(schema) {
  const one = schema.items ?? schema;
  return one.enum ?? (one.oneOf ?? one.anyOf)?.map((each) => each.const) ?? [];
}
function meant_by(text, schema, type) {
  const choice = offered_by(schema).find((one) => as_typed(one) === text);
  if (choice !== undefined || type === "string") return choice ?? text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const is_tick = (fields, type) => type === "boolean" && fields[0].matches("[type=checkbox]");

function texts_in(fields) {
  const all = fields.flatMap((one) => {
    if (one.matches("select")) return [...one.selectedOptions].map((each) => each.value);
    if (is_box(one)) return one.checked ? [one.value] : [];
    return [one.value && has_no_zone(one) ? `${one.value}Z` : one.value];
  });
  return all.filter((one) => one !== "");
}

// Undefined: nothing was answered.
export function value_in(fields, schema, type) {
  if (is_tick(fields, type)) return fields[0].checked;
  const all = texts_in(fields).map((one) => meant_by(one, schema, type));
  return type === "array" && all.length > 0 ? all : all[0];
}

// Throws where the fields cannot hold it.
export function write_value(fields, value) {
  const [first] = fields;
  const refuse = () => {
    throw new RangeError(`'${JSON.stringify(value)}' is nothing that can be answered here`);
  };
  if (first.matches("[type=checkbox]") && typeof value === "boolean") {
    first.checked = value;
    return;
  }
  const texts = [value ?? []].flat().map(as_typed);
  if (is_choice(first)) {
    const boxes = boxes_in(fields);
    if (texts.some((text) => !boxes.some((one) => one.value === text))) refuse();
    for (const one of boxes) one[one.matches("option") ? "selected" : "checked"] = texts.includes(one.value);
    if (texts.length === 0 && first.matches("select:not([multiple])")) first.value = "";
    return;
  }
  if (texts.length > 1) refuse();
  const text = has_no_zone(first) ? (texts[0] ?? "").replace(/Z$/, "") : (texts[0] ?? "");
  const before = first.value;
  first.value = text;
  if (first.value !== "" || text === "") return;
  first.value = before;
  refuse();
}

// As a function of forms would give them; none where anything may be typed.
export function choices_in(fields, schema, type) {
  if (!is_choice(fields[0]) || is_tick(fields, type)) return [];
  return boxes_in(fields)
    .filter((one) => one.value !== "")
    .map((one) => ({
      const: meant_by(one.value, schema, type),
      title: (one.labels?.[0] ?? one).textContent.trim(),
    }));
}
