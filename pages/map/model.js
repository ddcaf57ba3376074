// What the map draws, of the facts: boxes or groups of them, and arrows that stand for several keys.

export class Model {
  constructor(facts) {
    this.facts = facts;
    this.boxes = new Map(facts.boxes.map((box) => [box.name, box]));
    this.crossing = facts.keys.filter((key) => key.schema !== key.to_schema);
    this.rings = new Map();
    facts.rings.forEach((ring, number) => ring.schemas.forEach((name) => this.rings.set(name, number)));
    this.groups = new Map();
    for (const box of facts.boxes) {
      if (box.group) this.groups.set(box.group, [...(this.groups.get(box.group) ?? []), box.name]);
    }
    this.grouped = facts.boxes.length > 24 && this.groups.size > 0;
    this.folded = new Set(facts.boxes.length > 40 ? this.groups.keys() : []);
  }

  // Where a schema is drawn: in a box of its own, or in that of its group.
  place(name) {
    const group = this.boxes.get(name)?.group;
    return this.grouped && group && this.folded.has(group) ? `group ${group}` : `schema ${name}`;
  }

  arrows() {
    const found = new Map();
    const add = (from, to, kind, what) => {
      const [source, target] = [this.place(from), this.place(to)];
      if (source === target || !this.boxes.has(from) || !this.boxes.has(to)) return;
      const id = `${kind} ${source} ${target}`;
      if (!found.has(id)) found.set(id, { id, source, target, kind, keys: [], reads: [], ring: false });
      const arrow = found.get(id);
      arrow[kind === "read" ? "reads" : "keys"].push(what);
      if (kind === "key" && this.rings.has(from) && this.rings.get(from) === this.rings.get(to)) arrow.ring = true;
    };
    for (const key of this.crossing) add(key.schema, key.to_schema, "key", key);
    for (const read of this.facts.reads) add(read.schema, read.of, "read", read);
    return [...found.values()];
  }

  rightsIn(role) {
    const levels = new Map();
    const seen = new Set();
    const follow = (name) => {
      if (seen.has(name)) return;
      seen.add(name);
      const found = this.facts.roles.find((each) => each.name === name);
      for (const right of found?.rights ?? []) {
        levels.set(right.schema, [...(levels.get(right.schema) ?? []), { ...right, as: name }]);
      }
      found?.acts_as.forEach(follow);
    };
    follow(role);
    return levels;
  }

  search(text) {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    if (!words.length) return [];
    const fits = (name) => words.every((word) => name.toLowerCase().includes(word));
    const found = [];
    for (const box of this.facts.boxes) {
      if (fits(box.name) || box.apps.some(fits)) found.push({ kind: "schema", name: box.name });
      for (const table of box.tables) {
        if (fits(`${box.name}.${table.name} ${table.model}`)) {
          found.push({ kind: "table", schema: box.name, name: table.name });
        }
      }
    }
    for (const role of this.facts.roles) if (fits(role.name)) found.push({ kind: "role", name: role.name });
    for (const key of this.facts.keys) {
      if (fits(`${key.table}.${key.column}`)) {
        found.push({ kind: "table", schema: key.schema, name: key.table, column: key.column });
      }
    }
    const order = ({ kind, name }) => (name.toLowerCase() === text.toLowerCase() ? 0 : { schema: 1, role: 2, table: 3 }[kind]);
    return found.sort((one, other) => order(one) - order(other)).slice(0, 60);
  }
}

export const levels = ["owns", "writes", "reads", "keys"];
export const strongest = (rights) => levels.find((level) => rights.some((right) => right.level === level));
export const keyText = (key) =>
  `${key.table}.${key.column} → ${key.to_schema}.${key.to_table}.${key.to_column}  ${key.on_delete}`;
export const rowsText = (box) => (box.rows == null ? "" : `${box.about ? "~" : ""}${box.rows.toLocaleString("en")}`);
