// A jump opens what hides its goal, lights all pieces of it and the note beside it, moves the focus there, and can be taken back.
(function () {
  "use strict";
  var doc = document, each = sayso.each, back = sayso.byId("back"), jumps = 0;
  function settle(goal, small) { goal.scrollIntoView({ block: small ? "center" : "start" }); }
  function arrive() {
    var id = decodeURIComponent(location.hash.slice(1)), goal = id && sayso.find(id);
    each(doc.querySelectorAll(".lit, .on"), function (e) { e.classList.remove("lit", "on"); });
    if (!goal) { return; }
    if (goal.closest("[hidden]") && sayso.showAll) { sayso.showAll(); }
    for (var up = goal.parentElement; up; up = up.parentElement) { if (up.tagName === "DETAILS") { up.open = true; } }
    if (goal.matches(".edges > li")) { goal.firstElementChild.open = true; }
    each(doc.querySelectorAll('[data-of="' + CSS.escape(id) + '"]'), function (e) { e.classList.add("lit"); });
    each(doc.querySelectorAll('[data-for="' + CSS.escape(id) + '"]'), function (e) { e.classList.add("on"); });
    if (!goal.hasAttribute("tabindex")) { goal.setAttribute("tabindex", "-1"); }
    goal.focus({ preventScroll: true });
    var small = goal.matches("mark, .at");
    // Far sections get their true height only when they are drawn: settle once more after that.
    settle(goal, small);
    requestAnimationFrame(function () { settle(goal, small); });
  }
  window.addEventListener("hashchange", arrive);
  doc.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest('a[href^="#"]');
    if (link && !event.defaultPrevented) {
      jumps += 1;
      back.hidden = false;
      if (link.getAttribute("href") === location.hash) { arrive(); }
    }
  });
  function goBack() {
    if (jumps < 1) { return; }
    jumps -= 1;
    if (jumps < 1) { back.hidden = true; }
    history.back();
  }
  back.addEventListener("click", goBack);
  sayso.goBack = goBack;
  sayso.goTo = function (id) {
    jumps += 1;
    back.hidden = false;
    if (location.hash === "#" + id) { arrive(); } else { location.hash = id; }
  };
  if (location.hash) { requestAnimationFrame(arrive); }
  // The note in the margin and its words light each other up.
  doc.addEventListener("mouseover", function (event) {
    var note = event.target.closest && event.target.closest("[data-for]");
    each(doc.querySelectorAll(".near"), function (e) { e.classList.remove("near"); });
    if (note) { var words = sayso.find(note.getAttribute("data-for")); if (words) { words.classList.add("near"); } }
  });
})();
