import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const OWN_HOSTS = ["127.0.0.1", "localhost"];

export const executable = process.env.CHROMIUM ?? PLACES.find((place) => existsSync(place));

/** For the options of a test: why it cannot run, or false. */
export const skip = executable ? false : "no Chromium found; CHROMIUM may name one";

/** Starts Chromium; nothing that it asks for leaves this machine. */
export function openBrowser() {
  return chromium.launch({
    executablePath: executable,
    args: [
      "--disable-gpu",
      "--disable-quic",
      "--disable-background-networking",
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    ],
  });
}

/** Opens a page that notes what it asks for; what it wants from elsewhere is refused. */
export async function openPage(browser, { width = 1280, height = 900, scheme = "light" } = {}) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(15_000);
  const foreign = [];
  await context.route(
    (url) => !OWN_HOSTS.includes(url.hostname),
    (route) => {
      foreign.push(new URL(route.request().url()).hostname);
      return route.abort();
    },
  );
  const page = await context.newPage();
  const requests = [];
  const errors = [];
  page.on("request", (request) => requests.push(request));
  page.on("pageerror", (error) => errors.push({ text: String(error) }));
  page.on("console", (message) => {
    if (message.type() === "error") {
      errors.push({ text: message.text(), url: message.location().url });
    }
  });
  return {
    page,
    foreign,
    requests,
    complaints: (paths) => unexpected(errors, requests, paths),
    close: () => context.close(),
  };
}

/** Leaves out that the browser logs failed answers, where `paths` are expected to fail. */
async function unexpected(errors, requests, paths) {
  const failed = new Set();
  for (const request of requests) {
    const response = await request.response();
    if (response?.status() >= 400 && paths.has(new URL(request.url()).pathname)) {
      failed.add(request.url());
    }
  }
  return errors.filter(
    ({ text, url }) => !(text.startsWith("Failed to load resource") && failed.has(url)),
  );
}

/** Where a screenshot goes, for people to look at. */
export function shot(name) {
  return fileURLToPath(new URL(`../shots/${name}.png`, import.meta.url));
}
