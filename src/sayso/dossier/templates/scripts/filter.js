// Filter and search: an entry stays when one of its claims fits all that is chosen, and its words hold all that is typed.
(function () {
  "use strict";
  var doc = document, data = sayso.data, all = sayso.all, byId = sayso.byId, el = sayso.el;
  var field = byId("filter"), found = byId("found"), clear = byId("clear"), tail = doc.querySelector(".tail");
  var chosen = { actor: byId("by-actor"), report: byId("by-report"), certainty: byId("by-certainty"), conflict: byId("by-conflict") };
  data.actors.forEach(function (a, i) { chosen.actor.append(el("option", { value: i }, a.name)); });
  sayso.reports.forEach(function (r, i) { chosen.report.append(el("option", { value: i + 1 }, r.label + " " + r.under)); });
  data.conflicts.filter(function (k, i) { return data.conflicts.indexOf(k) === i; }).sort().forEach(function (k) {
    chosen.conflict.append(el("option", { value: k }, k));
  });

  function entries(kind, nodes, claims) {
    return nodes.map(function (node) {
      return { kind: kind, node: node, claims: claims(node), text: null, shown: true, section: sections.indexOf(node.closest("section")) };
    });
  }
  function ofProp(n) { return function () { return sayso.ofProposition(n); }; }
  var conflicted = [], spoken = [], claims = Object.keys(data.claims).map(function (id) { return data.claims[id]; });
  claims.forEach(function (c) {
    c.x.forEach(function (n) { (conflicted[n] = conflicted[n] || []).push(c); });
    c.a.forEach(function (n) { (spoken[n] = spoken[n] || []).push(c); });
  });
  var filtered = false, sections = ["claims", "leads", "conflicts", "status", "timeline", "voices", "reports"].map(byId);
  // What still waits is text with marks in it.
  function textOf(node) {
    var waiting = node.querySelector("noscript.later");
    return (waiting ? node.textContent.replace(/<[^>]*>/g, " ").replace(/&#39;/g, "'").replace(/&#34;/g, '"').replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&") : node.textContent).toLowerCase();
  }
  var held = null;
  function gather() {
    held = [].concat(
      entries("claim", all(".prop"), function (e) { return sayso.ofProposition(+e.id.slice(1)); }),
      entries("conflict", all(".conflict"), function (e) { return conflicted[+e.id.slice(1)] || []; }),
      entries("report", all(".report"), function (e) { return sayso.ofReport(+e.id.split("-")[1]); }),
      entries("", all("[data-prop]"), function (e) { return ofProp(+e.getAttribute("data-prop"))(); }),
      entries("", all(".voices tbody tr"), function (e) {
        return spoken[data.actors.findIndex(function (a) { return a.id === e.id; })] || [];
      }),
      entries("", all(".days tbody tr"), function (e) {
        return all("a", e).map(function (a) { return data.claims[a.getAttribute("href").slice(1)]; }).filter(Boolean);
      })
    );
    return held;
  }
  // Far from the first screen there is time to gather before somebody types.
  (window.requestIdleCallback || setTimeout)(function () {
    (held || gather()).forEach(function (e) { e.text = textOf(e.node); });
  });
  function fits(c, want) {
    return (want.actor === "" || c.a.indexOf(+want.actor) >= 0) && (want.report === "" || c.r === +want.report) &&
      (want.certainty === "" || c.c === want.certainty) &&
      (want.conflict === "" || c.x.some(function (n) { return want.conflict === "any" || data.conflicts[n - 1] === want.conflict; }));
  }
  var telling = 0, waiting = 0, many = doc.body.classList.contains("many");
  // In a large pile the claims are filtered before the next frame, and what stands far below them right after it; `whole` does all at once.
  function run(whole) {
    var words = field.value.toLowerCase().split(/\s+/).filter(Boolean), want = {}, narrow = false, count = {};
    Object.keys(chosen).forEach(function (k) { want[k] = chosen[k].value; narrow = narrow || want[k] !== ""; });
    var on = narrow || words.length > 0, going = Object.create(null), left = sections.map(function () { return 0; });
    if (narrow) { claims.forEach(function (c) { going[c.id] = fits(c, want); }); }
    function apply(e) {
      var fit = !narrow || e.claims.some(function (c) { return going[c.id]; });
      if (fit && words.length) {
        if (e.text === null) { e.text = textOf(e.node); }
        fit = words.every(function (w) { return e.text.indexOf(w) >= 0; });
      }
      if (fit) { left[e.section] += 1; }
      if (fit !== e.shown) { e.node.hidden = !fit; e.shown = fit; }
      if (e.kind) { (count[e.kind] = count[e.kind] || [0, 0])[0] += fit ? 1 : 0; count[e.kind][1] += 1; }
    }
    function finish() {
      sections[0].classList.remove("settling");
      if (tail && on && held.some(function (e) { return e.shown && e.kind === "claim" && tail.contains(e.node); })) { tail.open = true; }
      sections.forEach(function (s, i) { s.classList.toggle("nofit", on && !left[i]); });
      var said = Object.keys(count).map(function (k) { return count[k][0] + " of " + sayso.number(count[k][1], k); }).join(", ");
      // Said once a person pauses, not at every key.
      clearTimeout(telling);
      telling = setTimeout(function () { found.textContent = on ? said : ""; }, 150);
    }
    filtered = on;
    clear.hidden = !on;
    clearTimeout(waiting);
    held = held || gather();
    if (!many || whole === true) { held.forEach(apply); finish(); return; }
    sections[0].classList.add("settling"); // nothing unfiltered comes into view from below
    held.filter(function (e) { return e.kind === "claim"; }).forEach(apply);
    waiting = setTimeout(function () {
      held.filter(function (e) { return e.kind !== "claim"; }).forEach(apply);
      finish();
    }, 120);
  }
  field.addEventListener("input", function () { run(); });
  Object.keys(chosen).forEach(function (k) { chosen[k].addEventListener("change", function () { run(); }); });
  sayso.showAll = function () {
    field.value = "";
    Object.keys(chosen).forEach(function (k) { chosen[k].value = ""; });
    run(true);
  };
  sayso.filtered = function () { return filtered; };
  sayso.filterBy = function (name, value) { chosen[name].value = value; run(); };
  clear.addEventListener("click", function () { sayso.showAll(); field.focus(); });
  var open = byId("open-all");
  open.addEventListener("click", function () {
    var opens = open.getAttribute("aria-pressed") !== "true";
    open.setAttribute("aria-pressed", String(opens));
    open.textContent = opens ? "close all" : "open all";
    all(".prop details").forEach(function (d) { d.open = opens; });
  });
  var facets = doc.querySelector(".facets");
  if (window.matchMedia("(max-width: 640px)").matches) { facets.open = false; }
})();
