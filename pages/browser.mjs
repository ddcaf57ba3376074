// A page in a real browser, which fails for a complaint of the browser or a request of the page.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const folder = process.env.MAP_PAGES;
const pictures = process.env.MAP_PICTURES;
let context, profile;

export async function open() {
  profile = mkdtempSync(join(tmpdir(), "chromium-"));
  context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    viewport: { width: 1280, height: 800 },
    colorScheme: "light",
  });
}

export async function close() {
  await context?.close();
  rmSync(profile, { recursive: true, force: true });
}

// Opens the page of that name and does something there.
export async function on(name, act, options = {}) {
  const page = await context.newPage();
  const complaints = [];
  const address = pathToFileURL(join(folder, `${name}.html`)).href;
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => request.url() !== address && !request.url().startsWith("data:") && complaints.push(`asked for ${request.url()}`));
  try {
    if (options.dark) await page.emulateMedia({ colorScheme: "dark" });
    await page.goto(address);
    await page.waitForSelector("header h1");
    await act(page);
    assert.deepEqual(complaints, []);
  } finally {
    await page.close();
  }
}

// The same on a page of the running project, after its login; it may ask its own server alone.
export async function onSite(path, act) {
  const site = process.env.SITE;
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => !request.url().startsWith(`${site}/`) && !request.url().startsWith("data:") && complaints.push(`asked for ${request.url()}`));
  try {
    await page.goto(`${site}${path}`);
    if (page.url().includes("/login/")) {
      await page.fill("#id_username", "admin");
      await page.fill("#id_password", process.env.SITE_PASSWORD);
      await page.click("[type=submit]");
      await page.waitForURL(`${site}${path}`);
    }
    await act(page);
    assert.deepEqual(complaints, []);
  } finally {
    await page.close();
  }
}

export const picture = (page, name) => pictures && page.screenshot({ path: join(pictures, `${name}.png`) });
