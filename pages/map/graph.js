// The graph: cytoscape draws it, dagre lays it out.

import cytoscape from "cytoscape";
import dagre from "cytoscape-dagre";
import { colour, counted } from "../shared/dom.js";
import { levels, rowsText } from "./model.js";

cytoscape.use(dagre);

const className = (state) => state.replaceAll(" ", "-");
const STATES = ["orphans", "drift", "not split", "being split", "pending", "not looked at", "in step"];

export class Graph {
  constructor(container, model) {
    this.model = model;
    this.cy = cytoscape({
      container,
      minZoom: 0.05,
      maxZoom: 3,
      autoungrabify: false,
      boxSelectionEnabled: false,
      style: [],
    });
    this.labels = false;
    this.draw();
  }

  draw() {
    this.cy.elements().remove();
    this.cy.add(this.elements());
    this.paint();
    this.arrange();
  }

  elements() {
    const { model } = this;
    const nodes = [];
    const seen = new Set();
    for (const box of model.facts.boxes) {
      const id = model.place(box.name);
      if (seen.has(id)) continue;
      seen.add(id);
      nodes.push({ data: id.startsWith("group ") ? this.folded(box.group) : this.box(box), classes: this.classes(id, box) });
    }
    if (model.grouped) {
      for (const group of model.groups.keys()) {
        if (!model.folded.has(group)) nodes.unshift({ data: { id: `around ${group}`, label: group, group }, classes: "around" });
      }
    }
    const edges = model.arrows().map((arrow) => ({
      data: { ...arrow, label: arrowLabel(arrow), columns: arrowColumns(arrow), width: 1.2 + Math.min(3, Math.log2(arrow.keys.length + 1) * 0.6) },
      classes: `${arrow.kind}${arrow.ring ? " ring" : ""}`,
    }));
    return [...nodes, ...edges];
  }

  box(box) {
    const lines = [box.name, [counted(box.tables.length, "table"), rowsText(box) && `${rowsText(box)} rows`].filter(Boolean).join(" · ")];
    const flags = box.states.filter((state) => state !== "in step" && state !== "not looked at");
    if (flags.length) lines.push(flags.join(", "));
    const data = { id: `schema ${box.name}`, schema: box.name, label: lines.join("\n"), ...size(lines) };
    if (this.model.grouped && box.group) data.parent = `around ${box.group}`;
    return data;
  }

  folded(group) {
    const names = this.model.groups.get(group);
    const lines = [`${group}_…`, counted(names.length, "schema")];
    return { id: `group ${group}`, group, label: lines.join("\n"), ...size(lines) };
  }

  classes(id, box) {
    const names = id.startsWith("group ") ? this.model.groups.get(box.group) : [box.name];
    const boxes = names.map((name) => this.model.boxes.get(name));
    const worst = STATES.find((state) => boxes.some((each) => each.states.includes(state)));
    return [
      id.startsWith("group ") ? "group" : "schema",
      className(worst),
      boxes.some((each) => each.session === "own") ? "own" : "",
      boxes.some((each) => each.retired) ? "retired" : "",
      boxes.some((each) => this.model.rings.has(each.name)) ? "ring" : "",
    ].join(" ");
  }

  // What has arrows is laid out in ranks, holders left; what has none lies below in rows.
  arrange() {
    const { cy } = this;
    const alone = this.model.grouped ? cy.collection() : cy.nodes().filter((node) => node.degree(false) === 0);
    const linked = cy.elements().difference(alone);
    if (linked.nonempty()) {
      linked.layout({ name: "dagre", rankDir: "LR", nodeSep: 20, rankSep: 120, edgeSep: 18, animate: false, fit: false, useDagreEdgeControlPoints: true, automaticDagreEdgeStyle: false }).run();
      // Ways around boxes are known once each has its place.
      linked.edges().filter((edge) => edge.scratch("controlPointWeights")?.length > 0).addClass("routed");
    }
    const bounds = linked.nonempty() ? linked.boundingBox({ includeLabels: false }) : { x1: 0, y2: -40, w: 0 };
    const widest = Math.max(bounds.w, 900);
    let [x, y] = [bounds.x1, bounds.y2 + 60];
    alone.forEach((node) => {
      const width = node.data("w");
      if (x > bounds.x1 && x + width > bounds.x1 + widest) [x, y] = [bounds.x1, y + 74];
      node.position({ x: x + width / 2, y: y + 26 });
      x += width + 24;
    });
    cy.fit(undefined, 24);
  }

