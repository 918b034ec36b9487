// What was judged: in a list, and beside what it speaks of; what the machine found stays beside it. What changed.
import { ask, button, byId, cut, el, known, number, page, say, send } from "./base.js";
import { get, shownAt } from "./places.js";

const SAYS = {
  "same claim": "says the same as", "not same claim": "does not say the same as", derives: "was made from", "does not derive": "was not made from",
  "same person": "is the same as", "not same person": "is not the same as", grade: "has grade", ignore: "is left out", note: "note",
};
let rulings = [], after;

function quoted(words) { return `“${cut(words, 90)}”`; }
function sentence(one) {
  const end = one.words[1] ? ` ${quoted(one.words[1])}` : one.value ? ` ${one.value}` : "";
  return `${quoted(one.words[0])} ${SAYS[one.kind]}${end}`;
}
function by(one) { return `${one.who}, ${one.when.slice(0, 10)}${one.why ? ": " + one.why : ""}`; }
function machine(one) { return one.machine ? el("span", { class: "wb-machine" }, ` · the machine: ${one.machine}`) : ""; }

export function show(list, whenUndone) {
  rulings = list;
  after = whenUndone;
  byId("wb-rulings-n").textContent = number(list.filter((one) => one.state === "in force").length, "judgement") + " in force";
  byId("wb-rulings-list").replaceChildren(...list.map(item));
  for (const one of list.filter((x) => x.state === "in force")) { beside(one); }
}
function item(one) {
  const back = one.state === "undone";
  const line = el("li", { class: back ? "wb-gone" : "", "data-number": one.number },
    el("p", {}, el("b", {}, `${one.number} `), sentence(one)),
    el("p", { class: "wb-by" }, by(one), ` · ${one.state}`, one.detail ? `: ${one.detail}` : "", machine(one)));
  const word = back ? "put back" : "undo", shown = el("ul", { class: "wb-told" });
  line.append(el("p", { class: "wb-buttons" },
    button(word, () => undo(back ? one.undone_by : one.number), { "aria-label": `${word} number ${one.number}` }), " ",
    button("what it changed", (event) => tell(event.target, back ? one.undone_by : one.number, shown), { "aria-label": `what number ${one.number} changed` })), shown);
  return line;
}
// Beside the claim, the report or the person that was judged.
function beside(one) {
  one.places.forEach((id, at) => {
    const spot = id && shownAt(id);
    if (!spot) { return; }
    const other = one.words[1 - at], end = other ? ` ${quoted(other)}` : one.value ? ` ${one.value}` : "";
    const head = one.kind === "derives" || one.kind === "does not derive" ? (at === 0 ? SAYS[one.kind] : one.kind === "derives" ? "is the parent of" : "is not the parent of") : SAYS[one.kind];
    const line = el("p", { class: "wb-ruling" }, `${one.kind === "note" ? "note" : "judged: " + head}${end} · ${by(one)}`, machine(one));
    const goal = spot.matches("tr") ? spot.querySelector("th") : spot.matches(".report") ? spot.querySelector("header") : spot;
    goal.insertBefore(line, goal.querySelector(":scope > details"));
  });
}
export async function undo(record) {
  const { status, value } = await send("/api/undo", { number: record, revision: known.revision, who: byId("wb-who").value });
  if (status !== 201) { say(value.error); return; }
  known.revision = value.revision;
  say("it is undone; what that changes is being worked out");
  after();
}
export function undoLast() {
  const last = rulings.find((one) => one.state !== "undone");
  if (!last) { say("there is no judgement to undo"); return; }
  undo(last.number);
}
async function tell(pressed, record, goal) {
  pressed.disabled = true;
  say("what it changed is being worked out");
  const { status, value } = await ask(`/api/changes?number=${record}&page=${page}`);
  pressed.disabled = false;
  if (status !== 200) { say(value.error); return; }
  goal.replaceChildren(...changes(value));
  say(number(value.length, "change"));
}
export function changes(list) {
  if (!list.length) { return [el("li", {}, "Nothing changed: no claim, count, conflict, grade, edge or person.")]; }
  return list.map((one) => {
    const there = one.place && get(one.place);
    const words = there ? el("a", { href: "#" + one.place }, cut(one.text, 160)) : cut(one.text, 160);
    const moved = one.before || one.after ? `: ${one.before || "nothing"} → ${one.after || "nothing"}` : "";
    return el("li", { "data-kind": one.kind }, el("b", {}, one.kind), " ", words, moved, one.because.length ? el("span", { class: "wb-by" }, ` · ${one.because.join("; ")}`) : "");
  });
}
