// The reference project as `make demo` serves it: the admin, the map and the dashboard.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { close, onSite, open, picture } from "../browser.mjs";

before(open);
after(close);

test("the admin lists what lies in another schema, and searches it", async () => {
  await onSite("/admin/github_activity_tracker/gitcommit/", async (page) => {
    await page.waitForSelector("#result_list");
    await picture(page, "admin");
    assert.ok((await page.locator("#result_list tbody tr").count()) > 5);
    await page.fill("#searchbar", "no such commit");
    await page.click("#changelist-search [type=submit]");
    await page.waitForURL(/q=no/);
    assert.equal(await page.locator("#result_list tbody tr").count(), 0);
  });
});

test("the map of the running project opens a schema that is searched for", async () => {
  await onSite("/map/", async (page) => {
    await page.waitForSelector("header h1");
    await page.fill("input[type=search]", "github_activity");
    await page.keyboard.press("Enter");
    assert.match(await page.textContent("#side"), /github_activity_tracker/);
  });
});

test("the dashboard shows the history that was collected", async () => {
  await onSite("/dashboard/", async (page) => {
    assert.ok((await page.locator("svg").count()) >= 1);
    assert.match(await page.textContent("main"), /Commits a week/);
    await picture(page, "dashboard");
  });
});

test("the wall is one picture", async () => {
  await onSite("/map/", async (page) => {
    await page.click("#tab-rights");
    assert.ok((await page.locator("#view-rights td").count()) > 50);
    await picture(page, "wall");
  });
});
