// The map in a real browser: what is drawn, clicked and searched, and that nobody is asked for anything.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { close, on, open, picture } from "../browser.mjs";

before(open);
after(close);

const nodes = (page) => page.evaluate(() => window.appschemas.nodes());
const edges = (page) => page.evaluate(() => window.appschemas.edges());
const bright = (list) => list.filter((each) => !each.faint).map((each) => each.id).sort();
const side = (page) => page.locator("#side").innerText();

async function click(page, { at }) {
  const box = await page.locator("#graph").boundingBox();
  await page.mouse.click(box.x + at.x, box.y + at.y);
}

for (const count of [3, 15, 100]) {
  test(`${count} schemas are drawn, none over another`, () =>
    on(`map-${count}`, async (page) => {
      const drawn = await nodes(page);
      const boxes = drawn.filter(({ classes }) => classes.includes("schema") || classes.includes("group"));
      const places = new Set(boxes.map(({ at }) => `${Math.round(at.x)} ${Math.round(at.y)}`));
      assert.equal(places.size, boxes.length);
      if (count < 100) assert.equal(boxes.length, count);
      await picture(page, `map-${count}`);
    }));
}

test("a click on a schema shows its arrows and its tables, and one beside it takes that back", () =>
  on("map-3", async (page) => {
    const [first] = (await nodes(page)).filter(({ id }) => id === "schema boost_app_00");
    await click(page, first);

    assert.match(await side(page), /boost_app_00_item/);
    assert.ok((await edges(page)).filter(({ faint }) => !faint).every(({ id }) => id.includes("boost_app_00")));

    await page.keyboard.press("Escape");
    assert.equal((await nodes(page)).filter(({ faint }) => faint).length, 0);
    assert.match(await side(page), /All schemas/);
  }));

test("a click on an arrow tells its columns and what becomes of them", () =>
  on("map-3", async (page) => {
    const arrow = (await edges(page)).find(({ id }) => id.startsWith("key schema boost_app_00"));
    await click(page, arrow);

    assert.match(await side(page), /boost_app_00_item\.peer_id\n→ cppa_app_01\.cppa_app_01_item\.id, CASCADE/);
  }));

test("a table's keys and a role's rights are shown", () =>
  on("map-15", async (page) => {
    await page.fill("#search", "cppa_user_tracker_githubaccount");
    await page.keyboard.press("Enter");
    assert.match(await side(page), /held/i);
    const near = bright(await nodes(page));
    assert.ok(near.includes("schema github_activity_tracker"), near.join());
    assert.ok(!near.includes("schema cppa_slack_tracker"), near.join());

    await page.fill("#search", "boost_library_usage_dashboard_rw");
    await page.keyboard.press("Enter");
    const rights = bright(await nodes(page));
    assert.deepEqual(rights, ["boost_library_tracker", "boost_library_usage_dashboard", "boost_usage_tracker", "github_activity_tracker"].map((name) => `schema ${name}`));
    await picture(page, "map-role");
  }));

test("a search finds among a hundred, and a group unfolds", () =>
  on("map-100", async (page) => {
    const before = (await nodes(page)).length;
    await page.fill("#search", "lab_app_30");
    assert.match(await side(page), /found/);
    await page.keyboard.press("Enter");
    assert.match(await side(page), /lab_app_30_item/);

    await page.keyboard.press("Escape");
    await page.fill("#search", "");
    await page.locator("#side").getByText("lab (").click();
    assert.ok((await nodes(page)).length > before + 5);
    await picture(page, "map-100-unfolded");

    await page.click("#grouped");
    assert.equal((await nodes(page)).filter(({ classes }) => classes.includes("schema")).length, 100);
    await picture(page, "map-100-all");
  }));

test("cycles and states are marked", () =>
  on("map-15-made-up", async (page) => {
    const ring = (await nodes(page)).filter(({ classes }) => classes.includes("ring")).map(({ id }) => id);
    assert.deepEqual(ring.sort(), ["schema boost_app_00", "schema cppa_app_01"]);
    const states = new Set((await nodes(page)).flatMap(({ classes }) => classes));
    for (const state of ["in-step", "pending", "drift", "orphans"]) assert.ok(states.has(state), state);
  }));

test("it can be read in the dark, zoomed, printed and as tables", () =>
  on(
    "map-15",
    async (page) => {
      assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(13, 17, 23)");
      await picture(page, "map-dark");
      await page.click("#theme");
      assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(255, 255, 255)");

      const zoom = await page.evaluate(() => window.appschemas.zoom());
      const box = await page.locator("#graph").boundingBox();
      await page.mouse.move(box.x + 200, box.y + 200);
      await page.mouse.wheel(0, -300);
      await page.waitForFunction((was) => window.appschemas.zoom() > was, zoom);

      await page.click("#tab-schemas");
      assert.equal(await page.locator("#view-schemas tbody tr").count(), 15);
      await page.click("#tab-rights");
      const cell = page.locator('#view-rights td[title^="cppa_user_tracker_rw in cppa_user_tracker:"]');
      assert.equal(await cell.innerText(), "w");
      await picture(page, "map-rights");

      assert.ok((await page.pdf({ format: "A4", landscape: true })).length > 20_000);
    },
    { dark: true },
  ));

test("no name is taken for markup", () =>
  on("map-hostile", async (page) => {
    assert.equal(await page.evaluate(() => window.broken), undefined);
    assert.equal(await page.locator("#side b, #view-rights b, script").count(), 2);
    const names = (await nodes(page)).map(({ id }) => id);
    assert.ok(names.includes("schema </script><script>window.broken = 1</script>"), names.join("\n"));
    for (const word of ["naïve_ünïcode_表_🐘", "<!-- <script>", "${program} $facts"]) {
      await page.fill("#search", word);
      await page.keyboard.press("Enter");
      assert.ok((await side(page)).includes(word), word);
    }
  }));

test("a map without a database says so", () =>
  on("map-no-database", async (page) => {
    assert.match(await page.locator("header").innerText(), /no database was asked/);
    assert.ok((await nodes(page)).every(({ classes }) => classes.includes("not-looked-at")));
  }));
