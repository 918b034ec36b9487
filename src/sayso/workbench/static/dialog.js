// The form in which somebody judges.
import { button, byId, cut, doc, el, known, page, say, send } from "./base.js";
import { called, get, here, places } from "./places.js";

const KINDS = {
  claim: [
    ["same claim", "says the same as", 2], ["not same claim", "does not say the same as", 2], ["grade", "deserves this grade", 1],
    ["note", "deserves a note", 1], ["ignore", "is to be left out", 1],
  ],
  report: [
    ["derives", "was made from", 2], ["does not derive", "was not made from", 2], ["note", "deserves a note", 1], ["ignore", "is to be left out", 1],
  ],
  actor: [["same person", "is the same person or body as", 2], ["not same person", "is not the same as", 2]],
};
const LETTERS = { A: "reliable", B: "usually reliable", C: "fairly reliable", D: "not usually reliable", E: "unreliable", F: "cannot be judged" };
const DIGITS = { 1: "confirmed", 2: "probably true", 3: "possibly true", 4: "doubtful", 5: "improbable", 6: "cannot be judged" };
const SHOWN = 60;

let what, picked, after;
const parts = {};

export function build(root, whenJudged) {
  after = whenJudged;
  const select = (id, options) => el("select", { id: id }, ...Object.entries(options).map(([v, t]) => el("option", { value: v }, `${v} ${t}`)));
  parts.what = el("p", { id: "wb-what" });
  parts.kinds = el("fieldset", { id: "wb-kinds" });
  parts.search = el("input", { id: "wb-search", type: "search", autocomplete: "off", spellcheck: "false" });
  parts.other = el("select", { id: "wb-other", size: "6" });
  parts.now = el("p", { class: "wb-now", id: "wb-now", "aria-live": "polite" });
  parts.two = el("div", { id: "wb-two" }, el("label", { for: "wb-search" }, "find it by words"), parts.search, el("label", { for: "wb-other" }, "which one"), parts.other, parts.now);
  parts.source = select("wb-source", LETTERS);
  parts.information = select("wb-information", DIGITS);
  parts.grade = el("div", { id: "wb-grade" }, el("label", { for: "wb-source" }, "source"), parts.source, el("label", { for: "wb-information" }, "information"), parts.information);
  parts.why = el("textarea", { id: "wb-why", rows: "3", maxlength: "4000" });
  parts.who = el("input", { id: "wb-by", required: "", maxlength: "200", autocomplete: "off" });
  parts.error = el("p", { id: "wb-error", role: "alert" });
  const form = el("form", { id: "wb-form" },
    el("h2", { id: "wb-dialog-h" }, "Judge"), parts.what, parts.kinds, parts.two, parts.grade,
    el("label", { for: "wb-why" }, "because"), parts.why, el("label", { for: "wb-by" }, "you are"), parts.who, parts.error,
    el("p", { class: "wb-buttons" }, el("button", { type: "submit", class: "wb-main" }, "judge"), button("cancel", () => parts.dialog.close())));
  form.noValidate = true;
  parts.dialog = el("dialog", { id: "wb-dialog", "aria-labelledby": "wb-dialog-h" }, form);
  root.append(parts.dialog);
  form.addEventListener("submit", (event) => { event.preventDefault(); submit(); });
  form.addEventListener("keydown", (event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); submit(); } });
  form.addEventListener("change", fit);
  parts.search.addEventListener("input", list);
  parts.dialog.addEventListener("close", () => { if (parts.back && parts.back.isConnected) { parts.back.focus(); } });
}
export function isOpen() { return parts.dialog.open; }
export function pickedPlace() { return picked; }

// Take the place in hand, to be judged together with another.
export function pick() {
  const place = here();
  if (!place) { say("go to a claim, a report or somebody who speaks first"); return; }
  picked = picked && picked.id === place.id ? undefined : place;
  const line = byId("wb-picked");
  line.textContent = picked ? `in hand: ${called(picked)}` : "";
  line.hidden = !picked;
  say(picked ? `in hand: ${cut(called(picked), 90)}` : "nothing is in hand");
}

