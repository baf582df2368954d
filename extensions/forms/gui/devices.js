// What a device can tell by itself: where it is, and what a code says that its camera sees. It is put into the fields in
// which it could be typed as well, and said beside them. Nothing of it is sent but those fields, with the form.

const tools_here = new WeakSet();
const helped = ".position, input.qrcode";
const tools_of = (field) => field.parentElement.querySelector(":scope > .tools");
const field_of = (tools) => tools.parentElement.querySelector(":scope > .position, :scope > input.qrcode");
const has_tools = (field) => tools_here.has(tools_of(field));
// A label stands right before its field.
const put_beside = (field, tools) => (field.matches("input") ? field.after(tools) : field.before(tools));

// `control` is what somebody presses; what becomes of it is read out.
function add_tools(field, control, said) {
  const tools = Object.assign(document.createElement("div"), {className: "tools"});
  said.setAttribute("role", "status");
  tools.append(control, said);
  tools_here.add(tools);
  tools_of(field)?.remove(); // a copy, in which nothing works
  put_beside(field, tools);
}
const new_line = () => document.createElement("p");

// A form that the server draws anew gets those that there are: something may be on its way to them. In a list whose
// entries have moved it would come to the wrong one.
export function hand_over_devices(from, to, moved) {
  for (const field of from.querySelectorAll(helped)) {
    if (!has_tools(field) || moved?.contains(field)) continue;
    const id = field.id || field.closest("fieldset").id;
    const place = to.querySelector("#" + CSS.escape(id));
    const fresh = place?.matches("fieldset") ? place.querySelector(".position") : place;
    if (fresh?.matches(helped) && can_be_filled(fresh)) put_beside(fresh, tools_of(field));
  }
}

function put(field, text) {
  field.value = text;
  field.dispatchEvent(new Event("input", {bubbles: true}));
}
const tell_of_change = (field) => field.dispatchEvent(new Event("change", {bubbles: true}));
const part_of = (position, key) => position.querySelector(`[name$="/${key}"], .${key}`);
const can_be_filled = (field) => (field.matches("input") ? field : part_of(field, "latitude"))?.readOnly === false;
const is_closed = (field) => field.matches(":disabled, :disabled *");

const patience = 30_000;
const no_page_for_it =
  "A browser tells where it is only to pages that come over HTTPS, and this one does not. Type the position.";
const failures = {
  1: "This page may not know where you are. Allow it in the settings of the browser, or type the position.",
  2: "No position can be had here. Type it, or try again under the open sky.",
  3: "It took too long to find the position. Try again under the open sky, or type it.",
};
// A metre is the fifth digit of a degree.
const digits = {latitude: 7, longitude: 7, altitude: 1, accuracy: 1};

const in_metres = (size) => (size > 1 ? `${Math.ceil(size)} metres` : "1 metre");

function fill_position(position, coords) {
  for (const [key, most] of Object.entries(digits)) {
    const field = part_of(position, key);
    if (field) put(field, Number.isFinite(coords[key]) ? String(Number(coords[key].toFixed(most))) : "");
  }
  tell_of_change(part_of(position, "latitude"));
}

function add_position_button(position, button) {
  const said = new_line();
  let is_looking = false;
  // Where they are now: the form may have been drawn anew. None: they are gone.
  const place = () => (said.isConnected ? field_of(said.parentElement) : null);
  const end = (sentence) => {
    is_looking = false;
    said.textContent = sentence;
  };
  const take = ({coords}) => {
    const here = place();
    if (!here || is_closed(here)) return end("");
    end(
      Number.isFinite(coords.accuracy)
        ? `The position is taken, to about ${in_metres(coords.accuracy)}.`
        : "The position is taken.",
    );
    fill_position(here, coords);
  };
  const press = button("Take the position", () => {
    if (!isSecureContext) return end(no_page_for_it);
    if (is_looking) return;
    is_looking = true;
    said.textContent = "Looking for the position. This may take a while.";
    const how = {enableHighAccuracy: true, timeout: patience, maximumAge: 0};
    navigator.geolocation.getCurrentPosition(take, ({code}) => end(failures[code] ?? failures[2]), how);
  });
  add_tools(position, press, said);
}

const reads_codes = async () => {
  try {
    return (await BarcodeDetector.getSupportedFormats()).includes("qr_code");
  } catch {
    return false; // this browser has none
  }
};

async function code_in(file) {
  let picture;
  try {
    picture = await createImageBitmap(file);
  } catch {
    return {why: "This is no picture that can be read. Choose another one, or type what the code says."};
  }
  let found;
  try {
    found = await new BarcodeDetector({formats: ["qr_code"]}).detect(picture);
  } catch {
    return {why: "This browser failed to read the picture. Type what the code says."};
  } finally {
    picture.close();
  }
  const all = new Set(found.map((one) => one.rawValue).filter(Boolean));
  if (all.size === 1) return {text: [...all][0]};
  if (all.size > 1) return {why: "There are several codes in the picture. Take one of that one alone."};
  return {why: "There is no code in the picture that can be read. Go nearer, or type what it says."};
}

let pictures = 0;

function add_picture_field(field) {
  const said = new_line();
  const chooser = Object.assign(document.createElement("input"), {type: "file", accept: "image/*"});
  chooser.setAttribute("capture", "environment");
  chooser.id = `picture-${(pictures += 1)}`; // without a name it is not sent
  const label = Object.assign(document.createElement("label"), {htmlFor: chooser.id});
  const which = field.labels[0]?.firstChild?.textContent.trim() ?? "";
  const apart = Object.assign(document.createElement("span"), {className: "apart", textContent: `, for ${which}`});
  label.append("Read it from a picture", apart);
  for (const kind of ["input", "change"]) chooser.addEventListener(kind, (event) => event.stopPropagation());
  chooser.addEventListener("change", async () => {
    const [file] = chooser.files;
    if (!file) return;
    said.textContent = "Reading the picture.";
    const {text, why} = await code_in(file);
    chooser.value = ""; // the next may be the same one
    if (!said.isConnected) return;
    said.textContent = why ?? `The code says: ${text}`;
    const here = field_of(said.parentElement);
    if (text === undefined || is_closed(here)) return;
    put(here, text);
    tell_of_change(here);
  });
  const both = document.createElement("div");
  both.append(label, chooser);
  add_tools(field, both, said);
}

// `button` makes one.
export function add_devices(form, button) {
  const without = (selector) =>
    [...form.querySelectorAll(selector)].filter((field) => can_be_filled(field) && !has_tools(field));
  if (navigator.geolocation) for (const position of without(".position")) add_position_button(position, button);
  if (without("input.qrcode").length > 0)
    reads_codes().then((can) => can && without("input.qrcode").forEach(add_picture_field));
}
