// The audit: which code crosses, between which schemas, and what to write instead.

import { counted, facts as readFacts, h, themeButton } from "../shared/dom.js";

const facts = readFacts();
const chosen = { pair: null, kind: null, state: null, text: "" };

// Names may hold any letter but this one.
const BETWEEN = "\0";
const named = (pair) => pair.replace(BETWEEN, " and ");
const verdict = (crossing) => (crossing.refused === true ? "refused" : crossing.refused === false ? "allowed" : "to read");
const pairsOf = ({ schemas }) => schemas.flatMap((one, index) => schemas.slice(index + 1).map((other) => [one, other].sort().join(BETWEEN)));
const fits = (crossing) =>
  (!chosen.pair || pairsOf(crossing).includes(chosen.pair)) &&
  (!chosen.kind || crossing.kind === chosen.kind) &&
  (!chosen.state || crossing.state === chosen.state) &&
  [crossing.file, crossing.function, crossing.statement, ...crossing.tables, ...crossing.tests].join(" ").toLowerCase().includes(chosen.text);

const search = h("input", { id: "search", type: "search", placeholder: "File, table, SQL, test", "aria-label": "Search", oninput: () => pick({ text: search.value.toLowerCase() }) });
const list = h("section", { class: "view", id: "list" });
const pairs = h("section", { class: "view", id: "pairs" });
const filters = h("p", { id: "filters" });

document.body.append(
  h("header", {}, h("h1", {}, facts.title), h("span", { class: "soft" }, `${counted(facts.totals.statements ?? 0, "statement")}, ${counted(facts.crossings.length, "place")}`), h("span", { class: "grow" }), search, themeButton(() => {})),
  h("section", { class: "view" }, progress(), filters),
  pairs,
  list,
);
draw();

function pick(choice) {
  Object.assign(chosen, choice);
  draw();
}

// Where it stands against the baseline, and the reports before.
function progress() {
  const count = (state) => facts.crossings.filter((each) => each.state === state).length;
  const most = Math.max(1, ...facts.series.map((each) => each.refused));
  return h("div", {},
    facts.baseline != null && h("p", { id: "baseline" },
      `Of ${counted(facts.baseline, "place")} in the baseline, ${facts.gone.length} ${facts.gone.length === 1 ? "is" : "are"} gone and ${count("known")} left; ${count("new")} new.`),
    facts.series.length > 1 && h("table", { id: "series", class: "bars" },
      h("caption", { class: "soft" }, "Places that the wall would refuse, by report"),
      h("tbody", {}, facts.series.map((each) => h("tr", {}, h("th", {}, each.name), h("td", { class: "number" }, String(each.refused)), h("td", {}, h("span", { class: "bar", style: `width: ${((each.refused / most) * 320).toFixed(0)}px` })))))),
    facts.gone.length > 0 && h("details", {}, h("summary", {}, `${counted(facts.gone.length, "place")} gone: remove ${facts.gone.length === 1 ? "it" : "them"} from the baseline`),
      h("ul", {}, facts.gone.map((each) => h("li", {}, `${each.file} ${each.function}: ${each.kind} of ${each.tables.join(", ")}`)))));
}

function draw() {
  const kinds = [...new Set(facts.crossings.map((each) => each.kind))].sort();
  const button = (text, key, value) => h("button", { type: "button", "aria-pressed": String(chosen[key] === value), onclick: () => pick({ [key]: chosen[key] === value ? null : value }) }, text);
  filters.replaceChildren(
    ...kinds.flatMap((kind) => [button(`${kind} (${facts.crossings.filter((each) => each.kind === kind).length})`, "kind", kind), " "]),
    ...(facts.baseline != null ? ["new", "known"].flatMap((state) => [button(state, "state", state), " "]) : []),
    ...(chosen.pair ? [h("button", { type: "button", "aria-pressed": "true", onclick: () => pick({ pair: null }) }, `${named(chosen.pair)} ×`)] : []),
  );
  drawPairs();
  const shown = facts.crossings.filter(fits);
  list.replaceChildren(h("h2", {}, `${counted(shown.length, "place")}`), ...byFile(shown));
}

function byFile(crossings) {
  const files = new Map();
  for (const each of crossings) files.set(each.file, [...(files.get(each.file) ?? []), each]);
  return [...files].map(([file, those]) => h("section", {}, h("h3", {}, file), those.map(place)));
}

function place(crossing) {
  return h("article", { class: `crossing ${verdict(crossing).replace(" ", "-")}` },
    h("p", {}, h("b", {}, `line ${crossing.line}, ${crossing.function}`), " ",
      h("span", { class: "badge" }, `${crossing.kind}: ${verdict(crossing)}`),
      facts.baseline != null && h("span", { class: `badge ${crossing.state}` }, crossing.state),
      h("span", { class: "soft" }, ` ${crossing.schemas.join(", ") || "?"}; ${counted(crossing.count, "time")}`)),
    h("p", {}, h("code", {}, crossing.statement)),
    crossing.tests.length > 0 && h("p", { class: "soft" }, crossing.tests.slice(0, 6).join(", "), crossing.tests.length > 6 && ` and ${crossing.tests.length - 6} more`),
    h("p", {}, crossing.fix));
}

// Half of a square: which schemas meet, and in how many places.
function drawPairs() {
  const counts = new Map();
  for (const each of facts.crossings) for (const pair of pairsOf(each)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  const names = [...new Set([...counts.keys()].flatMap((pair) => pair.split(BETWEEN)))].sort();
  if (names.length < 2) return;
  const cell = (one, other) => {
    const pair = [one, other].sort().join(BETWEEN);
    const count = counts.get(pair);
    return h("td", { class: `cell${count ? " meets" : ""}` }, count && h("button", { type: "button", class: "plain", "aria-pressed": String(chosen.pair === pair), title: named(pair), onclick: () => pick({ pair: chosen.pair === pair ? null : pair }) }, String(count)));
  };
  pairs.replaceChildren(h("h2", {}, "Which schemas meet"), h("table", { class: "matrix" },
    h("thead", {}, h("tr", {}, h("th", {}), names.slice(0, -1).map((name) => h("th", { class: "turned" }, h("span", {}, name))))),
    h("tbody", {}, names.slice(1).map((one, row) => h("tr", {}, h("th", {}, one), names.slice(0, row + 1).map((other) => cell(one, other)))))));
}
