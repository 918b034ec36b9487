(function () {
  "use strict";
  var doc = document;
  doc.documentElement.classList.add("js");
  var back = doc.getElementById("back"), jumps = 0;

  function each(list, run) { Array.prototype.forEach.call(list, run); }

  // A jump opens what hides its goal, lights all pieces of it and the note beside it, moves the focus there, and can be taken back.
  function arrive() {
    var id = decodeURIComponent(location.hash.slice(1)), goal = id && doc.getElementById(id);
    each(doc.querySelectorAll(".lit, .on"), function (e) { e.classList.remove("lit", "on"); });
    if (!goal) { return; }
    for (var up = goal.parentElement; up; up = up.parentElement) { if (up.tagName === "DETAILS") { up.open = true; } }
    each(doc.querySelectorAll('[data-of="' + CSS.escape(id) + '"]'), function (e) { e.classList.add("lit"); });
    each(doc.querySelectorAll('[data-for="' + CSS.escape(id) + '"]'), function (e) { e.classList.add("on"); });
    if (!goal.hasAttribute("tabindex")) { goal.setAttribute("tabindex", "-1"); }
    goal.focus({ preventScroll: true });
    var small = goal.matches("mark, .at");
    // Far sections get their true height only when they are drawn: settle once more after that.
    goal.scrollIntoView({ block: small ? "center" : "start" });
    requestAnimationFrame(function () { goal.scrollIntoView({ block: small ? "center" : "start" }); });
  }
  window.addEventListener("hashchange", arrive);
  doc.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest('a[href^="#"]');
    if (link) { jumps += 1; back.hidden = false; if (link.getAttribute("href") === location.hash) { arrive(); } }
  });
  back.addEventListener("click", function () {
    jumps -= 1;
    if (jumps < 1) { back.hidden = true; }
    history.back();
  });
  if (location.hash) { arrive(); }

  // The note in the margin and its words light each other up.
  doc.addEventListener("mouseover", function (event) {
    var note = event.target.closest && event.target.closest("[data-for]");
    each(doc.querySelectorAll(".near"), function (e) { e.classList.remove("near"); });
    if (note) { var words = doc.getElementById(note.getAttribute("data-for")); if (words) { words.classList.add("near"); } }
  });

  // Filter: only the propositions that hold every word that was typed.
  var field = doc.getElementById("filter"), found = doc.getElementById("found");
  var props = Array.prototype.slice.call(doc.querySelectorAll(".prop"));
  var texts = null, tail = doc.querySelector(".tail");
  field.addEventListener("input", function () {
    var words = field.value.toLowerCase().split(/\s+/).filter(Boolean), shown = 0;
    texts = texts || props.map(function (p) { return p.textContent.toLowerCase(); });
    props.forEach(function (p, i) {
      var fits = words.every(function (w) { return texts[i].indexOf(w) >= 0; });
      p.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    if (tail && words.length) { tail.open = true; }
    found.textContent = words.length ? shown + " of " + props.length : "";
  });
  var all = doc.getElementById("open-all");
  all.addEventListener("click", function () {
    var open = all.getAttribute("aria-pressed") !== "true";
    all.setAttribute("aria-pressed", String(open));
    all.textContent = open ? "close all" : "open all";
    each(doc.querySelectorAll(".prop details"), function (d) { d.open = open; });
  });
  window.addEventListener("beforeprint", function () {
    each(doc.querySelectorAll(".props:not(.tail .props) .prop > details"), function (d) { d.open = true; });
  });
})();
