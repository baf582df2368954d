// Makes the pages of forms better where a script may run; without it they work too. Rules, choices and mistakes are
// the server's alone: this sends it what was typed, and shows what it answers.
import {add_devices, hand_over_devices} from "./devices.js";
import {add_pads, asks_for_files, hand_over, has_files, texts_in} from "./files.js";
import {drafts, outbox} from "./kept.js";
import {draw_by_modules, keep_drawn} from "./modules.js";

const form_in = (page) => page.querySelector("main form");
const path_of = (form) => new URL(form.action).pathname;
const parsed = (html) => new DOMParser().parseFromString(html, "text/html");

// What somebody has typed, as pairs of a name and a value: without what the page says of itself.
const typed_in = (form) => texts_in(form).filter(([name]) => name.startsWith("/"));
const body_of = (form, more = {}) => new URLSearchParams([...texts_in(form), ...Object.entries(more)]);
const by_id = (within, id) => within.querySelector("#" + CSS.escape(id));

// Said above the content, and read out: one sentence about each matter, and none where it is empty. What says the same
// already stays, for somebody may be about to press what is in it.
function tell(matter, sentence, ...more) {
  let place = document.getElementById("told");
  if (!place) {
    place = document.createElement("div");
    place.id = "told";
    place.setAttribute("role", "status");
    document.querySelector("main h1").after(place);
  }
  const line = document.createElement("p");
  line.className = matter;
  line.append(sentence, ...more);
  const before = place.querySelector(`:scope > .${matter}`);
  if (before?.isEqualNode(line) && !line.querySelector("button")) return;
  before?.remove();
  if (sentence) place.append(line);
}

function button(words, when_pressed) {
  const one = document.createElement("button");
  one.type = "button";
  one.className = "small";
  one.textContent = words;
  one.addEventListener("click", when_pressed);
  return one;
}

// Puts what was typed before into the fields. Where rules hide a question there is no field yet, and the server makes
// it of what is hidden; likewise for entries of lists.
function fill(form, typed) {
  for (const one of form.querySelectorAll(":checked")) if (!is_fixed(one.closest("select") ?? one)) choose(one, false);
  const filled = new Set();
  for (const [name, value] of typed) {
    const fields = [...form.elements].filter((one) => one.name === name);
    const choice = fields.flatMap((one) => [...(one.options ?? [one])]).find((one) => is_choice(one, value));
    const text = fields.find((one) => !filled.has(one) && one.matches(text_field));
    if (fields.length > 0 && fields.every(is_fixed)) continue;
    if (choice) choose(choice, true);
    else if (text) text.value = value;
    else if (fields.length === 0 && form.querySelector("[name=looks], .count"))
      form.append(Object.assign(document.createElement("input"), {type: "hidden", name, value}));
    filled.add(text);
  }
}
const text_field = "textarea, input:not([type=checkbox], [type=radio], [type=file])";
const is_choice = (one, value) => one.matches("option, [type=checkbox], [type=radio]") && one.value === value;
// Nobody changes that: it is as the server says.
const is_fixed = (field) => field.readOnly || field.disabled;
const choose = (one, is_chosen) => (one[one.matches("option") ? "selected" : "checked"] = is_chosen);

// A mistake stays said until the form is sent again, but not in a list whose entries have moved.
function keep_mistakes(from, to, moved) {
  for (const said of from.querySelectorAll("p.problem[id$=-problem]")) {
    if (moved?.contains(said)) continue;
    const field = by_id(to, said.id.replace(/-problem$/, ""));
    const question = field?.closest(".question");
    if (!question || by_id(to, said.id)) continue;
    question.classList.add("wrong");
    const words = question.querySelectorAll(":scope > label, :scope > legend, :scope > .hint");
    [...words].at(-1)?.after(said.cloneNode(true));
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", `${field.getAttribute("aria-describedby") ?? ""} ${said.id}`.trim());
  }
}

const depends_on_answers = (form) =>
  Boolean(form.elements.namedItem("looks") || form.querySelector("button[name=update], [data-computed]"));

let asking = null;
let pressed = null; // a button that changes a list, until that is done

// Has the server draw the form anew where what it shows depends on what was answered, or on a button.
async function refresh(form, {by = pressed, is_wanted = depends_on_answers(form)} = {}) {
  asking?.abort();
  const press = by?.isConnected ? by : null;
  pressed = press;
  if (!press && !is_wanted) return;
  asking = new AbortController();
  let fresh;
  try {
    const body = body_of(form, {update: "", ...(press && {[press.name]: press.value})});
    const answer = await fetch(form.action, {method: "POST", body, signal: asking.signal});
    fresh = answer.status === 200 ? form_in(parsed(await answer.text())) : null;
  } catch (failed) {
    if (failed.name === "AbortError") return; // for the sake of another one
  }
  pressed = null;
  if (!form.isConnected) return;
  if (press) tell("list", fresh ? "" : "The server cannot be reached, so the list stays as it is. Try again later.");
  if (!fresh) return; // the next change asks again, and whoever sends the form is asked what is missing
  const looks = (of) => of.elements.namedItem("looks")?.value;
  const is_other = looks(form) !== looks(fresh);
  const focused = form.contains(document.activeElement) ? document.activeElement : null;
  const moved = press?.name === "remove" ? press.closest(".entry").parentElement : null;
  hand_over(form, fresh);
  hand_over_devices(form, fresh, moved);
  keep_mistakes(form, fresh, moved);
  keep_drawn(form, fresh, moved);
  form.replaceWith(fresh);
  stay_at(focused, fresh);
  watch(fresh);
  if (press) {
    drafts.keep(path_of(fresh), typed_in(fresh));
    if (!focused || focused === press) go_on_after(press, fresh);
  }
  if (is_other && !press) tell("questions", "The questions have changed with your answers.");
}

