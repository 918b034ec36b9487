// What all parts share. Everything that is shown goes in as text, never as markup.
var sayso = (function () {
  "use strict";
  var doc = document;
  doc.documentElement.classList.add("js");
  var data = JSON.parse(doc.getElementById("data").textContent);
  function byId(id) { return doc.getElementById(id); }
  function each(list, run) { Array.prototype.forEach.call(list, run); }
  function all(selector, root) { return Array.prototype.slice.call((root || doc).querySelectorAll(selector)); }
  // el("p", {class: "x"}, "words", node ...)
  function el(tag, given) {
    var made = doc.createElement(tag);
    Object.keys(given || {}).forEach(function (name) { made.setAttribute(name, given[name]); });
    for (var i = 2; i < arguments.length; i += 1) {
      if (arguments[i] !== null && arguments[i] !== undefined && arguments[i] !== "") { made.append(arguments[i]); }
    }
    return made;
  }
  function link(href, label, cls) { return el("a", cls ? { href: "#" + href, class: cls } : { href: "#" + href }, label); }
  function number(n, one, many) { return n + " " + (n === 1 ? one : many || one + "s"); }
  // Claims by the number of their proposition, and by the place of their report.
  var ofProposition = [], ofReport = [];
  Object.keys(data.claims).forEach(function (id) {
    var c = data.claims[id];
    c.id = id;
    (ofProposition[c.n] = ofProposition[c.n] || []).push(c);
    (ofReport[c.r] = ofReport[c.r] || []).push(c);
  });
  var reports = data.nodes.filter(function (n) { return !n.absent; });
  return {
    data: data, byId: byId, each: each, all: all, el: el, link: link, number: number, reports: reports,
    ofProposition: function (n) { return ofProposition[n] || []; },
    ofReport: function (n) { return ofReport[n] || []; }
  };
})();
