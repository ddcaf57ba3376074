// The audit's page in a real browser: what it lists, filters and finds.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { close, on, open, picture } from "../browser.mjs";

before(open);
after(close);

const places = (page) => page.locator("article.crossing").count();

test("it lists each place with what to write instead, against the baseline", () =>
  on("audit", async (page) => {
    assert.equal(await places(page), 11);
    assert.match(await page.locator("#baseline").innerText(), /Of 8 places in the baseline, 1 is gone and 7 left; 4 new/);
    assert.deepEqual(await page.locator("#series .number").allInnerTexts(), ["16", "0", "11"]);
    assert.match(await page.locator("article").first().innerText(), /Two statements/);
    await picture(page, "audit");
  }));

test("a pair of schemas, a state and a word narrow it down", () =>
  on("audit", async (page) => {
    await page.getByTitle("papers and people").click();
    assert.equal(await places(page), 2);
    await page.getByText("papers and people ×").click();

    await page.locator("#filters").getByText("new", { exact: true }).click();
    assert.equal(await places(page), 4);
    await page.fill("#search", "find_9");
    assert.equal(await places(page), 1);
  }));

test("SQL of a report is text", () =>
  on("audit", async (page) => {
    assert.match(await page.locator("article code").first().innerText(), /<\/script>/);
    assert.equal(await page.locator("script").count(), 2);
  }));
