// The map: a graph of the schemas, a side that tells of what is chosen, and the same as tables.

import { facts as readFacts, h, themeButton } from "../shared/dom.js";
import { Graph } from "./graph.js";
import { Model, strongest } from "./model.js";
import { Panel, tipLines } from "./panel.js";
import { keysTable, rightsTable, schemasTable } from "./tables.js";

const facts = readFacts();
const model = new Model(facts);

const search = h("input", { id: "search", type: "search", placeholder: "Search", title: "Schemas, tables, columns, roles: press /", "aria-label": "Search schemas, tables, columns and roles", size: 18 });
const pressed = (id, text, is, click) => {
  const button = h("button", { type: "button", id, "aria-pressed": String(is), onclick: () => {
    const now = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(now));
    click(now);
  } }, text);
  return button;
};
const views = [["map", "Map"], ["schemas", "Schemas"], ["keys", "Keys"], ["rights", "Rights"]];
const tabs = views.map(([name, text]) => h("button", { type: "button", id: `tab-${name}`, "aria-pressed": String(name === "map"), onclick: () => view(name) }, text));
const theme = themeButton(() => graph.paint());
const fit = h("button", { type: "button", id: "fit", onclick: () => graph.cy.fit(undefined, 24) }, "Fit");
const columns = pressed("columns", "Columns", false, (on) => { graph.labels = on; graph.paint(); });
const grouped = pressed("grouped", "Groups", model.grouped, (on) => { model.grouped = on; graph.draw(); choose(null); });

const canvas = h("div", { id: "graph", role: "img", "aria-label": "The schemas and the keys between them; the same stands in the tables" });
const tip = h("div", { id: "tip", hidden: true });
const side = h("aside", { id: "side", "aria-live": "polite" });
const mark = (name, text) => h("span", {}, h("i", { style: `background: var(--${name.replaceAll(" ", "-")})` }), text ?? name);
const states = ["in step", "pending", "drift", "orphans", "not split", "being split", "not looked at"].filter((state) => facts.boxes.some((box) => box.states.includes(state)));
const legend = h("div", { id: "legend" },
  states.map((state) => mark(state)),
  h("span", {}, h("i", { class: "arrow" }), "holds keys of"),
  facts.reads.length > 0 && h("span", {}, h("i", { class: "arrow read" }), "reads"),
  facts.rings.length > 0 && h("span", {}, h("i", { class: "arrow ring" }), "in a cycle"));

document.body.append(
  h("header", {}, h("h1", {}, facts.title), h("span", { class: "soft" }, [facts.source, facts.read_at].filter(Boolean).join(", ")), h("span", { class: "grow" }), ...tabs, search, columns, model.groups.size > 0 && grouped, fit, theme),
  ...facts.notes.map((note) => h("div", { class: "note" }, note.text, note.hint && ` ${note.hint}`)),
  legend,
  h("main", { id: "stage" }, canvas, side),
  h("section", { class: "view", id: "view-schemas", hidden: true }, schemasTable(model, choose)),
  h("section", { class: "view", id: "view-keys", hidden: true }, keysTable(model)),
  h("section", { class: "view", id: "view-rights", hidden: true }, rightsTable(model, choose)),
);
canvas.append(tip);

const panel = new Panel(side, model, choose);
const graph = new Graph(canvas, model);
panel.overview();

function view(name) {
  for (const [index, [each]] of views.entries()) {
    tabs[index].setAttribute("aria-pressed", String(each === name));
    document.getElementById(each === "map" ? "stage" : `view-${each}`).hidden = each !== name;
  }
  legend.hidden = name !== "map";
  if (name === "map") graph.cy.resize();
}

// Everything that can be clicked or searched comes here; null is none of them.
function choose(choice) {
  if (document.getElementById("stage").hidden) view("map");
  if (!choice) {
    graph.clear();
    panel.overview();
    return;
  }
  const { kind, name, schema } = choice;
  if (kind === "schema") {
    graph.show([name], (arrow) => [...arrow.keys, ...arrow.reads].some((each) => each.schema === name || (each.to_schema ?? each.of) === name), [name]);
    graph.reach(name);
    panel.schema(name);
  } else if (kind === "table") {
    const touches = (key) => (key.schema === schema && key.table === name && (!choice.column || key.column === choice.column)) || (!choice.column && key.to_schema === schema && key.to_table === name);
    graph.show([schema], (arrow) => arrow.keys.some(touches), [schema]);
    graph.reach(schema);
    panel.table(schema, name);
  } else if (kind === "role") {
    const rights = model.rightsIn(name);
    graph.show([...rights.keys()], () => false);
    for (const [place, those] of rights) graph.node(place).addClass(`level-${strongest(those)}`);
    panel.role(name);
  } else if (kind === "group") {
    if (!model.folded.delete(name)) model.folded.add(name);
    graph.draw();
    panel.overview();
  }
}

graph.cy.on("tap", (event) => {
  if (event.target === graph.cy) return choose(null);
  const data = event.target.data();
  if (event.target.isEdge()) {
    graph.show([], (arrow) => arrow.id === data.id);
    panel.arrow(data);
  } else if (data.schema) choose({ kind: "schema", name: data.schema });
  else choose({ kind: "group", name: data.group });
});

graph.cy.on("mouseover", "edge, node.schema", (event) => {
  const data = event.target.data();
  event.target.isEdge() ? event.target.addClass("near") : event.target.connectedEdges().addClass("near");
  const lines = event.target.isEdge() ? tipLines(data) : model.boxes.get(data.schema).lines.slice(0, 6).map((line) => line.text);
  if (!lines.length) return;
  tip.replaceChildren(...lines.map((line) => h("div", {}, line)));
  tip.hidden = false;
  const { x, y } = event.renderedPosition;
  tip.style.left = `${Math.max(0, Math.min(x + 14, canvas.clientWidth - 470))}px`;
  tip.style.top = `${y + 14}px`;
});
graph.cy.on("mouseout", "edge, node", (event) => {
  tip.hidden = true;
  const edges = event.target.isEdge() ? event.target : event.target.connectedEdges();
  // What a click has shown stays.
  if (!graph.cy.elements(".faint").nonempty()) edges.removeClass("near");
});

search.addEventListener("input", () => {
  if (!search.value.trim()) return choose(null);
  if (document.getElementById("stage").hidden) view("map");
  const found = model.search(search.value);
  panel.found(found);
  graph.show([...new Set(found.filter((item) => item.kind !== "role").map((item) => item.schema ?? item.name))], () => false);
});
search.addEventListener("keydown", (event) => {
  if (event.key === "Enter") {
    const [first] = model.search(search.value);
    if (first) choose(first);
  } else if (event.key === "Escape") {
    search.value = "";
    choose(null);
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && document.activeElement !== search) {
    event.preventDefault();
    search.focus();
  } else if (event.key === "Escape" && document.activeElement !== search) choose(null);
});
addEventListener("beforeprint", () => graph.cy.resize());

// For whoever looks at a page by a program: what is drawn, without its pixels.
window.appschemas = {
  nodes: () => graph.cy.nodes().map((node) => ({ id: node.id(), faint: node.hasClass("faint"), classes: node.classes(), at: node.renderedPosition() })),
  edges: () => graph.cy.edges().map((edge) => ({ id: edge.id(), faint: edge.hasClass("faint"), classes: edge.classes(), label: edge.data("label"), columns: edge.data("columns"), at: edge.renderedMidpoint() })),
  zoom: () => graph.cy.zoom(),
};