// Open the form for a place; `ask` is the kind to begin with: 0 or 1 of the pairs, or a name.
export function judge(place, asked) {
  what = place || here();
  if (!what) { say("go to a claim, a report or somebody who speaks first"); return; }
  const kinds = KINDS[what.kind];
  let kind = typeof asked === "number" ? kinds[asked][0] : asked;
  if (kind && !kinds.some(([name]) => name === kind)) { say(`there is no ${kind} of ${what.kind === "actor" ? "somebody" : "a " + what.kind}`); return; }
  kind = kind || kinds[0][0];
  parts.back = doc.activeElement;
  parts.what.textContent = called(what);
  parts.kinds.replaceChildren(el("legend", {}, "this"), ...kinds.map(([name, words]) => {
    const input = el("input", { type: "radio", name: "wb-kind", value: name });
    input.checked = name === kind;
    return el("label", {}, input, " ", words);
  }));
  parts.search.value = parts.why.value = parts.error.textContent = "";
  parts.who.value = byId("wb-who").value;
  fit();
  parts.dialog.showModal();
  const two = kinds.find(([name]) => name === kind)[2] === 2;
  (two && !parts.other.value ? parts.search : asked === undefined ? parts.kinds.querySelector("input:checked") : two ? parts.other : kind === "grade" ? parts.source : parts.why).focus();
}
function kind() { return parts.kinds.querySelector("input:checked").value; }
function pairs() { return KINDS[what.kind].find(([name]) => name === kind())[2] === 2; }

// Show what the chosen kind needs.
function fit(event) {
  if (event && event.target === parts.search) { return; }
  parts.two.hidden = !pairs();
  parts.grade.hidden = kind() !== "grade";
  if (event && event.target === parts.other) { now(); return; }
  list();
}
function list() {
  if (!pairs()) { return; }
  const not = kind().includes("not"), words = parts.search.value.toLowerCase().split(/\s+/).filter(Boolean), mine = get(what.id);
  const claim = what.kind === "claim", chosen = parts.other.value;
  const own = (p) => p.of && p.of === mine.of;
  const itself = (p) => p.id === mine.id || (claim && p.words === mine.words && p.where === mine.where);
  const fits = places.filter((p) => p.kind === what.kind && !itself(p) && (not || what.kind === "report" || !own(p)))
    .filter((p) => words.every((w) => `${p.words} ${p.where}`.toLowerCase().includes(w)));
  // What is in hand first; then, to be parted, what is one with it now.
  const rank = (p) => (picked && (p.id === picked.id || p.id === idOf(picked)) ? 0 : not && own(p) ? 1 : 2);
  const held = fits.map((p, n) => [rank(p), n, p]).sort((a, b) => a[0] - b[0] || a[1] - b[1]).slice(0, SHOWN);
  parts.other.replaceChildren(...held.map(([, , p]) => el("option", { value: p.id }, called(p))));
  const best = held.find(([r, , p]) => r === 0 || p.id === chosen);
  parts.other.value = best ? best[2].id : held.length && (words.length || (not && held[0][0] === 1)) ? held[0][2].id : "";
  now();
}
function idOf(place) {
  const same = places.find((p) => p.kind === place.kind && p.words === place.words && p.where === place.where);
  return same ? same.id : place.id;
}
function now() {
  const other = get(parts.other.value);
  if (!other) { parts.now.textContent = ""; return; }
  const one = what.of && other.of === what.of;
  parts.now.textContent = what.kind === "report" ? "" : `as it stands now: ${one ? "one" : "two"}`;
}
async function submit() {
  const two = pairs(), named = kind(), why = parts.why.value.trim();
  const missing = two && !parts.other.value ? [parts.other, "choose which one"]
    : (named === "grade" || named === "note") && !why ? [parts.why, named === "note" ? "write the note" : "say why"]
    : !parts.who.value.trim() ? [parts.who, "say who you are"] : null;
  if (missing) { parts.error.textContent = missing[1]; missing[0].focus(); return; }
  const body = { kind: named, places: two ? [what.id, parts.other.value] : [what.id], page: page, revision: known.revision, who: parts.who.value, why: why };
  if (named === "grade") { body.value = parts.source.value + parts.information.value; }
  const { status, value } = await send("/api/judge", body);
  if (status !== 201) { parts.error.textContent = value.error; return; }
  known.revision = value.revision;
  byId("wb-who").value = parts.who.value;
  picked = undefined;
  byId("wb-picked").hidden = true;
  parts.dialog.close();
  say("it is in the case; what it changes is being worked out");
  after();
}
