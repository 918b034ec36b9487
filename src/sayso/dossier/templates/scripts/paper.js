// On paper a link cannot be followed: each becomes a footnote with report, paragraph and the words; afterwards all is as before.
(function () {
  "use strict";
  var doc = document, all = sayso.all, byId = sayso.byId, el = sayso.el, undo = [];
  function placeOf(goal) {
    var report = goal.closest(".report"), block = goal.closest(".block"), label = report && report.querySelector(".rep");
    if (!label) { return ""; }
    return label.textContent + (block && block.dataset.p ? " ¶" + block.dataset.p : "");
  }
  function wordsOf(goal) {
    var words = goal.textContent;
    all('[data-of="' + CSS.escape(goal.id) + '"]').forEach(function (e) { words += e.textContent; });
    words = words.replace(/\s+/g, " ").trim();
    return words.length > 160 ? words.slice(0, 159) + "…" : words;
  }
  function before() {
    if (undo.length) { return; }
    sayso.fill(doc);
    all(".props:not(.tail .props) .prop > details, .leadgroup").forEach(function (d) { if (!d.open) { d.open = true; undo.push(function () { d.open = false; }); } });
    var known = Object.create(null), count = 0, list = el("ol", { class: "footnotes" });
    all("#claims .prop a, #leads a, #conflicts a, #status a, #changes a").forEach(function (a) {
      var id = (a.getAttribute("href") || "").slice(1), goal = byId(id);
      // A link that reads 'r1 ¶3', beside the words themselves, says it all.
      if (!goal || !goal.matches("mark, .at") || a.closest(".tail") || a.matches("blockquote .words")) { return; }
      if (!known[id]) {
        known[id] = count += 1;
        list.append(el("li", {}, placeOf(goal) + ": “" + wordsOf(goal) + "”"));
      }
      var sign = el("sup", { class: "fn" }, String(known[id]));
      a.after(sign);
      undo.push(function () { sign.remove(); });
    });
    var notes = el("section", { id: "footnotes" }, el("h2", {}, "Footnotes"), list);
    byId("reports").before(notes);
    undo.push(function () { notes.remove(); });
  }
  function after() { undo.splice(0).forEach(function (back) { back(); }); }
  window.addEventListener("beforeprint", before);
  window.addEventListener("afterprint", after);
})();
