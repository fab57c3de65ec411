import assert from "node:assert/strict";
import { until } from "./until.mjs";

/** One of the page's buttons, as it describes itself. */
export class Trouble {
  #page;
  #requests;
  #button;

  constructor({ page, requests }, button, described) {
    this.#page = page;
    this.#requests = requests;
    this.#button = button;
    Object.assign(this, described);
  }

  /** Returns all buttons for trouble of a page that `openPage` opened, in its order. */
  static async all(opened) {
    const buttons = await opened.page.locator(".troubles button").all();
    return Promise.all(
      buttons.map(async (button) => {
        const described = await button.evaluate((element) => ({
          title: element.querySelector("strong").textContent,
          path: element.dataset.path.replace(/\?.*/, ""),
          did: element.dataset.did,
          silent: element.dataset.silent,
          secrets: element.dataset.secrets,
        }));
        return new Trouble(opened, button, described);
      }),
    );
  }

  /** Has `act` press the button; returns the answer to the one request that follows. */
  async answerTo(act) {
    const before = this.#requests.length;
    const answered = this.#page.waitForResponse((response) => this.#isMine(response.url()));
    const [answer] = await Promise.all([answered, act(this.#button)]);
    const mine = this.#requests.slice(before).filter((sent) => this.#isMine(sent.url()));
    assert.equal(mine.length, 1, "requests sent");
    return answer;
  }

  #isMine(url) {
    return new URL(url).pathname === this.path;
  }

  /** Waits for what the page makes of `answer`: what was reported, or that nothing was. */
  async outcomeOf(answer) {
    const requestId = (await answer.headerValue("X-Request-ID")) ?? "none";
    const status = `${answer.status()} ${answer.statusText()}`.trim();
    const shown = await until(`what came back from ${this.path}`, async () => {
      const facts = await factsIn(this.#page.locator("#answer"));
      const isSettled = facts["Event ID"] !== "being looked up …";
      return facts["Request ID"] === requestId && isSettled && facts;
    });
    assert.equal(shown.Status, status);
    await this.#page.locator("#answer").getByText(this.did).waitFor();
    assert.equal(new URL(shown.Request.split(" ")[1], answer.url()).pathname, this.path);
    const spoken = this.#page.getByRole("status");
    if (this.silent === undefined) {
      const event = await this.#eventOf(requestId, shown["Event ID"]);
      await this.#waitForCard(titleOf(event));
      assert.equal(await spoken.textContent(), `${status}. ${this.did} Reported: ${titleOf(event)}`);
      return { event, shown };
    }
    assert.equal(shown["Event ID"], "none");
    await this.#waitForCard("No event. " + this.silent);
    assert.equal(await spoken.textContent(), `${status}. ${this.did} No event. ${this.silent}`);
    return { shown };
  }

  /** Returns the event as it was reported, which is the request's own. */
  async #eventOf(requestId, eventId) {
    const url = new URL("/events/" + eventId, this.#page.url());
    const event = await until(`the event of ${this.path}`, async () => {
      const answer = await fetch(url);
      return answer.ok && answer.json();
    });
    assert.equal(event.tags.request_id, requestId);
    return event;
  }

  async #waitForCard(text) {
    await this.#page.locator("#event").getByText(text).first().waitFor();
  }
}

/** Returns what was thrown last, or the message. */
export function titleOf({ exception, logentry }) {
  const thrown = exception?.values.at(-1);
  return thrown ? [thrown.type, thrown.value].filter(Boolean).join(": ") : logentry.formatted;
}

/** Reads the card's list of names and values. */
function factsIn(card) {
  return card.evaluate((element) =>
    Object.fromEntries(
      [...element.querySelectorAll("dt")].map((name) => [
        name.textContent,
        name.nextElementSibling.textContent,
      ]),
    ),
  );
}
