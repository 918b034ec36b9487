// What may be judged on this page, where it stands, and which of it is meant by what has the focus.
import { all, button, byId, cut, doc } from "./base.js";

const held = new Map();
export const places = [];

export function load(list) {
  for (const place of list) {
    held.set(place.id, place);
    if (place.kind !== "claim" || place.id !== place.of) { places.push(place); } // a proposition stands for one of its claims
  }
}
export function get(id) { return held.get(id); }
export function called(place) {
  const words = cut(place.words, 110);
  return place.kind === "report" ? (words ? `${place.where} “${words}”` : place.where) : `“${words}” (${place.where})`;
}
// The element on the page at which a place is shown.
export function shownAt(id) {
  const place = held.get(id);
  return (place && place.kind === "claim" && byId(place.of)) || byId(place && place.of ? place.of : id);
}

const WAYS = [
  ["[data-place]", (e) => e.dataset.place],
  ["mark.q", (e) => e.id || e.getAttribute("data-of")],
  [".note[data-for]", (e) => e.getAttribute("data-for")],
  [".occ", (e) => hrefOf(e.querySelector("a.words"))],
  [".side", (e) => hrefOf(e.querySelector("a.words"))],
  [".prop", (e) => e.id],
  [".report", (e) => e.id],
  ["tr[id^=actor-]", (e) => e.id],
];
function hrefOf(link) { return link ? link.getAttribute("href").slice(1) : ""; }

export function placeOf(element) {
  for (const [selector, id] of WAYS) {
    const found = element && element.closest ? element.closest(selector) : null;
    const place = found && get(id(found));
    if (place) { return place; }
  }
  return undefined;
}
let last;
doc.addEventListener("focusin", (event) => { last = placeOf(event.target) || last; });
doc.addEventListener("click", (event) => { last = placeOf(event.target) || last; });
// What is meant: what has the focus, else what had it last.
export function here() { return placeOf(doc.activeElement) || last; }

// A button to judge beside everything that may be judged.
export function dress(judge) {
  const spots = [[".prop > h3", true], [".occ .who", false], [".report > header h3", true], ["tr[id^=actor-] > th", false]];
  for (const [selector, after] of spots) {
    for (const spot of all(selector)) {
      const place = placeOf(spot);
      if (!place) { continue; }
      const made = button("judge", () => judge(place), { class: "wb-judge", "data-place": place.id, "aria-label": `judge ${called(place)}` });
      const line = spot.matches(".prop > h3") && spot.parentElement.querySelector(":scope > .sum"); // beside the count where there is one
      if (line) { line.append(" ", made); } else if (after) { spot.after(made); } else { spot.append(" ", made); }
    }
  }
}
