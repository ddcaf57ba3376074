// Builds the programs of the pages into the package, with the licences of what is in them.
//
//   node build.mjs           writes them
//   node build.mjs --check   writes nothing; exit code 1 if it would write something else
//
// Each begins with the digest of its sources, which a test of the package compares without npm.

import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync, existsSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const engine = join(here, "..", "routers", "appschemas");
const programs = {
  "map/main.js": join(engine, "management", "map", "map.js"),
  "audit/main.js": join(engine, "auditing", "pages", "audit.js"),
};
const licences = join(engine, "auditing", "pages", "LICENSES.txt");

function sources(entry) {
  const folders = [dirname(entry), "shared"];
  const files = folders.flatMap((folder) =>
    readdirSync(join(here, folder))
      .filter((name) => name.endsWith(".js"))
      .sort()
      .map((name) => `${folder}/${name}`),
  );
  return [...files, "build.mjs", "package-lock.json"];
}

function digest(entry) {
  const hash = createHash("sha256");
  for (const file of sources(entry)) hash.update(readFileSync(join(here, file)));
  return hash.digest("hex").slice(0, 16);
}

const written = {};
const packages = new Set();
for (const [entry, output] of Object.entries(programs)) {
  const result = await build({
    absWorkingDir: here,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    charset: "ascii",
    legalComments: "none",
    metafile: true,
    write: false,
    banner: { js: `/* Built from pages/ ${digest(entry)}; licences: LICENSES.txt */` },
  });
  written[output] = result.outputFiles[0].text;
  for (const input of Object.keys(result.metafile.inputs)) {
    const found = /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (found) packages.add(found[1]);
  }
}
// What cytoscape-dagre brings along in its own file.
packages.add("@dagrejs/dagre").add("@dagrejs/graphlib");
written[licences] = [...packages]
  .sort()
  .filter((name) => existsSync(join(here, "node_modules", name)))
  .map((name) => {
    const folder = join(here, "node_modules", name);
    const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const licence = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
    if (!licence) throw new Error(`${name} has no licence file.`);
    return `${name} ${version}\n\n${readFileSync(join(folder, licence), "utf8").trim()}\n`;
  })
  .join(`\n${"-".repeat(78)}\n\n`);

let stale = 0;
for (const [path, text] of Object.entries(written)) {
  if (/<\/script|<!--/i.test(text) && path.endsWith(".js")) throw new Error(`${path} would end its element.`);
  const current = existsSync(path) && readFileSync(path, "utf8") === text;
  if (process.argv.includes("--check")) {
    if (!current) {
      console.error(`${relative(join(here, ".."), path)} is stale; run: make pages`);
      stale = 1;
    }
  } else writeFileSync(path, text);
  console.log(`${relative(join(here, ".."), path)} ${(text.length / 1024).toFixed(0)} kB`);
}
process.exit(stale);
