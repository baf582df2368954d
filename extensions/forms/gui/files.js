// What a browser knows of files that were chosen in a form, and signatures drawn in it. Without a script a signature is
// a file as any other.

const fields_in = (form) => [...form.querySelectorAll("input[type=file][name]")];
const is_chosen = (field) => field.files.length > 0;
const file_of = (entry) => entry[1] instanceof File;

export const asks_for_files = (form) => fields_in(form).length > 0;
export const has_files = (form) => fields_in(form).some((field) => is_chosen(field) && !field.matches(":disabled"));

// Pairs of a name and a value, without files: a text cannot say them.
export const texts_in = (form) => [...new FormData(form)].filter((entry) => !file_of(entry));

const question_of = (within) => within.closest(".question");
const drawings = new WeakSet();
const drawing_in = (field) => question_of(field)?.querySelector(".drawing");

// A form that the server draws anew has lost what was chosen; here it is still known. A file that something is wrong
// with has to be another one.
export function hand_over(from, to) {
  const before = new Map(fields_in(from).map((field) => [field.name, field]));
  for (const field of fields_in(to)) {
    const known = before.get(field.name);
    if (!known || question_of(field)?.querySelector(".problem")) continue;
    field.files = known.files;
    if (is_chosen(field)) question_of(field)?.querySelector(".again")?.remove();
    // Somebody may be drawing in it.
    const drawing = drawing_in(known);
    if (drawing) field.before(drawing);
  }
}

const sides = {width: 600, height: 200};
const field_of = (pad) => question_of(pad).querySelector("input.signature");

function choose(pad, ...files) {
  const all = new DataTransfer();
  for (const one of files) all.items.add(one);
  const field = field_of(pad);
  field.files = all.files;
  field.dispatchEvent(new Event("change", {bubbles: true}));
}

function clear(pad) {
  const ink = pad.getContext("2d");
  ink.fillStyle = "#fff";
  ink.fillRect(0, 0, pad.width, pad.height);
}

function place_of(event, pad) {
  const box = pad.getBoundingClientRect();
  return [((event.clientX - box.left) * pad.width) / box.width, ((event.clientY - box.top) * pad.height) / box.height];
}

// Where a finger, a pen or a mouse draws; what is drawn is chosen as a file.
function new_pad() {
  const pad = Object.assign(document.createElement("canvas"), {...sides, className: "pad"});
  pad.setAttribute("aria-hidden", "true");
  const ink = pad.getContext("2d");
  let at = null;
  const draw_to = (place) => {
    Object.assign(ink, {lineWidth: 3, lineCap: "round", strokeStyle: "#000"});
    ink.beginPath();
    ink.moveTo(...at);
    ink.lineTo(...place);
    ink.stroke();
    at = place;
  };
  const end = () => {
    if (!at) return;
    at = null;
    pad.toBlob((bytes) => bytes && choose(pad, new File([bytes], "signature.png", {type: "image/png"})), "image/png");
  };
  pad.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || field_of(pad).matches(":disabled")) return;
    event.preventDefault();
    pad.setPointerCapture(event.pointerId);
    at = place_of(event, pad);
    draw_to(at);
  });
  pad.addEventListener("pointermove", (event) => at && draw_to(place_of(event, pad)));
  pad.addEventListener("pointerup", end);
  pad.addEventListener("pointercancel", end);
  clear(pad);
  return pad;
}

// Whoever cannot draw chooses a picture, or does both, and the last of them counts. `button` makes one.
export function add_pads(form, button) {
  for (const field of form.querySelectorAll("input.signature:not([disabled])")) {
    const here = drawing_in(field);
    if (here && drawings.has(here)) continue;
    here?.remove(); // a copy, which nobody draws in
    const pad = new_pad();
    const press = button("Clear", () => {
      clear(pad);
      choose(pad);
    });
    const drawing = Object.assign(document.createElement("div"), {className: "drawing"});
    drawing.append("Draw here, or choose a picture.", pad, press);
    drawings.add(drawing);
    field.before(drawing);
  }
}
