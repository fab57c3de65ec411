import { spawn } from "node:child_process";
import { once } from "node:events";

const GRACE_MS = 5_000;

// A process that a signal ends skips its "exit", and would leave others behind.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.once(signal, () => process.exit(1));
}

/** A process of ours, with all that it said; ended by its own ID and no other. */
export class Child {
  #process;
  #said = "";

  constructor(command, args, options) {
    this.#process = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    for (const output of [this.#process.stdout, this.#process.stderr]) {
      output.setEncoding("utf8").on("data", (text) => (this.#said += text));
    }
    this.ended = once(this.#process, "close").then(([code]) => code);
    this.ended.catch(() => {}); // whoever waits is told
    const kill = () => this.#process.kill("SIGKILL");
    process.once("exit", kill);
    this.#process.once("close", () => process.off("exit", kill));
  }

  get said() {
    return this.#said;
  }

  /** Waits until the process has said what `pattern` matches. */
  async says(pattern, patienceMs) {
    let giveUp;
    const silence = new Promise((_, reject) => {
      giveUp = setTimeout(() => reject(new Error(`not within ${patienceMs} ms`)), patienceMs);
    });
    try {
      return await Promise.race([this.#heard(pattern), this.#failsWhenEnded(), silence]);
    } catch (failure) {
      throw new Error(`waited for ${pattern}: ${failure.message}; it said:\n${this.#said}`);
    } finally {
      clearTimeout(giveUp);
    }
  }

  #heard(pattern) {
    return new Promise((resolve) => {
      const look = () => {
        const match = pattern.exec(this.#said);
        if (match) {
          resolve(match);
        }
      };
      this.#process.stdout.on("data", look);
      this.#process.stderr.on("data", look);
      look();
    });
  }

  async #failsWhenEnded() {
    throw new Error(`ended with ${await this.ended}`);
  }

  /** Asks twice, since some wait for open connections at first, then insists. */
  async stop() {
    for (const signal of ["SIGTERM", "SIGTERM", "SIGKILL"]) {
      if (this.#process.exitCode !== null || this.#process.signalCode !== null) {
        return;
      }
      this.#process.kill(signal);
      const patience = new Promise((done) => setTimeout(done, GRACE_MS).unref());
      await Promise.race([this.ended, patience]);
    }
  }
}
