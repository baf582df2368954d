// Has questions drawn by modules of the bundle, where the server names some for them: docs/forms.md. What a module
// draws stands in place of the field, which goes on to hold the answer, so that all else is as if it were typed.
import {choices_in, value_in, write_value} from "./values.js";

const places_in = (form) => [...form.querySelectorAll(".by-script")];
const is_drawn = (one) => one.closest(".drawn") !== null;
const fields_of = (place) =>
  [...place.querySelectorAll("input, select, textarea")].filter(
    (one) => one.name === place.dataset.path && !is_drawn(one),
  );
const is_open = ([field]) => !field.matches(":disabled") && !field.readOnly;
const mistakes_of = (place) =>
  [...place.querySelectorAll(".problem")].map((one) => one.textContent.replace(/^Wrong: */, "").trim());
const is_same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
const by_id = (within, id) => within.querySelector("#" + CSS.escape(id));

// What stands there now: a module's element, and what it was drawn from.
const drawings = new WeakMap();

// A sentence at the field; what is known of it beside that is for whoever looks at the page.
function tell(place, sentence, details) {
  const line = Object.assign(document.createElement("p"), {className: "note", textContent: sentence});
  if (details) {
    Object.assign(line.dataset, {type: "renderer_load_error", details});
    console.error("renderer_load_error", sentence, details);
  }
  const words = place.querySelectorAll(".question > :is(label, legend, .hint, .note, .problem)");
  const last = [...words].at(-1);
  if (last) last.after(line);
  else place.querySelector(".question").prepend(line);
}
// Nobody but this browser sees it, so the server is told, once of each kind: whoever runs it reads of it there.
const reported = new Set();
function report(form, told) {
  const what = JSON.stringify([told.address, told.renderer, told.kind]);
  if (reported.has(what)) return;
  reported.add(what);
  const headers = {"Content-Type": "application/json"};
  const to = `${new URL(form.action).pathname}/failures`;
  fetch(to, {method: "POST", headers, body: JSON.stringify(told), keepalive: true}).catch(() => {});
}
// `kind` is null where it is not the module's fault, which is nobody's affair but of whoever sits here.
function tell_failure(place, {form, question, offer, kind}, failed) {
  const why = failed instanceof Error ? failed.message : String(failed);
  if (kind !== null)
    report(form, {
      address: question.address,
      renderer: offer.key,
      kind,
      path: place.dataset.path,
      message: [...why].slice(0, 300).join(""),
    });
  const sentence = `Failed to load renderer ${offer.key}: ${why.replace(/[.]?$/, ".")}`;
  tell(place, `${sentence} This is a plain field.`, `${offer.module}, for ${place.dataset.path}`);
}

const address_of = (question, module) =>
  new URL(module.split("/").map(encodeURIComponent).join("/"), new URL(question.address, location.href)).href;
const first_function = (...all) => all.find((one) => typeof one === "function");

async function load(question, {module, renderer, testerModule, tester}) {
  const drawn_by = await import(address_of(question, module));
  const tested_by = testerModule === module ? drawn_by : await import(address_of(question, testerModule));
  const test = first_function(
    tested_by[tester],
    tested_by.default?.tester,
    tested_by !== drawn_by && tested_by.default,
    drawn_by[tester],
    drawn_by.default?.tester,
  );
  const also = testerModule === module ? "" : ` or ${testerModule}`;
  if (!test) throw new Error(`Tester function "${tester}" not found in module ${module}${also}`);
  const draw = first_function(drawn_by[renderer], drawn_by.default?.renderer, drawn_by.default);
  if (!draw) throw new Error(`Renderer component "${renderer}" not found in module ${module}`);
  return {test, draw};
}

// The schema of the whole form, with the definitions that the bundle brings.
const roots = new Map();
async function read_root(path) {
  const answer = await fetch(`${path}/init`);
  if (!answer.ok) throw new Error(`the schema of the form cannot be had (${answer.status})`);
  const {schema, extensions} = await answer.json();
  const definitions = {...extensions?.definitions, ...schema.definitions};
  return Object.keys(definitions).length === 0 ? schema : {...schema, definitions};
}
function root_of(form) {
  const path = new URL(form.action).pathname;
  if (!roots.has(path)) {
    const root = read_root(path);
    roots.set(path, root);
    // What could not be had once may be had when it is asked for again.
    root.catch(() => roots.delete(path));
  }
  return roots.get(path);
}

// The highest rank draws, of several the first; those that fail cost nobody else anything.
async function best_of(question, place, form) {
  let best = null;
  for (const offer of question.renderers) {
    let kind = "load";
    try {
      const {test, draw} = await load(question, offer);
      kind = null;
      const rootSchema = await root_of(form);
      kind = "test";
      const rank = test(question.ui, question.within ?? rootSchema, {
        rootSchema,
        config: {},
        question: question.schema,
      });
      const is_rank = typeof rank === "number" && rank >= question.least;
      if (is_rank && rank > (best?.rank ?? -1)) best = {rank, offer, draw, rootSchema};
    } catch (failed) {
      tell_failure(place, {form, question, offer, kind}, failed);
    }
  }
  return best;
}

