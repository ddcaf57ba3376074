// The side of the map: what is known of the schema, table, role or arrow that was chosen.

import { counted, h } from "../shared/dom.js";
import { keyText, rowsText, strongest } from "./model.js";

export class Panel {
  constructor(element, model, choose) {
    Object.assign(this, { element, model, choose });
  }

  put(...children) {
    this.element.replaceChildren(...children.flat().filter(Boolean));
    this.element.scrollTop = 0;
  }

  link(choice, text) {
    return h("button", { type: "button", class: "plain", onclick: () => this.choose(choice) }, text ?? choice.name);
  }

  overview() {
    const { facts, crossing, groups } = this.model;
    this.put(
      h("h2", {}, "All schemas"),
      h("p", { class: "soft" }, `${counted(facts.boxes.length, "schema")}, ${counted(crossing.length, "key")} between them, ${counted(facts.reads.length, "read")}. Click a schema, an arrow or a role.`),
      facts.rings.length > 0 && section("Cycles", facts.rings.map((ring) => h("li", {}, ring.way, h("div", { class: "soft" }, ring.advice)))),
      this.model.grouped && section("Groups", [...groups].map(([group, names]) => h("li", {}, this.link({ kind: "group", name: group }, `${this.model.folded.has(group) ? "▸" : "▾"} ${group} (${names.length})`)))),
      section("Logins", facts.roles.filter((role) => role.login).map((role) => this.roleLine(role))),
      section("Schemas", facts.boxes.map((box) => h("li", {}, this.link({ kind: "schema", name: box.name }), " ", badges(box.states)))),
    );
  }

  roleLine(role) {
    return h("li", {}, this.link({ kind: "role", name: role.name }), role.login && h("span", { class: "soft" }, " login"), h("div", { class: "soft" }, role.purpose));
  }

  schema(name) {
    const box = this.model.boxes.get(name);
    const { facts, crossing } = this.model;
    const out = crossing.filter((key) => key.schema === name);
    const into = crossing.filter((key) => key.to_schema === name);
    const reads = facts.reads.filter((read) => read.schema === name);
    const readers = facts.reads.filter((read) => read.of === name);
    const ring = facts.rings[this.model.rings.get(name)];
    this.put(
      h("h2", {}, name),
      h("p", {}, badges(box.states)),
      h("p", { class: "soft" }, `${box.apps.length === 1 ? "App" : "Apps"} ${box.apps.join(", ")}; alias ${box.alias}; ${box.session} session${box.retired ? `; retired, ${box.retired}` : ""}`),
      ring && section("In a cycle", [h("li", {}, ring.way, h("div", { class: "soft" }, ring.advice))]),
      box.lines.length > 0 && section("To do", box.lines.map((line) => h("li", {}, line.text, line.hint && h("div", { class: "soft" }, line.hint)))),
      section(`${counted(box.tables.length, "table")}${box.rows == null ? "" : `, ${rowsText(box)} rows`}`, [], this.tables(box)),
      out.length > 0 && section(`Holds ${counted(out.length, "key")}`, out.map((key) => this.keyLine(key))),
      into.length > 0 && section(`${counted(into.length, "key")} of it held`, into.map((key) => this.keyLine(key))),
      reads.length > 0 && section("Reads", reads.map((read) => h("li", {}, this.link({ kind: "schema", name: read.of }), read.what && ` ${read.what}`))),
      readers.length > 0 && section("Read by", readers.map((read) => h("li", {}, this.link({ kind: "schema", name: read.schema }), read.what && ` ${read.what}`))),
      section("Roles", facts.roles.filter((role) => role.rights.some((right) => right.schema === name)).map((role) =>
        h("li", {}, this.link({ kind: "role", name: role.name }), ...role.rights.filter((right) => right.schema === name).map((right) => h("div", { class: "soft" }, right.what))))),
    );
  }

  tables(box) {
    return h("table", {}, h("tbody", {}, box.tables.map((table) =>
      h("tr", {}, h("td", {}, this.link({ kind: "table", schema: box.name, name: table.name })),
        h("td", { class: "number" }, table.rows == null ? "" : `${table.about ? "~" : ""}${table.rows.toLocaleString("en")}`)))));
  }

