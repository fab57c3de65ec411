// The sample's page in Chromium. What a button must do, it says itself in its data-attributes.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openBrowser, openPage, shot, skip } from "../lib/browser.mjs";
import { openShop } from "../lib/shop.mjs";
import { titleOf, Trouble } from "../lib/trouble.mjs";

const VIEWS = [
  { scheme: "light", width: 1280 },
  { scheme: "dark", width: 1280 },
  { scheme: "light", width: 390, height: 844 },
  { scheme: "dark", width: 390, height: 844 },
];

describe("The sample's page", { skip, timeout: 400_000 }, () => {
  let shop;
  let browser;

  before(async () => {
    shop = await openShop();
    browser = await openBrowser();
  });

  after(async () => {
    await browser?.close();
    await shop?.close();
  });

  /** Opens the shop's page, has `use` use it, and holds it to what holds for every page. */
  async function visit(view, use) {
    const opened = await openPage(browser, view);
    try {
      await opened.page.goto(shop.url);
      await opened.page.getByText("Set SENTRY_DSN to send them").waitFor();
      const troubles = await Trouble.all(opened);
      await use(opened.page, troubles, opened);
      const paths = new Set(troubles.map(({ path }) => path));
      assert.deepEqual(opened.foreign, [], "requests to elsewhere");
      assert.deepEqual(await opened.complaints(paths), [], "what the browser complained of");
    } finally {
      await opened.close();
    }
  }

  describe("in every view", { concurrency: VIEWS.length }, () => {
    for (const view of VIEWS) {
      const named = `${view.scheme}-${view.width}`;
      test(`shows what each button promises, ${named}`, { timeout: 120_000 }, async (t) => {
        await visit(view, async (page, troubles) => {
          assert.ok(troubles.length >= 12, `only ${troubles.length} buttons`);
          for (const trouble of troubles) {
            await t.test(`“${trouble.title}”`, async () => {
              const answer = await trouble.answerTo((button) => button.click());
              const { event } = await trouble.outcomeOf(answer);
              if (event) {
                await assertShows(page, event);
              }
              await assertFits(page);
            });
          }
        });
      });

      test(`can be looked at, ${named}`, { timeout: 30_000 }, async () => {
        await visit(view, async (page, troubles) => {
          const reported = troubles.find(({ silent }) => silent === undefined);
          await reported.outcomeOf(await reported.answerTo((button) => button.click()));
          await page.screenshot({ path: shot(`page-${named}`), fullPage: true });
        });
      });
    }
  });

  test("is dark where the reader wants it dark", { timeout: 30_000 }, async () => {
    const brightness = {};
    for (const scheme of ["light", "dark"]) {
      await visit({ scheme }, async (page) => {
        brightness[scheme] = await page.evaluate(() => {
          const channels = getComputedStyle(document.body).backgroundColor.match(/\d+/g);
          return Math.max(...channels.map(Number));
        });
      });
    }
    assert.ok(brightness.light > 200, `light is ${brightness.light}`);
    assert.ok(brightness.dark < 60, `dark is ${brightness.dark}`);
  });

  test("shows earlier events again", { timeout: 30_000 }, async () => {
    await visit({}, async (page, troubles) => {
      const [first, second] = troubles.filter(({ silent }) => silent === undefined);
      const { event } = await first.outcomeOf(await first.answerTo((button) => button.click()));
      await second.outcomeOf(await second.answerTo((button) => button.click()));

      await page.getByText("Earlier events").click();
      await page.locator("#list button").nth(1).click();

      const title = titleOf(event);
      await page.locator("#event").getByText(title).first().waitFor();
      await assertShows(page, event);
      assert.equal(await page.getByRole("status").textContent(), `Earlier event: ${title}`);
    });
  });

  test("keeps what it sends in confidence out of the event", { timeout: 60_000 }, async () => {
    await visit({}, async (page, troubles, { requests }) => {
      let shown = "";
      for (const trouble of troubles.filter(({ secrets }) => secrets !== undefined)) {
        const answer = await trouble.answerTo((button) => button.click());
        const { event } = await trouble.outcomeOf(answer);
        shown += JSON.stringify(event) + (await page.locator("#event").textContent());
      }
      const sent = (await Promise.all(requests.map(textOf))).join("\n");
      for (const [name, spellings] of Object.entries(await secretsOf(page))) {
        assert.ok(
          spellings.some((spelling) => sent.includes(spelling)),
          `${name} was never sent`,
        );
        for (const spelling of spellings) {
          assert.ok(!shown.includes(spelling), `${name} is in the event`);
        }
      }
    });
  });

  test("can be used by keyboard alone", { timeout: 120_000 }, async (t) => {
    await visit({}, async (page, troubles) => {
      const unfocused = await outlines(page);
      for (const [index, trouble] of troubles.entries()) {
        await t.test(`“${trouble.title}”`, async () => {
          await page.keyboard.press("Tab");
          assert.equal(await focused(page), index, "which button has the focus");
          assert.notEqual((await outlines(page))[index], unfocused[index], "visible focus");

          await trouble.answerTo(() => page.keyboard.press("Enter"));
          const answer = await trouble.answerTo(() => page.keyboard.press("Space"));
          await trouble.outcomeOf(answer);
          assert.equal(await focused(page), index, "which button has the focus afterwards");
        });
      }
    });
  });
});

/** Holds the card to everything that people look for in an event. */
async function assertShows(page, event) {
  const card = await page.locator("#event > :not(.raw)").allTextContents();
  const shown = card.join("\n");
  const expected = [
    event.level,
    event.transaction,
    event.environment,
    ...(event.exception?.values ?? []).flatMap(({ type, value }) => [type, value ?? ""]),
    ...(event.breadcrumbs?.values ?? []).map(({ message }) => message),
    ...(event.contexts.whence.masked ?? []).map(({ path }) => path),
    ...Object.values(event.tags),
    event.request.url,
    String(event.contexts.response.status_code),
    event.user?.id ?? "",
  ];
  assert.deepEqual(
    expected.filter((text) => !shown.includes(text)),
    [],
    "what the card lacks",
  );
}

/** Nothing needs scrolling to the side, whatever is unfolded. */
async function assertFits(page) {
  const { needed, there } = await page.evaluate(() => {
    document.querySelectorAll("#event details").forEach((details) => (details.open = true));
    const { scrollWidth, clientWidth } = document.documentElement;
    return { needed: scrollWidth, there: clientWidth };
  });
  assert.ok(needed <= there, `needs ${needed} px, has ${there}`);
}

/** Returns what the page counts as secret, in each spelling in which it may get about. */
async function secretsOf(page) {
  const secrets = await page.evaluate("SECRETS");
  assert.ok(Object.keys(secrets).length > 0);
  return Object.fromEntries(
    Object.entries(secrets).map(([name, text]) => {
      const secret = text.replace(/^(Bearer |\w+=)/, "");
      return [name, [secret, new URLSearchParams({ "": secret }).toString().slice(1)]];
    }),
  );
}

async function textOf(request) {
  return [request.url(), request.postData(), JSON.stringify(await request.allHeaders())].join("\n");
}

/** Returns the index of the button in focus, or -1. */
function focused(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll(".troubles button")].indexOf(document.activeElement),
  );
}

/** Returns what surrounds each button. */
function outlines(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll(".troubles button")].map((button) => {
      const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(button);
      return outlineStyle === "none" ? boxShadow : [outlineWidth, outlineColor, boxShadow].join();
    }),
  );
}
