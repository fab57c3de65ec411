// A failed request of the sample, as the real Spotlight received and shows it.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openBrowser, openPage, shot, skip } from "../lib/browser.mjs";
import { openShop, sourceLine } from "../lib/shop.mjs";
import { openSpotlight } from "../lib/spotlight.mjs";

/** Innermost cause first, as events have them; with the code at the line of each own frame. */
const THROWN = [
  {
    module: "java.lang",
    type: "ArithmeticException",
    value: "/ by zero",
    own: [
      ["PriceList.centsForEach", /pack\.centsForEach\(\)/],
      ["Pack.centsForEach", /cents \/ pieces/],
    ],
  },
  {
    module: "com.example.shop.domain",
    type: "PriceException",
    value: 'no price for one of "Candles"',
    own: [
      ["Checkout.total", /prices::centsForEach/],
      ["PriceList.centsForEach", /throw new PriceException/],
    ],
  },
  {
    module: "com.example.shop.domain",
    type: "CheckoutException",
    value: "cart c-1042 cannot be checked out",
    own: [
      ["PageRulesFilter.doFilter", /chain\.doFilter/],
      ["ShopperFilter.doFilter", /chain\.doFilter/],
      ["BoomServlet.doGet", /checkout\.total/],
      ["Checkout.total", /throw new CheckoutException/],
    ],
  },
];

describe("Spotlight", { timeout: 240_000 }, () => {
  let spotlight;
  let shop;
  let answer;
  let event;

  before(async () => {
    spotlight = await openSpotlight();
    const named = { SENTRY_RELEASE: "shop@2.4.1", SENTRY_ENVIRONMENT: "staging" };
    shop = await openShop({ SENTRY_DSN: spotlight.dsn, ...named });
    answer = await fetch(shop.url + "boom?aisle=7", { headers: { "X-Aisle": "seven" } });
    const requestId = answer.headers.get("X-Request-ID");
    event = await spotlight.event(({ tags }) => tags?.request_id === requestId);
  });

  after(async () => {
    await shop?.close();
    await spotlight?.close();
  });

  test("receives the event that the answer named", () => {
    assert.equal(answer.status, 500);
    assert.equal(event.event_id, answer.headers.get("X-Event-ID"));
    assert.equal(event.level, "error");
  });

  test("receives all three exceptions, each behind its cause", () => {
    const named = ({ module, type, value }) => ({ module, type, value });
    assert.deepEqual(event.exception.values.map(named), THROWN.map(named));
    const links = event.exception.values.map(({ mechanism }) => [
      mechanism.exception_id,
      mechanism.parent_id,
      mechanism.handled,
    ]);
    assert.deepEqual(links, [
      [2, 1, false],
      [1, 0, false],
      [0, undefined, false],
    ]);
  });

  test("receives the frames, the innermost last, and each line is where it happened", () => {
    const own = event.exception.values.map(({ stacktrace }) =>
      stacktrace.frames.filter((frame) => frame.in_app),
    );
    const calls = own.map((frames) => frames.map(callOf));
    assert.deepEqual(
      calls,
      THROWN.map((thrown) => thrown.own.map(([call]) => call)),
    );
    THROWN.forEach((thrown, i) =>
      thrown.own.forEach(([, code], j) => assert.match(sourceLine(own[i][j]), code)),
    );
  });

  test("receives library frames as such, the thread's beginning first", () => {
    const outermost = event.exception.values.at(-1).stacktrace.frames[0];
    assert.equal(callOf(outermost), "Thread.run");
    assert.ok(!outermost.in_app);
  });

  test("receives the breadcrumbs in order", () => {
    assert.deepEqual(
      event.breadcrumbs.values.map(({ category, message, level }) => [category, message, level]),
      [
        ["cart", "cart opened, 2 packs in it", "info"],
        ["price", "price list loaded", "info"],
      ],
    );
  });

  test("receives the request", () => {
    const { method, url, query_string: query, headers } = event.request;
    assert.deepEqual([method, url], ["GET", shop.url + "boom"]);
    assert.match(JSON.stringify(query), /aisle\W+7/);
    assert.equal(headers["X-Aisle"], "seven");
    assert.equal(headers.Host, new URL(shop.url).host);
    assert.equal(event.transaction, "GET /boom");
    assert.equal(event.contexts.response.status_code, 500);
  });

  test("receives whose request it was, of what and where", () => {
    assert.deepEqual(event.tags, {
      cart: "c-1042",
      request_id: answer.headers.get("X-Request-ID"),
      tenant: "north",
    });
    assert.equal(event.user.id, "shopper-17");
    assert.equal(event.release, "shop@2.4.1");
    assert.equal(event.environment, "staging");
  });

  test("shows it in Chromium", { skip, timeout: 60_000 }, async () => {
    const browser = await openBrowser();
    try {
      const { page, foreign } = await openPage(browser);
      await page.goto(spotlight.url + "/telemetry/errors");
      // Its list and title name what was thrown first.
      await page.getByText("ArithmeticException").first().click();
      for (const { type, value, own } of THROWN) {
        await page.getByText(type, { exact: true }).first().waitFor();
        await page.getByText(value, { exact: true }).first().waitFor();
        const innermost = own.at(-1)[0].replace(".", " in ");
        await page.getByText(innermost + " at line").first().waitFor();
      }
      await page.screenshot({ path: shot("spotlight"), fullPage: true });
      await page.getByText("Breadcrumbs", { exact: true }).first().click();
      await page.getByText("price list loaded").first().waitFor();
      // Spotlight's own page reports to its makers; nothing else may want to leave.
      assert.deepEqual(
        foreign.filter((host) => !host.endsWith(".sentry.io")),
        [],
      );
    } finally {
      await browser.close();
    }
  });
});

describe("Spotlight's waterfall", { timeout: 240_000 }, () => {
  let spotlight;
  let shop;
  let answer;
  let transaction;

  before(async () => {
    spotlight = await openSpotlight();
    shop = await openShop({ SENTRY_DSN: spotlight.dsn, SENTRY_ENVIRONMENT: "development" });
    answer = await (await fetch(shop.url + "api/stocktaking")).json();
    transaction = await spotlight.transaction(({ transaction: name }) => name === "GET /api/stocktaking");
  });

  after(async () => {
    await shop?.close();
    await spotlight?.close();
  });

  test("receives a query for every shelf, and which one is repeated", () => {
    const queries = transaction.spans.filter(({ op }) => op === "db.query");
    assert.equal(queries.length, 1 + answer.shelves);
    const repeated = "SELECT SUM(pieces) FROM article WHERE shelf = ?";
    assert.equal(queries.at(-1).description, repeated);
    assert.deepEqual(transaction.contexts.whence.repeated_queries, [
      { statement: repeated, count: answer.shelves },
    ]);
    assert.equal(transaction.measurements["stock.pieces"].value, answer.pieces);
  });

  test("shows it in Chromium", { skip, timeout: 60_000 }, async () => {
    const browser = await openBrowser();
    try {
      const { page } = await openPage(browser);
      await page.goto(`${spotlight.url}/telemetry/traces/${transaction.contexts.trace.trace_id}`);
      await page.getByText("take stock").first().waitFor();
      await page.getByText("http.server").nth(1).waitFor(); // the carrier's, below the call
      assert.ok((await page.getByText("SELECT SUM(").count()) >= answer.shelves);
      await page.screenshot({ path: shot("waterfall"), fullPage: true });
    } finally {
      await browser.close();
    }
  });
});

function callOf(frame) {
  return frame.module.split(".").pop() + "." + frame.function;
}
