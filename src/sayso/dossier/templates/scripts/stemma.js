// The stemma moves and zooms (d3-zoom); a chosen report tells what it took and what it changed, and its family is drawn by itself (dagre).
(function () {
  "use strict";
  var data = sayso.data, byId = sayso.byId, all = sayso.all, el = sayso.el, link = sayso.link, d3 = window.d3, dagre = window.dagre;
  var canvas = byId("canvas"), panel = byId("chosen"), SVG = "http://www.w3.org/2000/svg", MOST = 40;
  if (!canvas) { return; }
  var node = Object.create(null);
  data.nodes.forEach(function (n) { node[n.id] = n; });

  function movable(svg, moved, frame) {
    var zoom = d3.zoom().scaleExtent([0.5, 6]).filter(function (event) {
      if (event.type === "wheel") { return event.ctrlKey || event.metaKey; } // the page itself still scrolls
      if (event.type.indexOf("touch") === 0) { return event.touches.length > 1; }
      return !event.button && !event.ctrlKey;
    }).on("zoom", function (event) { d3.select(moved).attr("transform", event.transform); });
    d3.select(svg).call(zoom).on("dblclick.zoom", null);
    var held = {
      by: function (k) { d3.select(svg).call(zoom.scaleBy, k); },
      pan: function (x, y) { d3.select(svg).call(zoom.translateBy, x, y); },
      whole: function () { d3.select(svg).call(zoom.transform, d3.zoomIdentity); }
    };
    frame.addEventListener("keydown", function (event) {
      if (event.target !== frame || event.ctrlKey || event.metaKey || event.altKey) { return; }
      var step = { ArrowLeft: [40, 0], ArrowRight: [-40, 0], ArrowUp: [0, 40], ArrowDown: [0, -40] }[event.key];
      if (step) { held.pan(step[0], step[1]); } else if (event.key === "+" || event.key === "=") { held.by(1.3); } else if (event.key === "-") { held.by(1 / 1.3); } else if (event.key === "0") { held.whole(); } else { return; }
      event.preventDefault();
      event.stopPropagation();
    });
    return held;
  }
  var tools = document.querySelector(".zoom");
  if (canvas.classList.contains("tall")) {
    all("button", tools).forEach(function (b) { b.hidden = true; });
  } else {
    // No larger than reads well, however wide the window is.
    byId("drawing").style.height = Math.round(Math.min(1.25 * byId("drawing").viewBox.baseVal.height, 0.75 * innerHeight)) + "px";
    var main = movable(byId("drawing"), byId("moved"), canvas);
    byId("closer").addEventListener("click", function () { main.by(1.3); });
    byId("farther").addEventListener("click", function () { main.by(1 / 1.3); });
    byId("entire").addEventListener("click", main.whole);
  }

  // A report, what it was made from up to the top, and what was made from it.
  function family(id) {
    var seen = [id], many = false;
    [["child", "parent"], ["parent", "child"]].forEach(function (way) {
      var waiting = [id];
      while (waiting.length) {
        var here = waiting.shift();
        data.edges.forEach(function (e) {
          if (e[way[0]] === here && e.cls.indexOf("cites") < 0 && seen.indexOf(e[way[1]]) < 0) {
            if (seen.length >= MOST) { many = true; return; }
            seen.push(e[way[1]]);
            waiting.push(e[way[1]]);
          }
        });
      }
    });
    return { ids: seen, many: many, edges: data.edges.filter(function (e) { return seen.indexOf(e.parent) >= 0 && seen.indexOf(e.child) >= 0 && e.parent !== e.child; }) };
  }
  function cut(words, most) { return words.length > most ? words.slice(0, most - 1) + "…" : words; }
  function drawn(kin, id) {
    var g = new dagre.graphlib.Graph({ multigraph: true });
    g.setGraph({ rankdir: "TB", nodesep: 18, ranksep: 46, marginx: 8, marginy: 8 });
    g.setDefaultEdgeLabel(function () { return {}; });
    kin.ids.slice().sort().forEach(function (n) { g.setNode(n, { width: 132, height: 40 }); });
    kin.edges.forEach(function (e) { g.setEdge(e.parent, e.child, { weight: 1 + Math.round(e.score * 10), width: 34, height: 12, labelpos: "c" }, e.id); });
    dagre.layout(g);
    var size = g.graph();
    var svg = d3.create("svg:svg").attr("viewBox", "0 0 " + size.width + " " + size.height).attr("width", size.width).attr("height", size.height).attr("class", "family");
    svg.append("title").text("The family of " + node[id].label);
    var moved = svg.append("g");
    var line = function (points) { return "M" + points.map(function (p) { return p.x.toFixed(1) + "," + p.y.toFixed(1); }).join(" L"); };
    kin.edges.forEach(function (e) {
      var at = g.edge(e.parent, e.child, e.id);
      var a = moved.append("a").attr("href", "#" + e.id).attr("class", "arc " + e.cls).attr("tabindex", -1);
      a.append("path").attr("d", line(at.points)).attr("stroke-width", (1.2 + 4.5 * e.score).toFixed(1)).attr("marker-end", e.cls.indexOf("undirected") < 0 ? "url(#tip)" : null);
      if (e.label) { moved.append("text").attr("class", "share").attr("x", at.x).attr("y", at.y + 4).text(e.label); }
    });
    kin.ids.forEach(function (n) {
      var at = g.node(n), a = moved.append("a").attr("href", "#" + n).attr("class", "node" + (node[n].absent ? " absent" : "") + (n === id ? " here" : ""));
      a.append("title").text(node[n].label + ", " + node[n].under);
      a.append("rect").attr("x", at.x - 66).attr("y", at.y - 20).attr("width", 132).attr("height", 40).attr("rx", 3);
      a.append("text").attr("class", "name").attr("x", at.x - 58).attr("y", at.y - 4).text(cut(node[n].label, 16));
      a.append("text").attr("class", "under").attr("x", at.x - 58).attr("y", at.y + 11).text(cut(node[n].under, 20));
    });
    var frame = el("div", { class: "scroll canvas", tabindex: "0", role: "group", "aria-label": "Its family as a picture; the same stands in words above" });
    frame.append(svg.node());
    movable(svg.node(), moved.node(), frame);
    return frame;
  }
  function told(title, edges, end) {
    if (!edges.length) { return; }
    var list = el("ul", {});
    edges.forEach(function (e) {
      var held = sayso.find(e.id), words = held ? held.querySelector("summary .manner").textContent : "", other = node[e[end]];
      var drift = held ? all(".drifts > li", held) : [], item = el("li", {}, link(other.id, other.label, "rep"), " " + other.under + ": ", link(e.id, words, "words"));
      if (drift.length) {
        var changed = el("ul", { class: "drifts" });
        drift.forEach(function (d) { changed.append(d.cloneNode(true)); });
        item.append(changed);
      }
      list.append(item);
    });
    panel.append(el("h4", {}, title), list);
  }
  function choose(id) {
    var n = node[id];
    if (!n) { return; }
    all(".node.here", canvas).forEach(function (e) { e.classList.remove("here"); });
    all('.node[href="#' + CSS.escape(id) + '"]', canvas).forEach(function (e) { e.classList.add("here"); });
    panel.replaceChildren();
    panel.hidden = false;
    panel.append(el("h3", {}, n.label + " ", el("span", { class: "manner" }, n.absent ? n.under + ", not in the pile" : n.under)));
    var doing = el("p", { class: "doing" }, link(id, n.absent ? "what shows it" : "read it"));
    function act(words, run) { var b = el("button", { type: "button" }, words); b.addEventListener("click", run); doing.append(" ", b); }
    if (!n.absent) {
      var place = sayso.reports.indexOf(n) + 1;
      act("only its claims", function () { sayso.filterBy("report", String(place)); sayso.goTo("claims"); });
      act("take it away", function () { sayso.take(id); });
    }
    act("close", function () {
      panel.hidden = true;
      all(".node.here", canvas).forEach(function (e) { e.classList.remove("here"); });
      var from = canvas.querySelector('.node[href="#' + CSS.escape(id) + '"]');
      if (from) { from.focus(); }
    });
    panel.append(doing);
    var took = data.edges.filter(function (e) { return e.child === id; }), gave = data.edges.filter(function (e) { return e.parent === id; });
    told("What it took, and what it changed", took, "parent");
    told("What was made from it", gave, "child");
    if (!took.length && !gave.length) { panel.append(el("p", { class: "none" }, "It was made from no other, and no other from it.")); }
    var kin = family(id);
    if (kin.ids.length > 2 && canvas.classList.contains("tall")) {
      panel.append(el("h4", {}, "Its family" + (kin.many ? ", the nearest " + MOST : "")), drawn(kin, id));
    }
    panel.focus({ preventScroll: true });
    panel.scrollIntoView({ block: "nearest" });
  }
  document.addEventListener("click", function (event) {
    var at = event.target.closest && event.target.closest("#canvas a.node, svg.family a.node");
    if (at && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      event.stopPropagation();
      choose((at.getAttribute("href") || "").slice(1));
    }
  }, true);
  sayso.choose = choose;
})();
