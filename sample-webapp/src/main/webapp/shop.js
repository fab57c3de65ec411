"use strict";

// What the page sends where secrets are at stake. All of it is made up.
const SECRETS = {
  email: "ada@example.com",
  card: "4111 1111 1111 1111",
  user: "ada.lovelace",
  password: "correct horse battery staple",
  authorization: "Bearer 9f8e7d6c5b4a39281706",
  cookie: "basket_token=7c1f0e5d2b",
};
const PATIENCE_MS = 10_000;
const POLL_MS = 200;

const answerCard = document.getElementById("answer");
const eventCard = document.getElementById("event");
let newest = 0; // numbers requests, so that an overtaken one shows nothing

// Small builders. Texts only: nothing of an event is ever read as HTML.

function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) {
    element.className = className;
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

function facts(pairs) {
  const list = make("dl");
  for (const [name, value] of pairs) {
    if (value !== undefined && value !== null && value !== "") {
      list.append(make("dt", "", name), make("dd", "", value));
    }
  }
  return list;
}

function mono(text) {
  return text ? make("span", "mono", text) : null;
}

function show(card, ...children) {
  card.replaceChildren(card.querySelector("h2"), ...children.filter((child) => child !== null));
}

function section(title, content) {
  return content === null ? null : make("section", "", make("h3", "", title), content);
}

// The request.

function prepared(button) {
  const path = button.dataset.path;
  if (button.dataset.secrets === "query") {
    document.cookie = SECRETS.cookie + "; SameSite=Strict";
    const query = new URLSearchParams({ email: SECRETS.email, card: SECRETS.card });
    return [path + "?" + query, { headers: { Authorization: SECRETS.authorization } }];
  }
  if (button.dataset.secrets === "form") {
    const form = new URLSearchParams({ user: SECRETS.user, password: SECRETS.password });
    return [path, { method: "POST", body: form }];
  }
  return [path, {}];
}

async function press(button) {
  const turn = ++newest;
  for (const other of document.querySelectorAll(".troubles button")) {
    other.setAttribute("aria-pressed", String(other === button));
  }
  const [path, options] = prepared(button);
  const line = (options.method || "GET") + " " + path;
  show(answerCard, make("p", "empty", "Waiting for " + button.dataset.path + " …"));
  show(eventCard, make("p", "empty", "Waiting for the answer …"));
  bringIntoView();
  const begin = performance.now();
  try {
    const response = await fetch("." + path, options);
    await response.text();
    const duration = Math.round(performance.now() - begin);
    if (turn === newest) {
      await follow({ turn, button, response, line, duration });
    }
  } catch (failure) {
    if (turn === newest) {
      show(answerCard, make("p", "bad", "No answer. Is the shop still running?"));
      show(eventCard, make("p", "empty", "Without an answer there is no event to look for."));
    }
  }
}

/** On narrow screens the outcome is below the buttons. */
function bringIntoView() {
  if (answerCard.getBoundingClientRect().top > window.innerHeight * 0.6) {
    answerCard.scrollIntoView({ block: "start" });
  }
}

async function follow(came) {
  const { turn, button, response } = came;
  const requestId = response.headers.get("X-Request-ID");
  const silent = button.dataset.silent;
  let eventId = response.headers.get("X-Event-ID");
  showAnswer(came, requestId, eventId || (silent ? "none" : "being looked up …"));
  if (silent && !eventId) {
    show(eventCard, make("p", "empty", "No event. " + silent));
    return;
  }
  const event = await awaited(turn, eventId, requestId);
  if (turn !== newest) {
    return;
  }
  if (event === null) {
    showAnswer(came, requestId, eventId || "none");
    show(eventCard, make("p", "bad", "No event came within 10 seconds. The shop's log may say why."));
    return;
  }
  showAnswer(came, requestId, event.event_id);
  showEvent(event);
  showEarlier();
}

function showAnswer({ response, line, duration }, requestId, eventId) {
  const status = make(
    "span",
    response.status >= 500 ? "bad" : response.status >= 400 ? "warn" : "good",
    (response.status + " " + response.statusText).trim(),
  );
  show(
    answerCard,
    facts([
      ["Request", mono(line)],
      ["Status", status],
      ["Request ID", mono(requestId || "none")],
      ["Event ID", mono(eventId)],
      ["Duration", duration + " ms"],
    ]),
  );
}

/** Waits for an event; when the answer had gone before its ID was known, the request's ID finds it. */
async function awaited(turn, eventId, requestId) {
  const end = performance.now() + PATIENCE_MS;
  let id = eventId;
  while (turn === newest && performance.now() < end) {
    if (!id) {
      const events = await (await fetch("./events")).json();
      id = events.find((event) => event.request_id === requestId)?.id;
    }
    const response = id ? await fetch("./events/" + id) : null;
    if (response?.ok) {
      return response.json();
    }
    await new Promise((done) => setTimeout(done, POLL_MS));
  }
  return null;
}

// The event.

function showEvent(event) {
  // The payload puts what was thrown last behind its causes.
  const thrown = (event.exception?.values || []).slice().reverse();
  const level = event.level || "error";
  const title = thrown.length > 0 ? said(thrown[0]) : event.logentry?.formatted;
  const from = [event.transaction, event.environment, event.release].filter(Boolean).join(" · ");
  show(
    eventCard,
    make("p", "title", title || "(no title)"),
    make("p", "quiet", make("span", level === "warning" ? "warn" : "bad", level), " · " + from),
    ...thrown.map(exception),
    stackOf(event),
    section("Breadcrumbs", breadcrumbs(event.breadcrumbs?.values || [])),
    section("Request", request(event)),
    section("User", table(event.user)),
    section("Tags", table(event.tags)),
    section("Masked", masked(event.contexts?.whence?.masked)),
    raw(event),
  );
}

function said(exception) {
  return exception.value ? exception.type + ": " + exception.value : exception.type;
}

function exception(thrown, index) {
  const relation = index === 0 ? "Thrown: " : thrown.mechanism?.type === "suppressed" ? "Suppressed: " : "Caused by: ";
  const line = make("p", "", make("span", "quiet", relation), make("strong", "", thrown.type), thrown.value ? ": " + thrown.value : "");
  return make("div", "exception", line, frames(thrown.stacktrace?.frames || []), notes(thrown.mechanism?.data));
}

function notes(data) {
  const texts = [];
  if (data?.frames_omitted) {
    texts.push(data.frames_omitted + " frames left out in the middle");
  }
  if (data?.cut_by_jvm) {
    texts.push("the JVM itself kept only the innermost ones");
  }
  if (data?.frames_in_common) {
    texts.push(data.frames_in_common + " outer frames as above");
  }
  return texts.length === 0 ? null : make("p", "quiet", "… " + texts.join("; "));
}

/** The innermost call first; runs of library frames are folded. */
function frames(innermostLast) {
  const list = make("ol", "frames");
  let library = [];
  const fold = () => {
    if (library.length > 0) {
      const label = library.length === 1 ? "1 library frame" : library.length + " library frames";
      list.append(make("li", "", make("details", "", make("summary", "", label), make("ol", "frames", ...library))));
      library = [];
    }
  };
  for (const frame of innermostLast.slice().reverse()) {
    if (frame.in_app) {
      fold();
      list.append(frameLine(frame, "own"));
    } else {
      library.push(frameLine(frame, ""));
    }
  }
  fold();
  return list;
}

function frameLine(frame, className) {
  const place = frame.filename ? " " + frame.filename + (frame.lineno ? ":" + frame.lineno : "") : "";
  const call = (frame.module ? frame.module + "." : "") + frame.function;
  return make("li", className, mono(call), make("span", "place mono", place));
}

/** Messages may carry the stack of where they were captured. */
function stackOf(event) {
  const stack = event.threads?.values?.[0]?.stacktrace?.frames;
  return stack ? make("div", "exception", make("p", "quiet", "Captured at:"), frames(stack)) : null;
}

function breadcrumbs(values) {
  if (values.length === 0) {
    return null;
  }
  const list = make("ol", "crumbs");
  for (const crumb of values) {
    const time = String(crumb.timestamp).slice(11, 23);
    const tone = crumb.level === "warning" ? "warn" : crumb.level === "error" ? "bad" : "";
    list.append(make("li", "", make("span", "quiet mono", time), make("span", "quiet", crumb.category || ""), make("span", tone, crumb.message || "")));
  }
  return list;
}

function request(event) {
  const sent = event.request;
  if (!sent) {
    return null;
  }
  const rows = [
    [sent.method || "", mono(sent.url)],
    ["query", mono(text(sent.query_string))],
    ["answered", event.contexts?.response?.status_code],
  ];
  for (const [name, value] of Object.entries(sent.headers || {})) {
    rows.push([name, mono(text(value))]);
  }
  if (sent.cookies) {
    rows.push(["cookies", mono(sent.cookies.map((pair) => pair.join("=")).join("; "))]);
  }
  rows.push(["address", mono(sent.env?.REMOTE_ADDR)]);
  return facts(rows);
}

function table(values) {
  const rows = Object.entries(values || {}).map(([name, value]) => [name, mono(text(value))]);
  return rows.length === 0 ? null : facts(rows);
}

function masked(entries) {
  if (!entries || entries.length === 0) {
    return make("p", "quiet", "Nothing had to be masked.");
  }
  return make("ul", "masked", ...entries.map((entry) => make("li", "", mono(text(entry)))));
}

function text(value) {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function raw(event) {
  const json = JSON.stringify(event, null, 2);
  const copy = make("button", "", "Copy");
  copy.type = "button";
  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(json);
      copy.textContent = "Copied";
    } catch (refused) {
      copy.textContent = "The browser refused";
    }
  });
  const size = new Blob([JSON.stringify(event)]).size;
  return make("details", "raw", make("summary", "", "JSON, " + size.toLocaleString("en") + " bytes"), make("p", "", copy), make("pre", "", json));
}

