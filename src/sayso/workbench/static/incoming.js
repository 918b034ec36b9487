// Files are dropped in or chosen, sent one after the other, and watched while they are read.
import { byId, doc, el, say, sendFile } from "./base.js";

let most = 0, sent;
const queue = [], refusals = [];
let running = false;

export function build(fileBytes, whenSent) {
  most = fileBytes;
  sent = whenSent;
  const input = byId("wb-file");
  input.addEventListener("change", () => { take(input.files); input.value = ""; });
  doc.addEventListener("dragover", (event) => {
    if (!Array.from(event.dataTransfer.types).includes("Files")) { return; }
    event.preventDefault();
    doc.documentElement.classList.add("wb-over");
  });
  doc.addEventListener("dragleave", (event) => { if (!event.relatedTarget) { doc.documentElement.classList.remove("wb-over"); } });
  doc.addEventListener("drop", (event) => {
    doc.documentElement.classList.remove("wb-over");
    if (event.dataTransfer.files.length) { event.preventDefault(); take(event.dataTransfer.files); }
  });
}
export function choose() { byId("wb-file").click(); }
export function busy() { return running; }

function take(files) {
  for (const file of files) {
    if (file.size > most) { refuse(file.name, `it has ${file.size.toLocaleString("en")} bytes, more than the ${most.toLocaleString("en")} that are read`); } else { queue.push(file); }
  }
  run();
}
function refuse(name, why) {
  refusals.push({ name: name, state: "not added", detail: why });
  say(`${name}: ${why}`);
}
async function run() {
  if (running) { return; }
  running = true;
  for (let file = queue.shift(); file; file = queue.shift()) {
    // Read whole first: a folder, or a file that is gone, fails here and not half way.
    let bytes;
    try { bytes = new File([await file.arrayBuffer()], file.name); } catch { refuse(file.name, "it cannot be read by the browser; drop files, not folders"); continue; }
    const { status, value } = await sendFile(bytes);
    if (status !== 202) { refuse(file.name, value.error); }
    sent();
  }
  running = false;
}
export function show(files) {
  const list = [...files, ...refusals];
  byId("wb-files").replaceChildren(...list.slice(-40).map((file) =>
    el("li", { "data-state": file.state }, el("b", {}, file.name), ` ${file.state}`, file.detail ? `: ${file.detail}` : "")));
}
