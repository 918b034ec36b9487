// Take a report or an origin away, and see what still stands: worked out beforehand by the same analysis as `--without`.
(function () {
  "use strict";
  var data = sayso.data, byId = sayso.byId, el = sayso.el, link = sayso.link, number = sayso.number;
  var choice = byId("take-away"), panel = byId("stands"), body = byId("stands-body");
  var known = Object.create(null);
  data.away.forEach(function (a) { known[a.id] = a; });
  function group(label, entries) {
    if (!entries.length) { return; }
    var made = el("optgroup", { label: label });
    entries.forEach(function (e) { made.append(el("option", { value: e.id }, e.label || e.name)); });
    choice.append(made);
  }
  group("a report", sayso.reports.map(function (r) { return { id: r.id, label: r.label + " " + r.under }; }));
  group("an origin", data.actors.filter(function (a) { return known[a.id]; }));

  function lineOf(n, after) {
    var p = data.propositions[n - 1];
    return el("li", {}, link("p" + n, n + " " + p.t), " ", el("span", { class: "manner" }, p.g + (p.g === "" ? "" : " ") + "→ " + after));
  }
  function list(title, items) { if (items.length) { body.append(el("h3", {}, title), el.apply(null, ["ul", { class: "stand" }].concat(items))); } }
  function mark(n, cls, words) {
    var prop = byId("p" + n);
    if (!prop) { return; }
    prop.classList.add(cls);
    prop.querySelector("h3").after(el("p", { class: "away" }, words));
  }
  function reset() {
    sayso.all(".prop.falls, .prop.shrinks").forEach(function (p) { p.classList.remove("falls", "shrinks"); });
    sayso.all(".prop > .away, .conflict > .away").forEach(function (p) { p.remove(); });
    sayso.all(".conflict.gone, .node.gone").forEach(function (p) { p.classList.remove("gone"); });
    body.replaceChildren();
  }
  function take(id) {
    reset();
    choice.value = id;
    panel.hidden = !id;
    if (!id) { return; }
    var a = known[id], close = el("button", { type: "button" }, "put it back");
    close.addEventListener("click", function () { take(""); choice.focus(); });
    var node = sayso.all('.node[href="#' + CSS.escape(id) + '"]');
    node.forEach(function (n) { n.classList.add("gone"); });
    if (!a) {
      var r = sayso.reports.find(function (x) { return x.id === id; });
      body.append(el("p", {}, "Not worked out in this dossier. Ask for it where the pile is: ", el("code", {}, "sayso analyse … --without " + JSON.stringify(r ? r.label : id)), ", or have all of it in the page: ", el("code", {}, "sayso analyse … --what-if"), "."), close);
      return;
    }
    var whose = a.kind === "report" ? a.name : "the word of " + a.name;
    var sums = [number(a.fallen.length, "claim has nobody left", "claims have nobody left"), number(a.shrunk.length, "stands on fewer origins", "stand on fewer origins"), number(a.dissolved.length, "conflict is gone", "conflicts are gone")];
    body.append(el("p", { class: "verdict", role: "status" }, "Without " + whose + ": " + sums.join(", ") + "."), el("p", { class: "manner" }, a.totals.join(" · ")), close);
    list("Nobody left", a.fallen.map(function (n) { return lineOf(n, "no claim left"); }));
    list("Fewer origins", a.shrunk.map(function (s) { return lineOf(s.n, (s.g ? s.g + " " : "") + s.o); }));
    list("Conflicts gone", a.dissolved.map(function (n) { var h = byId("x" + n).querySelector(".reason"); return el("li", {}, link("x" + n, "⚡ " + data.conflicts[n - 1]), " ", h ? h.firstChild.textContent : ""); }));
    list("Families of reports", a.families.map(function (w) { return el("li", {}, w); }));
    a.fallen.forEach(function (n) { mark(n, "falls", "Falls without " + whose + "."); });
    a.shrunk.forEach(function (s) { mark(s.n, "shrinks", "Without " + whose + ": " + (s.g ? s.g + " " : "") + s.o + "."); });
    a.dissolved.forEach(function (n) { var x = byId("x" + n); x.classList.add("gone"); x.querySelector("h3").after(el("p", { class: "away" }, "Gone without " + whose + ".")); });
  }
  choice.addEventListener("change", function () { take(choice.value); });
  sayso.take = function (id) { take(id); panel.scrollIntoView({ block: "nearest" }); panel.focus({ preventScroll: true }); };
  function offer(place, id, name) {
    var b = el("button", { type: "button", class: "take", "aria-label": "take away " + name }, "take away");
    b.addEventListener("click", function () { sayso.take(id); });
    place.append(" ", b);
  }
  sayso.reports.forEach(function (r) { var h = known[r.id] && byId(r.id); if (h) { offer(h.querySelector("h3"), r.id, r.label); } });
  data.actors.forEach(function (a) { var row = known[a.id] && byId(a.id); if (row) { offer(row.querySelector("th"), a.id, a.name); } });
})();