// Whoever types on while the server answers loses neither the place nor a letter.
function stay_at(focused, form) {
  const is_handed_over = form.contains(focused);
  const here = is_handed_over ? focused : focused?.id && by_id(form, focused.id);
  if (!here) return;
  const is_typed = here.matches(text_field) && !here.readOnly && !focused.closest(".drawn");
  if (is_typed && here.value !== focused.value) {
    here.value = focused.value;
    // A browser takes that for no change, whoever typed it.
    here.addEventListener("blur", () => here.dispatchEvent(new Event("change", {bubbles: true})), {once: true});
  }
  here.focus({preventScroll: true});
  try {
    if (focused.selectionStart != null) here.setSelectionRange(focused.selectionStart, focused.selectionEnd);
  } catch {
    // a field of numbers or dates has no place to stay at
  }
}

// In the entry that there is now, or where one is added.
function go_on_after(press, form) {
  const place = by_id(form, new URL(press.formAction).hash.slice(1));
  const first = place?.querySelector("input:not([type=hidden]), select, textarea, button");
  (first ?? place)?.focus();
}

function show(page) {
  const before = form_in(document);
  const after = form_in(page);
  if (before && after) {
    hand_over(before, after);
    hand_over_devices(before, after);
  }
  document.title = page.title;
  document.querySelector("main").replaceWith(page.querySelector("main"));
  const form = form_in(document);
  if (form) watch(form);
  (document.getElementById("summary") ?? document.querySelector("main")).focus();
}

async function send(form, id) {
  const path = path_of(form);
  const with_files = has_files(form);
  const one = {id, path, body: with_files ? new FormData(form) : String(body_of(form)), typed: typed_in(form)};
  form.setAttribute("aria-busy", "true");
  const answer = await outbox.post(one);
  form.removeAttribute("aria-busy");
  if (!answer) {
    const unreachable = "The server cannot be reached";
    if (with_files)
      return tell("sending", `${unreachable}, and this browser keeps no files. Stay here, and send again later.`);
    if (!outbox.add(one))
      return tell("sending", `${unreachable}, and this browser keeps nothing. Stay here, and send again later.`);
    drafts.forget(path);
    form.remove();
    deliver_later();
    return tell("sending", `${unreachable}. Your answers are kept here, and sent while a page of forms is open.`);
  }
  if (answer.redirected && answer.ok) {
    drafts.forget(path);
    return location.assign(answer.url);
  }
  const page = parsed(await answer.text());
  if (page.querySelector("main")) show(page);
  else if (answer.status === 413)
    tell("sending", "The server takes no more than it is told to: choose smaller files. What you typed is still here.");
  else tell("sending", `The server did not take this (${answer.status}). What you typed is still here.`);
}

function watch(form) {
  add_pads(form, button);
  add_devices(form, button);
  draw_by_modules(form);
  const path = path_of(form);
  const id = outbox.new_id(); // until there is an answer it is the same that is sent
  let is_sent = false;
  let due = 0;
  const keep = () => {
    clearTimeout(due);
    due = 0;
    if (!is_sent && form.isConnected) drafts.keep(path, typed_in(form));
  };
  form.addEventListener("input", () => (due ||= setTimeout(keep, 300)));
  form.addEventListener("change", () => {
    keep();
    refresh(form);
  });
  addEventListener("pagehide", () => due && keep());
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (event.submitter?.name === "update") return refresh(form);
    if (["add", "remove"].includes(event.submitter?.name)) return refresh(form, {by: event.submitter});
    if (is_sent) return;
    keep();
    is_sent = true;
    await send(form, id);
    is_sent = !form.isConnected;
  });
}

// What was begun before, and not sent, or not taken.
function take_up(form) {
  const refused = outbox.reopen(path_of(form));
  const draft = drafts.of(path_of(form));
  if (!draft || document.getElementById("summary")) return;
  const empty = form.cloneNode(true);
  fill(form, draft.typed);
  const when = new Date(refused?.at ?? draft.at).toLocaleString();
  const fate = refused ? "that was not taken when it was sent" : "and did not send";
  const no_files = asks_for_files(form) ? "Files are not kept: choose them again. " : "";
  const begin_anew = button("Begin anew", () => {
    asking?.abort();
    drafts.forget(path_of(empty));
    form_in(document).replaceWith(empty);
    watch(empty);
    tell("draft", "");
    empty.querySelector("input:not([type=hidden]), select, textarea")?.focus();
  });
  tell("draft", `What you typed on ${when} ${fate} is here again. ${no_files}`, begin_anew);
  refresh(form, {is_wanted: form.querySelector(".count") || depends_on_answers(form)});
}

let due = 0;
const deliver_later = () => (due ||= setTimeout(deliver, 15_000));

async function deliver() {
  clearTimeout(due);
  due = 0;
  const {sent, refused, waiting} = await outbox.deliver();
  const here = form_in(document);
  if (sent > 0) tell("sending", `What was kept in this browser has been sent: ${sent}.`);
  else if (waiting > 0 && !here) tell("sending", `Kept in this browser, to be sent: ${waiting}.`);
  const elsewhere = refused.find((one) => !here || one.path !== path_of(here));
  if (elsewhere) {
    const link = Object.assign(document.createElement("a"), {href: elsewhere.path, textContent: "Look at it"});
    tell("refused", "What was kept in this browser to be sent was not taken. ", link);
  }
  if (waiting > 0) deliver_later();
}

document.documentElement.classList.add("scripted");
const form = form_in(document);
if (form) {
  watch(form);
  take_up(form);
}
addEventListener("online", deliver);
deliver();
navigator.serviceWorker?.register("/forms/worker.js").catch(() => {});