// What happened before, and where events go.

async function showEarlier() {
  const list = document.getElementById("list");
  const events = await (await fetch("./events")).json();
  list.replaceChildren(...events.map((event) => {
    const about = [event.time.slice(11, 19), event.level, event.route].filter(Boolean).join(" · ");
    const button = make("button", "", event.title, make("span", "quiet", about));
    button.type = "button";
    button.addEventListener("click", async () => {
      const response = await fetch("./events/" + event.id);
      if (response.ok) {
        newest++;
        showEvent(await response.json());
        eventCard.scrollIntoView({ block: "start" });
      }
    });
    return make("li", "", button);
  }));
  if (events.length === 0) {
    list.append(make("li", "empty", "None yet."));
  }
}

async function showWhere() {
  const line = document.getElementById("where");
  const about = await (await fetch("./about")).json();
  if (about.problem) {
    line.textContent = "Whence is off: " + about.problem;
    line.classList.add("problem");
  } else if (about.sentry) {
    line.textContent = "Events also go to " + about.sentry + ", as environment “" + about.environment + "”.";
  } else {
    line.textContent = "Events stay here. Set SENTRY_DSN to send them to Sentry too.";
  }
}

for (const button of document.querySelectorAll(".troubles button")) {
  button.addEventListener("click", () => press(button));
}
showWhere();
showEarlier();
