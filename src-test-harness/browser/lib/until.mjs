import { setTimeout as pause } from "node:timers/promises";

const POLL_MS = 50;

/** Returns the first truthy value of `attempt`, or fails and says what did not come. */
export async function until(what, attempt, patienceMs = 15_000) {
  const end = Date.now() + patienceMs;
  for (;;) {
    const value = await attempt();
    if (value) {
      return value;
    }
    if (Date.now() > end) {
      throw new Error(`${what} did not come within ${patienceMs} ms`);
    }
    await pause(POLL_MS);
  }
}
