// The same facts as tables: the schemas, the keys, and what each role may do where.

import { counted, h } from "../shared/dom.js";
import { levels, rowsText, strongest } from "./model.js";
import { badges } from "./panel.js";

export function schemasTable({ facts, crossing }, choose) {
  const count = (side, name) => crossing.filter((key) => key[side] === name).length;
  return h("table", {},
    head(["Schema", "State", ["Tables"], ["Rows"], ["Keys in"], ["Keys out"], "Reads", "Session"]),
    h("tbody", {}, facts.boxes.map((box) => h("tr", {},
      h("td", {}, h("button", { type: "button", class: "plain", onclick: () => choose({ kind: "schema", name: box.name }) }, box.name)),
      h("td", {}, badges(box.states)),
      number(box.tables.length), h("td", { class: "number" }, rowsText(box)), number(count("to_schema", box.name)), number(count("schema", box.name)),
      h("td", {}, facts.reads.filter((read) => read.schema === box.name).map((read) => read.what || read.of).join(", ")),
      h("td", {}, box.session)))));
}

export function keysTable({ crossing }) {
  return h("table", {},
    head(["From", "Column", "To", "On delete", "Kind"]),
    h("tbody", {}, crossing.map((key) => h("tr", {},
      ...[`${key.schema}.${key.table}`, key.column, `${key.to_schema}.${key.to_table}.${key.to_column}`, key.on_delete, key.kind].map((text) => h("td", {}, text))))));
}

const LETTERS = { owns: "o", writes: "w", reads: "r", keys: "k" };

export function rightsTable(model, choose) {
  const { facts } = model;
  return h("div", {},
    h("p", { class: "soft" }, `What each of ${counted(facts.roles.length, "role")} may do in each schema itself, and a login by SET ROLE. Elsewhere PostgreSQL refuses it, with SQLSTATE 42501.`),
    h("p", {}, levels.map((level) => h("span", { class: "badge", style: `background: var(--${level})` }, `${LETTERS[level]} ${level === "keys" ? "columns of keys, for checks" : level}`))),
    h("table", { class: "matrix" },
      h("thead", {}, h("tr", {}, h("th", {}, "Role"), facts.boxes.map((box) => h("th", { class: "turned" }, h("span", {}, box.name))))),
      h("tbody", {}, facts.roles.map((role) => {
        const rights = role.login ? model.rightsIn(role.name) : new Map(facts.boxes.map((box) => [box.name, role.rights.filter((right) => right.schema === box.name)]));
        return h("tr", {},
          h("th", {}, h("button", { type: "button", class: "plain", onclick: () => choose({ kind: "role", name: role.name }) }, role.name)),
          facts.boxes.map((box) => {
            const level = strongest(rights.get(box.name) ?? []);
            return h("td", { class: "cell", style: level && `background: var(--${level})`, title: `${role.name} in ${box.name}: ${(rights.get(box.name) ?? []).map((right) => right.what).join("; ") || "nothing"}` }, level ? LETTERS[level] : "");
          }));
      }))));
}

const number = (value) => h("td", { class: "number" }, value.toLocaleString("en"));
const head = (titles) => h("thead", {}, h("tr", {}, titles.map((title) => (Array.isArray(title) ? h("th", { class: "number" }, title[0]) : h("th", {}, title)))));