  paint() {
    const text = colour("text");
    this.cy.style([
      { selector: "node", style: { label: "data(label)", width: "data(w)", height: "data(h)", shape: "round-rectangle", "font-size": 12, "font-family": "system-ui, sans-serif", color: text, "text-wrap": "wrap", "text-max-width": 1000, "text-valign": "center", "line-height": 1.3, "background-color": colour("not-looked-at"), "border-width": 1, "border-color": colour("soft") } },
      ...STATES.map((state) => ({ selector: `.${className(state)}`, style: { "background-color": colour(className(state)) } })),
      { selector: ".own", style: { "border-style": "double", "border-width": 4 } },
      { selector: ".retired", style: { "border-style": "dotted", "border-width": 2 } },
      { selector: "node.ring", style: { "border-color": colour("ring") } },
      { selector: ".group", style: { shape: "cut-rectangle", "border-width": 2 } },
      { selector: ".around", style: { width: 10, height: 10, "background-color": colour("raised"), "background-opacity": 0.6, "border-color": colour("line"), "text-valign": "top", "font-size": 12, color: colour("soft") } },
      { selector: "edge", style: { width: "data(width)", "line-color": colour("key"), "target-arrow-color": colour("key"), "target-arrow-shape": "triangle", "arrow-scale": 0.9, "curve-style": "bezier", "control-point-step-size": 36, label: this.labels ? "data(columns)" : "data(label)", "font-size": 10, color: colour("soft"), "text-background-color": colour("ground"), "text-background-opacity": 0.85, "text-background-padding": 1, "text-wrap": "wrap", "min-zoomed-font-size": 7 } },
      { selector: "edge.routed", style: { "curve-style": "unbundled-bezier", "control-point-weights": (edge) => edge.scratch("controlPointWeights"), "control-point-distances": (edge) => edge.scratch("controlPointDistances"), "edge-distances": "intersection" } },
      { selector: "edge.read", style: { "line-style": "dashed", width: 1.2, "line-color": colour("read"), "target-arrow-color": colour("read"), "target-arrow-shape": "vee", color: colour("read") } },
      { selector: "edge.ring", style: { "line-color": colour("ring"), "target-arrow-color": colour("ring") } },
      { selector: ".faint", style: { opacity: 0.13 } },
      { selector: ".chosen", style: { "border-width": 3, "border-color": colour("accent") } },
      { selector: "edge.near", style: { label: "data(columns)", "z-index": 9, "text-background-opacity": 1 } },
      ...levels.map((level) => ({ selector: `.level-${level}`, style: { "background-color": colour(level) } })),
    ]);
  }

  clear() {
    this.cy.elements().removeClass(["faint", "chosen", "near", ...levels.map((level) => `level-${level}`)].join(" "));
  }

  // Shows these schemas and the arrows for which `keep` holds, and lets the others fade.
  show(names, keep, chosen = []) {
    this.clear();
    const near = this.cy.edges().filter((edge) => keep(edge.data()));
    const places = names.map((name) => this.model.place(name));
    const nodes = this.cy.nodes().filter((node) => places.includes(node.id())).union(near.connectedNodes());
    this.cy.elements().difference(nodes.union(near).union(nodes.ancestors())).addClass("faint");
    near.addClass("near");
    for (const name of chosen) this.node(name).addClass("chosen");
    return nodes;
  }

  node(name) {
    return this.cy.getElementById(this.model.place(name));
  }

  reach(name) {
    const node = this.node(name);
    if (!node.nonempty()) return;
    const [view, box] = [this.cy.extent(), node.boundingBox()];
    const seen = box.x1 >= view.x1 && box.x2 <= view.x2 && box.y1 >= view.y1 && box.y2 <= view.y2;
    if (!seen || this.cy.zoom() < 0.45) this.cy.animate({ center: { eles: node }, zoom: Math.max(this.cy.zoom(), 0.8), duration: 200 });
  }
}

const size = (lines) => ({
  w: Math.max(110, 24 + 7.3 * Math.max(...lines.map((line) => line.length))),
  h: 18 + 17 * lines.length,
});

function arrowLabel({ keys, reads, kind }) {
  if (kind === "read") return reads.some((read) => !read.what) ? "reads" : "reads some";
  return keys.length === 1 ? `${keys[0].column} ${keys[0].on_delete}` : counted(keys.length, "key");
}

function arrowColumns({ keys, reads, kind }) {
  if (kind === "read") return reads.map((read) => (read.what ? `reads ${read.what}` : "reads")).join("\n");
  const lines = keys.slice(0, 8).map((key) => `${key.table}.${key.column} ${key.on_delete}`);
  return [...lines, ...(keys.length > 8 ? [`and ${keys.length - 8} more`] : [])].join("\n");
}
