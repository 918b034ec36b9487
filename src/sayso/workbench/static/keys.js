// Everything by keyboard. Single keys stop where the page's own are turned off, and none of them acts while somebody types.
import { all, button, byId, doc, el } from "./base.js";

export const KEYS = [
  ["e", "judge the claim, report or person you are at"],
  ["m", "take it in hand, to be judged together with another"],
  ["y", "the same as, made from"],
  ["d", "not the same, not made from"],
  ["g", "grade"],
  ["v", "note"],
  ["i", "leave out"],
  ["u", "undo the last judgement"],
  ["h", "what was judged"],
  ["f", "add reports"],
];
let help;

export function build(root, actions) {
  const rows = KEYS.map(([key, words]) => el("div", {}, el("dt", {}, el("kbd", {}, key)), el("dd", {}, words)));
  const theirs = doc.querySelector("#help .keys");
  if (theirs) {
    theirs.prepend(...rows);
    help = byId("help");
  } else {
    rows.push(el("div", {}, el("dt", {}, el("kbd", {}, "?")), el("dd", {}, "this list")));
    help = el("dialog", { id: "wb-help", "aria-labelledby": "wb-help-h" }, el("h2", { id: "wb-help-h" }, "Keys"), el("dl", { class: "keys" }, ...rows),
      el("p", {}, button("close", () => help.close())));
    root.append(help);
  }
  doc.addEventListener("keydown", (event) => {
    const typing = event.target.matches && event.target.matches("input:not([type=checkbox]), select, textarea"), on = byId("keys-on");
    if (typing || (on && !on.checked) || event.ctrlKey || event.metaKey || event.altKey || all("dialog[open]").length) { return; }
    const run = event.key === "?" && !theirs ? open : Object.hasOwn(actions, event.key) ? actions[event.key] : undefined;
    if (!run) { return; }
    event.preventDefault();
    run();
  });
}
export function open() { if (!help.open) { help.showModal(); } }
