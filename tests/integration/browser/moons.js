import {empty, full} from "../app/phases.mjs";

export const moonsTester = (ui, schema, {question}) => (question.maximum <= 10 ? 5 : -1);

// Buttons, one for each number up to the most that the schema allows.
export function Moons({value, schema, enabled, onChange}) {
  const all = document.createElement("div");
  all.className = "moons";
  const buttons = Array.from({length: schema.maximum}, (_, i) => {
    const one = document.createElement("button");
    one.type = "button"; // any other one sends the form
    one.disabled = !enabled;
    one.setAttribute("aria-label", `${i + 1} of ${schema.maximum}`);
    one.addEventListener("click", () => {
      onChange(i + 1);
      show(i + 1);
    });
    return one;
  });
  const show = (chosen) =>
    buttons.forEach((one, i) => {
      one.textContent = i < chosen ? full : empty;
      one.setAttribute("aria-pressed", i < chosen);
    });
  show(value ?? 0);
  all.append(...buttons);
  return all;
}
