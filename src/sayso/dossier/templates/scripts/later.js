// In a large pile what is far from the first screen waits as text (a browser that runs scripts reads what stands in noscript as text) and becomes
// part of the page when somebody comes near it, opens it or jumps into it. Without scripts all of it stands there from the start.
(function () {
  "use strict";
  var doc = document;
  var ready = [];
  // Only the page's own markup stands there; every word of a report in it is escaped.
  function fill(root) {
    sayso.all("noscript.later", root).forEach(function (held) {
      var parent = held.parentElement;
      held.replaceWith(doc.createRange().createContextualFragment(held.textContent));
      parent.classList.remove("waits");
      ready.forEach(function (run) { run(parent); });
    });
  }
  sayso.fill = fill;
  // Runs now for what is there, and later for what comes.
  sayso.whenThere = function (run) { ready.push(run); run(doc); };
  // The element of an anchor, brought into the page if it waits: an anchor tells which report holds it.
  sayso.find = function (id) {
    var there = doc.getElementById(id);
    if (there || !doc.querySelector("noscript.later")) { return there; }
    var claim = sayso.data.claims[id], word = /^w(\d+)-/.exec(id);
    var home = claim ? doc.getElementById("report-" + claim.r) : word ? doc.getElementById("report-" + word[1]) : /^e\d+$/.test(id) ? doc.getElementById("stemma") : null;
    if (home) { fill(home); }
    return doc.getElementById(id);
  };
  doc.addEventListener("toggle", function (event) { if (event.target.open) { fill(event.target); } }, true);
  if (!doc.querySelector(".waits")) { return; }
  var near = new IntersectionObserver(function (entries) {
    entries.forEach(function (e) { if (e.isIntersecting) { near.unobserve(e.target); fill(e.target); } });
  }, { rootMargin: "1200px" });
  sayso.all(".waits").forEach(function (e) { near.observe(e); });
})();
