// The workbench: put on the page of the dossier, kept in step with the case.
import { all, ask, button, byId, doc, el, keep, kept, known, number, page, say } from "./base.js";
import * as dialog from "./dialog.js";
import * as incoming from "./incoming.js";
import * as keys from "./keys.js";
import * as places from "./places.js";
import * as rulings from "./rulings.js";

const BUSY = 300, QUIET = 1000, HIDDEN = 4000;
let timer = 0, asked = 0, gone = false;

function panel() {
  const details = (id, title, count) => el("details", { id: id }, el("summary", {}, title, " ", el("span", { id: `${id}-n`, class: "wb-n" }, count)), el("ul", { id: `${id}-list`, class: "wb-list" }));
  const made = el("section", { id: "wb", "aria-labelledby": "wb-h" },
    el("h2", { id: "wb-h" }, "Workbench"),
    el("p", { class: "wb-row" },
      el("label", { for: "wb-who" }, "you are"), el("input", { id: "wb-who", autocomplete: "off", maxlength: "200" }),
      button("add reports", incoming.choose, { id: "wb-add", "aria-keyshortcuts": "f" }), el("span", { class: "wb-by" }, "or drop them anywhere"),
      button("judge", () => dialog.judge(), { id: "wb-judge", "aria-keyshortcuts": "e" }),
      button("undo", rulings.undoLast, { id: "wb-undo", "aria-keyshortcuts": "u" }),
      button("keys ?", keys.open, { id: "wb-keys", "aria-haspopup": "dialog" })),
    el("input", { id: "wb-file", type: "file", multiple: "", hidden: "", "aria-label": "reports to add", accept: ".txt,.md,.html,.htm,.pdf,.docx,.eml,.json,.jsonl" }),
    el("p", { id: "wb-said", role: "status", "aria-live": "polite" }),
    el("p", { id: "wb-doing" }), el("progress", { id: "wb-bar", max: "1", "aria-label": "how far it is", hidden: "" }),
    el("ul", { id: "wb-files", class: "wb-list", "aria-label": "files that were dropped in" }),
    el("p", { id: "wb-picked", hidden: "" }),
    details("wb-changed", "What changed just now", ""), details("wb-rulings", "What was judged", ""));
  const main = doc.querySelector("main");
  main.before(made);
  return made;
}
function busy(status) { return status.doing || status.files.some((f) => f.state === "waiting" || f.state === "reading") || incoming.busy(); }

async function poll() {
  clearTimeout(timer);
  const mine = asked += 1;
  const { status, value } = await ask("/api/status");
  if (mine !== asked) { return; } // asked again meanwhile: that one goes on
  if (status !== 200) {
    if (!gone) { say(value.error); }
    gone = true;
    timer = setTimeout(poll, HIDDEN);
    return;
  }
  if (gone) { gone = false; say("the workbench answers again"); }
  byId("wb-doing").textContent = value.failed || (value.doing ? `${value.doing}${value.total > 1 ? `, ${value.done} of ${value.total}` : ""}` : "");
  byId("wb-bar").hidden = !value.doing;
  if (value.total > 1) { byId("wb-bar").value = value.done / value.total; } else { byId("wb-bar").removeAttribute("value"); }
  incoming.show(value.files);
  if (value.drawn && value.drawn !== page && redraw(busy(value))) { return; }
  timer = setTimeout(poll, doc.hidden ? HIDDEN : busy(value) ? BUSY : QUIET);
}
// Load the page as it is now, unless somebody is in the middle of something: then say so, and do it afterwards.
function redraw(more) {
  const writing = all("dialog[open]").length || doc.activeElement.matches("input, textarea, select");
  if (writing || incoming.busy()) {
    const words = "the case has changed; this page is drawn anew when you are done here";
    if (byId("wb-doing").textContent !== words && !more) { byId("wb-doing").textContent = words; }
    return false;
  }
  const at = places.placeOf(doc.activeElement), first = all(".prop, .report").find((e) => e.getBoundingClientRect().bottom > 0);
  keep("view", {
    y: scrollY, who: byId("wb-who").value, focus: at ? [at.words, at.where] : null, named: doc.activeElement.id,
    open: all(".prop").filter((e) => e.querySelector("details[open]")).map((e) => e.querySelector("h3").textContent),
    rulings: byId("wb-rulings").open,
    top: first ? [first.querySelector("h3").textContent, first.getBoundingClientRect().top] : null,
  });
  history.replaceState(null, "", location.pathname); // a jump of before would move what is put back
  location.reload();
  return true;
}
function restore(view) {
  if (view.who) { byId("wb-who").value = view.who; } // empty on the page that waits
  byId("wb-rulings").open = view.rulings;
  for (const prop of all(".prop")) { if (view.open.includes(prop.querySelector("h3").textContent)) { prop.querySelector("details").open = true; } }
  const first = view.top && all(".prop, .report").find((e) => e.querySelector("h3").textContent === view.top[0]);
  const focused = view.named ? byId(view.named) : view.focus ? all("[data-place]").find((e) => {
    const place = places.get(e.dataset.place);
    return place && place.words === view.focus[0] && place.where === view.focus[1];
  }) : null;
  if (focused) { focused.focus({ preventScroll: true }); }
  scrollTo(0, first ? first.getBoundingClientRect().top + scrollY - view.top[1] : view.y);
}

async function start() {
  const root = panel();
  dialog.build(root, poll);
  keys.build(root, {
    e: () => dialog.judge(), m: dialog.pick, y: () => dialog.judge(undefined, 0), d: () => dialog.judge(undefined, 1), g: () => dialog.judge(undefined, "grade"),
    v: () => dialog.judge(undefined, "note"), i: () => dialog.judge(undefined, "ignore"), u: rulings.undoLast, f: incoming.choose,
    h: () => { byId("wb-rulings").open = true; byId("wb-rulings").querySelector("summary").focus(); },
  });
  const view = kept("view");
  if (page) {
    const { status, value } = await ask(`/api/case?page=${page}`);
    if (status === 409) { location.reload(); return; }
    if (status !== 200) { say(value.error); return; }
    byId("wb-who").value = value.who;
    known.revision = value.revision;
    places.load(value.places);
    places.dress((place) => dialog.judge(place));
    rulings.show(value.rulings, poll);
    incoming.build(value.file_bytes, poll);
    byId("wb-changed").hidden = !value.changed;
    if (value.changed) {
      byId("wb-changed-n").textContent = number(value.changed.length, "change");
      byId("wb-changed-list").replaceChildren(...rulings.changes(value.changed));
      byId("wb-changed").open = Boolean(view);
    }
    if (view) {
      restore(view);
      say(`drawn anew: ${value.changed ? number(value.changed.length, "change") : "the case as it is now"}`);
    }
  } else {
    incoming.build(Infinity, poll); // the workbench refuses what is too big
  }
  root.dataset.ready = page;
  poll();
}
doc.addEventListener("visibilitychange", () => { if (!doc.hidden) { poll(); } });
start();