  keyLine(key) {
    return h("li", {}, this.link({ kind: "table", schema: key.schema, name: key.table, column: key.column }, `${key.table}.${key.column}`),
      h("div", { class: "soft" }, `→ ${key.to_schema}.${key.to_table}.${key.to_column}, ${key.on_delete}${key.kind === "pending" ? ", still a foreign key" : ""}`));
  }

  table(schema, name) {
    const box = this.model.boxes.get(schema);
    const table = box.tables.find((each) => each.name === name);
    const of = (key, side) => key[`${side}schema`] === schema && key[`${side}table`] === name;
    const out = this.model.facts.keys.filter((key) => of(key, ""));
    const into = this.model.facts.keys.filter((key) => of(key, "to_"));
    this.put(
      h("h2", {}, `${schema}.${name}`),
      h("p", { class: "soft" }, [table?.model && `model ${table.model}`, table?.rows != null && `${table.about ? "about " : ""}${counted(table.rows, "row")}`].filter(Boolean).join(", ")),
      h("p", {}, this.link({ kind: "schema", name: schema }, `All of ${schema}`)),
      section(`Holds ${counted(out.length, "key")}`, out.map((key) => this.keyLine(key))),
      section(`${counted(into.length, "key")} of it held`, into.map((key) => this.keyLine(key))),
    );
  }

  role(name) {
    const role = this.model.facts.roles.find((each) => each.name === name);
    const rights = this.model.rightsIn(name);
    this.put(
      h("h2", {}, name),
      h("p", { class: "soft" }, `${role.login ? "A login. " : ""}${role.purpose}`),
      section("May do", [...rights].map(([schema, those]) =>
        h("li", {}, h("span", { class: "badge", style: `background: var(--${strongest(those)})` }, strongest(those)), this.link({ kind: "schema", name: schema }),
          [...new Set(those.map((right) => `${right.what}${right.as === name ? "" : `, as ${right.as}`}`))].map((text) => h("div", { class: "soft" }, text))))),
      !rights.size && h("p", {}, "Nothing in any schema."),
      role.acts_as.length > 0 && section("May act as", role.acts_as.map((other) => h("li", {}, this.link({ kind: "role", name: other })))),
      section("Of this role", this.model.facts.roles.filter((each) => each.acts_as.includes(name)).map((each) => h("li", {}, this.link({ kind: "role", name: each.name }), " may act as it"))),
    );
  }

  arrow({ source, target, keys, reads }) {
    const short = (id) => id.slice(id.indexOf(" ") + 1);
    this.put(
      h("h2", {}, `${short(source)} → ${short(target)}`),
      keys.length > 0 && section(counted(keys.length, "key"), keys.map((key) => this.keyLine(key))),
      reads.length > 0 && section("Reads", reads.map((read) => h("li", {}, read.what || `all of ${read.of}`))),
    );
  }

  found(list) {
    const name = (item) => (item.kind === "table" ? `${item.schema}.${item.name}${item.column ? `.${item.column}` : ""}` : item.name);
    this.put(h("h2", {}, list.length ? `${list.length} found` : "Nothing found"), h("ul", { id: "found" }, list.map((item) => h("li", {}, this.link(item, name(item)), h("span", { class: "soft" }, ` ${item.kind}`)))));
  }
}

export const badges = (states) => states.map((state) => h("span", { class: "badge", style: `background: var(--${state.replaceAll(" ", "-")})` }, state));
export const tipLines = (data) =>
  data.keys.length ? data.keys.slice(0, 12).map(keyText).concat(data.keys.length > 12 ? [`and ${data.keys.length - 12} more`] : []) : data.reads.map((read) => `${read.schema} reads ${read.what || `all of ${read.of}`}`);

function section(title, items, ...more) {
  return h("section", {}, h("h3", {}, title), items.length > 0 && h("ul", {}, items), ...more);
}
