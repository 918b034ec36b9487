// What all parts share. Everything that is shown goes in as text, never as markup.
export const doc = document;

export function byId(id) { return doc.getElementById(id); }
export function all(selector, root) { return Array.from((root || doc).querySelectorAll(selector)); }
// el("p", {class: "x"}, "words", node ...)
export function el(tag, given, ...inside) {
  const made = doc.createElement(tag);
  for (const [name, value] of Object.entries(given || {})) { made.setAttribute(name, value); }
  made.append(...inside.filter((x) => x !== null && x !== undefined && x !== ""));
  return made;
}
export function button(label, run, given) {
  const made = el("button", { type: "button", ...given }, label);
  made.addEventListener("click", run);
  return made;
}
export function cut(words, most) { return words.length > most ? words.slice(0, most - 1).trimEnd() + "…" : words; }
export function number(n, one, many) { return `${n} ${n === 1 ? one : many || one + "s"}`; }

function meta(name) { return doc.querySelector(`meta[name="${name}"]`).content; }
export const page = meta("sayso-revision");
const token = meta("sayso-token");

// The last revision that this window knows: that of its page, then those its own judgements make.
export const known = { revision: page };

// Ask the workbench; gives {status, value}, and status 0 when it does not answer.
export async function ask(path, options) {
  try {
    const answer = await fetch(path, { credentials: "same-origin", ...options });
    const value = await answer.json();
    return { status: answer.status, value: value };
  } catch {
    return { status: 0, value: { error: "the workbench does not answer; start it again with `sayso open`" } };
  }
}
export function send(path, value) {
  return ask(path, { method: "POST", headers: { "Content-Type": "application/json", "X-Sayso-Token": token }, body: JSON.stringify(value) });
}
export function sendFile(file) {
  const path = `/api/reports?name=${encodeURIComponent(file.name)}`;
  return ask(path, { method: "POST", headers: { "Content-Type": "application/octet-stream", "X-Sayso-Token": token }, body: file });
}

// Said to everybody: it stands in the workbench's line, which is a live region.
export function say(words) {
  const line = byId("wb-said");
  line.textContent = "";
  setTimeout(() => { line.textContent = words; }, 60);
}
// Kept from one drawing of the page to the next.
export function keep(name, value) { try { sessionStorage.setItem(`sayso-${name}`, JSON.stringify(value)); } catch { /* a browser may refuse */ } }
export function kept(name) {
  try {
    const value = JSON.parse(sessionStorage.getItem(`sayso-${name}`));
    sessionStorage.removeItem(`sayso-${name}`);
    return value;
  } catch { return null; }
}
