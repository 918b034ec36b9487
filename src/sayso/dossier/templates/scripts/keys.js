// Everything by keyboard; single keys can be turned off (WCAG 2.1.4), and none of them acts while somebody types.
(function () {
  "use strict";
  var doc = document, all = sayso.all, byId = sayso.byId, help = byId("help"), on = byId("keys-on"), field = byId("filter");
  var sections = { c: "claims", l: "leads", s: "stemma", x: "conflicts", t: "timeline", w: "voices", r: "reports" };
  function open() { if (!help.open) { help.showModal(); } }
  byId("help-open").addEventListener("click", open);
  byId("help-close").addEventListener("click", function () { help.close(); });
  function seen(e) { return !e.closest("[hidden]") && e.getClientRects().length > 0; }
  function top(e) { return e.getBoundingClientRect().top; }
  function focus(e, block) {
    if (!e.hasAttribute("tabindex")) { e.setAttribute("tabindex", "-1"); }
    e.focus({ preventScroll: true });
    e.scrollIntoView({ block: block });
  }
  // From the focused one, or from what stands at the head of the window, to the next or the one before.
  function move(selector, way, block) {
    var list = all(selector).filter(seen), here = doc.activeElement && doc.activeElement.closest(selector), at = list.indexOf(here);
    if (at < 0) {
      at = list.findIndex(function (e) { return top(e) > 4; });
      at = at < 0 ? list.length : way > 0 ? at - 1 : at;
    }
    var next = list[Math.max(0, Math.min(list.length - 1, at + way))];
    if (next) { focus(next, block); }
  }
  doc.addEventListener("keydown", function (event) {
    var typing = event.target.matches && event.target.matches("input:not([type=checkbox]), select, textarea");
    if (event.key === "Escape") {
      if (event.target === field && sayso.filtered()) { sayso.showAll(); event.preventDefault(); }
      return;
    }
    if (typing || !on.checked || event.ctrlKey || event.metaKey || event.altKey || help.open) { return; }
    var key = event.key;
    if (key === "?") { open(); }
    else if (key === "/") { field.focus(); field.select(); }
    else if (key === "j" || key === "k") { move(".prop, .conflict, .report", key === "j" ? 1 : -1, "start"); }
    else if (key === "n" || key === "p") { move(".report mark.q[id]", key === "n" ? 1 : -1, "center"); }
    else if (key === "o") {
      var item = doc.activeElement && doc.activeElement.closest(".prop, .edges > li, details"), fold = item && (item.matches("details") ? item : item.querySelector("details"));
      if (!fold) { return; }
      fold.open = !fold.open;
    }
    else if (key === "b") { sayso.goBack(); }
    else if (key === "a") { byId("take-away").focus(); }
    else if (sections[key]) { sayso.goTo(sections[key]); }
    else { return; }
    event.preventDefault();
  });
})();
