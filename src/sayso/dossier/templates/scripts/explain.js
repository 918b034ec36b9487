// A highlight explains itself: on hover and on focus in a card beside it; Enter or a click keeps the card, Escape sends it away.
(function () {
  "use strict";
  var doc = document, data = sayso.data, el = sayso.el, link = sayso.link, card = sayso.byId("card");
  var shown = null, kept = false, leaving = 0;
  sayso.whenThere(function (root) {
    sayso.all("mark.q[id]", root).forEach(function (m) { if (m.closest(".report")) { m.setAttribute("tabindex", "0"); } });
  });

  function idOf(mark) { return mark.id || mark.getAttribute("data-of"); }
  function fill(c) {
    var p = data.propositions[c.n - 1];
    card.replaceChildren();
    card.append(el("p", { class: "who" }, c.who || "the report's own voice", el("span", { class: "manner" }, " · " + c.how)));
    if (p) {
      card.append(el("p", {}, link("p" + c.n, "claim " + c.n), " ", p.t));
      card.append(el("p", { class: "count" }, el("span", { class: "glyphs", "aria-hidden": "true" }, p.g), " " + p.o));
    }
    c.x.forEach(function (n) { card.append(el("p", {}, link("x" + n, "⚡ " + data.conflicts[n - 1], "flag"))); });
    var others = sayso.ofProposition(c.n).filter(function (o) { return c.n && o.id !== c.id; });
    if (others.length) {
      var list = el("ul", { class: "siblings" });
      others.slice(0, 6).forEach(function (o) {
        list.append(el("li", {}, link(o.id, o.p), " “" + o.w + "” ", el("span", { class: "manner" }, (o.who || "own voice") + " · " + o.how)));
      });
      card.append(el("p", { class: "count" }, "The same elsewhere:"), list);
      if (others.length > 6) { card.append(el("p", { class: "count" }, "and " + (others.length - 6) + " more")); }
    } else {
      card.append(el("p", { class: "count" }, "It stands nowhere else in the pile."));
    }
  }
  function place(mark) {
    var at = mark.getClientRects()[0] || mark.getBoundingClientRect(), wide = doc.documentElement.clientWidth;
    if (wide < 641) { card.style.left = ""; card.style.top = ""; return; } // on a phone it stands at the foot
    card.style.left = Math.max(8, Math.min(at.left + scrollX, scrollX + wide - card.offsetWidth - 8)) + "px";
    var below = mark.getBoundingClientRect().bottom + 6, fits = below + card.offsetHeight < innerHeight;
    card.style.top = scrollY + (fits ? below : Math.max(8, at.top - card.offsetHeight - 6)) + "px";
  }
  function show(mark, keep) {
    var c = data.claims[idOf(mark)];
    if (!c) { return; }
    clearTimeout(leaving);
    if (shown) { shown.removeAttribute("aria-describedby"); }
    shown = mark;
    kept = keep;
    fill(c);
    card.hidden = false;
    card.setAttribute("role", keep ? "group" : "tooltip");
    if (keep) { card.setAttribute("aria-label", "About these words"); } else { card.removeAttribute("aria-label"); }
    mark.setAttribute("aria-describedby", "card");
    place(mark);
  }
  function hide() {
    clearTimeout(leaving);
    if (shown) { shown.removeAttribute("aria-describedby"); }
    shown = null;
    kept = false;
    card.hidden = true;
  }
  function later() { clearTimeout(leaving); leaving = setTimeout(function () { if (!kept) { hide(); } }, 250); }
  function markAt(event) {
    var mark = event.target.closest && event.target.closest("mark.q");
    return mark && mark.closest(".report") ? mark : null;
  }
  doc.addEventListener("pointerover", function (event) {
    if (event.pointerType === "touch") { return; }
    var mark = markAt(event);
    if (card.contains(event.target)) { clearTimeout(leaving); return; }
    if (mark) { if (!kept && mark !== shown) { show(mark, false); } else { clearTimeout(leaving); } } else if (shown && !kept) { later(); }
  });
  doc.addEventListener("focusin", function (event) {
    if (card.contains(event.target)) { return; }
    var mark = markAt(event);
    if (mark && mark.matches(":focus-visible, :target")) { show(mark, false); } else if (shown && event.target !== shown) { hide(); }
  });
  doc.addEventListener("click", function (event) {
    var mark = markAt(event);
    if (mark && !event.target.closest("a")) { show(mark, true); } else if (!card.contains(event.target) && shown) { hide(); }
  });
  card.addEventListener("click", function (event) { if (event.target.closest("a")) { hide(); } });
  doc.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && shown) {
      var mark = shown, inside = card.contains(doc.activeElement);
      hide();
      if (inside) { mark.focus({ preventScroll: true }); hide(); }
      event.stopImmediatePropagation();
      event.preventDefault();
    } else if (event.key === "Enter" && event.target.matches && event.target.matches(".report mark.q")) {
      show(event.target, true);
      var first = card.querySelector("a");
      if (first) { first.focus(); }
      event.preventDefault();
    }
  });
})();