function what_to_draw(place, question, id) {
  const fields = fields_of(place);
  const {path, label} = place.dataset;
  const {schema, ui, type} = question;
  return {
    value: value_in(fields, schema, type),
    path,
    label,
    id,
    schema,
    ui,
    choices: choices_in(fields, schema, type),
    required: fields.some((one) => one.required),
    enabled: is_open(fields),
    errors: mistakes_of(place),
  };
}

// Whoever types is asked about often; what depends on an answer is asked for when it rests.
function set_value(drawing, value) {
  const fields = fields_of(drawing.place);
  if (fields.length === 0 || !is_open(fields)) return;
  write_value(fields, value);
  drawing.from.value = value_in(fields, drawing.question.schema, drawing.question.type);
  fields[0].dispatchEvent(new Event("input", {bubbles: true}));
  clearTimeout(drawing.due);
  drawing.due = setTimeout(() => {
    fields_of(drawing.place)[0]?.dispatchEvent(new Event("change", {bubbles: true}));
  }, 250);
}

// In place of the fields, which stay in the form. The label, the hint and what is wrong stay in sight.
function put(drawing, place) {
  const question = place.querySelector(".question");
  const {id, label} = place.dataset;
  const is_set = question.id === id;
  for (const part of question.children)
    part.hidden ||= !part.matches("label, legend, .hint, .note, .problem");
  if (!question.querySelector(":scope > :is(label, legend)"))
    question.prepend(Object.assign(document.createElement("label"), {htmlFor: id, textContent: label}));
  const field = is_set ? null : by_id(question, id);
  if (field) field.id = `${id}-value`;
  const frame = Object.assign(document.createElement("div"), {className: "drawn"});
  frame.append(drawing.element);
  question.append(frame);
  if (!is_set) describe(frame, question, id);
  drawing.place = place;
  drawings.set(place, drawing);
}

// Links and readers of screens find it by its id, whether the module gave it to a field or not.
function describe(frame, question, id) {
  let main = by_id(frame, id);
  if (!main) {
    main = Object.assign(frame, {id, tabIndex: -1});
    const words = question.querySelector(":scope > label");
    words.id ||= `${id}-label`;
    frame.setAttribute("role", "group");
    frame.setAttribute("aria-labelledby", words.id);
  }
  const about = [`${id}-hint`, `${id}-problem`].filter((one) => by_id(question, one));
  if (about.length > 0) main.setAttribute("aria-describedby", about.join(" "));
  else main.removeAttribute("aria-describedby");
  // A group is never wrong to a reader of screens; what is in it may be.
  if (main !== frame && by_id(question, `${id}-problem`)) main.setAttribute("aria-invalid", "true");
}

async function draw(place, form) {
  const question = JSON.parse(place.dataset.question);
  if (fields_of(place).length === 0) return; // it cannot be asked at all, and that is said there
  const best = await best_of(question, place, form);
  if (!best) {
    if (question.note && !place.querySelector("[data-type=renderer_load_error]")) tell(place, question.note);
    return;
  }
  const is_set = place.querySelector(".question").id === place.dataset.id;
  const id = is_set ? `${place.dataset.id}-drawn` : place.dataset.id;
  const drawing = {place, question};
  const onChange = (value) => set_value(drawing, value);
  try {
    // Somebody may have typed while it was drawn.
    do {
      drawing.from = what_to_draw(place, question, id);
      drawing.element = await best.draw({...drawing.from, rootSchema: best.rootSchema, onChange});
      if (!(drawing.element instanceof HTMLElement)) throw new TypeError("it gave no HTMLElement");
    } while (!is_same(drawing.from.value, what_to_draw(place, question, id).value));
  } catch (failed) {
    return tell_failure(place, {form, question, offer: best.offer, kind: "draw"}, failed);
  }
  if (!place.isConnected) return; // the form that has come instead has its own
  const was_here = fields_of(place).includes(document.activeElement);
  put(drawing, place);
  if (was_here) (by_id(place, place.dataset.id) ?? drawing.element).focus();
}

// What is drawn stays, where the server has drawn the form anew around it: with whatever is in it, and what was chosen
// while the server answered. But not where entries of a list have moved.
export function keep_drawn(from, to, moved) {
  const fresh = new Map(places_in(to).map((place) => [place.dataset.id, place]));
  for (const place of places_in(from)) {
    const drawing = drawings.get(place);
    const there = fresh.get(place.dataset.id);
    if (!drawing || !there || moved?.contains(place)) continue;
    if (place.dataset.question !== there.dataset.question || fields_of(there).length === 0) continue;
    if (is_open(fields_of(there))) {
      try {
        write_value(fields_of(there), drawing.from.value);
      } catch {
        continue; // it can no longer be chosen
      }
    }
    const now = what_to_draw(there, drawing.question, drawing.from.id);
    if (!is_same(now, drawing.from)) continue;
    there.querySelector(".question").append(...place.querySelectorAll(".note[data-type]"));
    put(drawing, there);
  }
}

// `form` is one that the server has drawn, and each gets here once.
export function draw_by_modules(form) {
  const places = places_in(form);
  if (places.length === 0) return;
  // The names of fields inside of what a module draws are its own affair.
  form.addEventListener("formdata", ({formData}) => {
    const all = [...form.elements].filter((one) => one.name);
    const asked = new Set(all.filter((one) => !is_drawn(one)).map((one) => one.name));
    for (const one of all) if (!asked.has(one.name)) formData.delete(one.name);
  });
  for (const place of places) if (!drawings.has(place)) draw(place, form);
}
