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
const troubles = document.querySelectorAll(".troubles button");
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

/** Lets a long name break behind its dots rather than anywhere. */
function name(dotted) {
  const parts = dotted.split(/(?<=\.)/);
  return make("span", "mono", ...parts.flatMap((part) => [part, document.createElement("wbr")]));
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
  if (button.dataset.body) {
    const headers = { "Content-Type": "application/json" };
    const body = button.dataset.body.replace(/\$(\w+)/g, (_, secret) => SECRETS[secret]);
    return [path, { method: "POST", headers, body }];
  }
  return [path, { method: button.dataset.method || "GET" }];
}

async function press(button) {
  const turn = ++newest;
  for (const other of troubles) {
    other.setAttribute("aria-current", String(other === button));
  }
  const [path, options] = prepared(button);
  const line = (options.method || "GET") + " " + path;
  show(answerCard, make("p", "empty", "Waiting for " + button.dataset.path + " …"));
  show(eventCard, make("p", "empty", "Waiting for the answer …"));
  bringIntoView();
  const begin = performance.now();
  try {
    const response = await fetch("." + path, options);
    const body = await response.text();
    const duration = Math.round(performance.now() - begin);
    if (turn === newest) {
      await follow({ turn, button, response, line, duration, body });
    }
  } catch (failure) {
    if (turn === newest) {
      show(answerCard, make("p", "bad", "No answer. Is the shop still running?"));
      announce("No answer.");
      show(eventCard, make("p", "empty", "Without an answer there is no event to look for."));
    }
  }
}

/** On narrow screens the outcome is below the buttons. */
function bringIntoView() {
  answerCard.parentElement.classList.add("used");
  if (answerCard.getBoundingClientRect().top > window.innerHeight * 0.6) {
    answerCard.scrollIntoView({ block: "start" });
  }
}

async function follow(came) {
  const { turn, button, response } = came;
  const requestId = response.headers.get("X-Request-ID");
  const eventId = response.headers.get("X-Event-ID");
  const silent = button.dataset.silent;
  const status = (response.status + " " + response.statusText).trim();
  const did = button.dataset.did;
  showAnswer(came, status, requestId, eventId || (silent ? "none" : "being looked up …"));
  if (silent && !eventId) {
    show(eventCard, make("p", "empty", "No event. " + silent));
    announce(status + ". " + did + " No event. " + silent);
    return;
  }
  show(eventCard, make("p", "empty", "On its way, for a second at most …"));
  const event = await awaited(turn, requestId);
  if (turn !== newest) {
    return;
  }
  showAnswer(came, status, requestId, event?.event_id || eventId || "none");
  if (event === null) {
    const none = "No event came within 10 seconds. The shop's log may say why.";
    show(eventCard, make("p", "bad", none));
    announce(status + ". " + none);
    return;
  }
  showEvent(event);
  announce(status + ". " + did + " Reported: " + titleOf(event));
  showEarlier();
}

function showAnswer({ button, response, line, duration, body }, status, requestId, eventId) {
  const tone = response.status >= 500 ? "bad" : response.status >= 400 ? "warn" : "good";
  const rows = [
    ["Request", mono(line)],
    ["Status", make("span", tone, status)],
    ["Answer", answerOf(response, body.trim())],
    ["Request ID", mono(requestId || "none")],
    ["Event ID", mono(eventId)],
    ["Duration", duration + " ms"],
  ];
  show(answerCard, make("p", "did", button.dataset.did), facts(rows));
}

/** Shows JSON with a line for each member, and of anything else the beginning. */
function answerOf(response, body) {
  if (/[/+]json/.test(response.headers.get("Content-Type"))) {
    return make("span", "mono lines", JSON.stringify(JSON.parse(body), null, 1).slice(0, 1_000));
  }
  return body.slice(0, 200);
}

/** Waits for the event of a request; its own ID is not always known when the answer leaves. */
async function awaited(turn, requestId) {
  const end = performance.now() + PATIENCE_MS;
  while (turn === newest && performance.now() < end) {
    const events = await (await fetch("./events")).json();
    const mine = events.find((event) => event.request_id === requestId);
    if (mine) {
      return (await fetch("./events/" + mine.id)).json();
    }
    await new Promise((done) => setTimeout(done, POLL_MS));
  }
  return null;
}

/** Tells those who listen rather than look. */
function announce(sentence) {
  document.getElementById("spoken").textContent = sentence;
}

// The event.

function showEvent(event) {
  const level = event.level || "error";
  const from = [event.transaction, event.environment, event.release].filter(Boolean).join(" · ");
  show(
    eventCard,
    make("p", "title", titleOf(event)),
    make("p", "quiet", make("span", level === "warning" ? "warn" : "bad", level), " · " + from),
    ...thrownIn(event).map(exception),
    stackOf(event),
    section("Breadcrumbs", breadcrumbs(event.breadcrumbs?.values || [])),
    section("What was masked", masked(event.contexts?.whence?.masked || [])),
    section("Request", request(event)),
    section("User", table({ ...event.user, ...event.user?.data, data: undefined })),
    section("Tags", table(event.tags)),
    raw(event),
  );
}

/** Returns what was thrown last first; the payload has it behind its causes. */
function thrownIn(event) {
  return (event.exception?.values || []).slice().reverse();
}

function titleOf(event) {
  const thrown = thrownIn(event);
  return thrown.length > 0 ? said(thrown[0]) : event.logentry?.formatted || "(no title)";
}

function said(exception) {
  return exception.value ? exception.type + ": " + exception.value : exception.type;
}

function exception(thrown, index) {
  const cause = thrown.mechanism?.type === "suppressed" ? "Suppressed: " : "Caused by: ";
  const line = make(
    "p",
    "",
    make("span", "quiet", index === 0 ? "Thrown: " : cause),
    make("strong", "", thrown.type),
    thrown.value ? ": " + thrown.value : "",
  );
  const stack = frames(thrown.stacktrace?.frames || []);
  return make("div", "exception", line, stack, notes(thrown.mechanism?.data));
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
  return texts.length === 0 ? null : make("p", "quiet omitted", "… " + texts.join("; "));
}

/** The innermost call first; runs of library frames are folded, repeated ones counted. */
function frames(innermostLast) {
  const list = make("ol", "frames");
  let library = [];
  const fold = () => {
    if (library.length > 0) {
      const label = library.length === 1 ? "1 library frame" : library.length + " library frames";
      const folded = make("ol", "frames", ...library.map((frame) => frameLine(frame, 1)));
      list.append(make("li", "", make("details", "", make("summary", "", label), folded)));
      library = [];
    }
  };
  const innermostFirst = innermostLast.slice().reverse();
  for (let i = 0; i < innermostFirst.length; i++) {
    const frame = innermostFirst[i];
    if (!frame.in_app) {
      library.push(frame);
      continue;
    }
    fold();
    let times = 1;
    while (isSame(frame, innermostFirst[i + 1])) {
      times++;
      i++;
    }
    list.append(frameLine(frame, times));
  }
  fold();
  return list;
}

function isSame(frame, next) {
  return next !== undefined && JSON.stringify(frame) === JSON.stringify(next);
}

function frameLine(frame, times) {
  const line = frame.lineno ? ":" + frame.lineno : "";
  const place = frame.filename ? " " + frame.filename + line : "";
  const call = (frame.module ? frame.module + "." : "") + frame.function;
  const again = times > 1 ? make("span", "place", ", " + times + " times") : null;
  const where = make("span", "place mono", place);
  return make("li", frame.in_app ? "own" : "", name(call), where, again);
}

/** Messages may carry the stack of where they were captured. */
function stackOf(event) {
  const stack = event.threads?.values?.[0]?.stacktrace?.frames;
  return stack ? make("div", "exception", make("p", "quiet", "Captured at:"), frames(stack)) : null;
}

function breadcrumbs(values) {
  const lines = values.map((crumb) => {
    const tone = { warning: "warn", error: "bad" }[crumb.level] || "";
    const time = make("span", "quiet mono", String(crumb.timestamp).slice(11, 23));
    const category = make("span", "quiet", crumb.category || "");
    return make("li", "", time, category, make("span", tone, crumb.message || ""));
  });
  return lines.length === 0 ? null : make("ol", "crumbs", ...lines);
}

function request(event) {
  const sent = event.request;
  if (!sent) {
    return null;
  }
  const cookies = (sent.cookies || []).map((pair) => pair.join("=")).join("; ");
  const headers = Object.entries(sent.headers || {}).map(([name, value]) => [name, text(value)]);
  const isMasked = ([, value]) => /^\[[A-Z]/.test(value);
  const plain = headers.filter((header) => !isMasked(header));
  const rows = [
    [sent.method || "Call", mono(sent.url)],
    ["Query", mono(sent.query_string && text(sent.query_string))],
    ["Body", mono(sent.data)],
    ["Answered", event.contexts?.response?.status_code],
    ...headers.filter(isMasked).map(([name, value]) => [name, mono(value)]),
    ["Cookies", mono(cookies)],
    ["Address", mono(sent.env?.REMOTE_ADDR)],
  ];
  const summary = make("summary", "quiet", plain.length + " more headers");
  const more = make("details", "more", summary, table(Object.fromEntries(plain)));
  return make("div", "", facts(rows), plain.length === 0 ? null : more);
}

function table(values) {
  const rows = Object.entries(values || {})
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, mono(text(value))]);
  return rows.length === 0 ? null : facts(rows);
}

function masked(entries) {
  if (entries.length === 0) {
    return make("p", "quiet", "Nothing had to be.");
  }
  return facts(entries.map((entry) => [entry.rule, mono(entry.path)]));
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
  const summary = make("summary", "", "JSON, " + size.toLocaleString("en") + " bytes");
  return make("details", "raw", summary, make("p", "", copy), make("pre", "", json));
}

// What happened before, and where events go.

async function showEarlier() {
  const events = await (await fetch("./events")).json();
  const lines = events.map((event) => {
    const about = [event.time.slice(11, 19), event.level, event.route].filter(Boolean).join(" · ");
    const button = make("button", "", event.title, make("span", "quiet", about));
    button.type = "button";
    button.addEventListener("click", () => revisit(event.id));
    return make("li", "", button);
  });
  const none = make("li", "empty", "None yet.");
  document.getElementById("list").replaceChildren(...(lines.length === 0 ? [none] : lines));
}

async function revisit(id) {
  const turn = ++newest;
  const response = await fetch("./events/" + id);
  if (response.ok && turn === newest) {
    const event = await response.json();
    for (const button of troubles) {
      button.removeAttribute("aria-current");
    }
    show(answerCard, make("p", "empty", "That was earlier. Below is the event that it left."));
    showEvent(event);
    announce("Earlier event: " + titleOf(event));
    answerCard.scrollIntoView({ block: "start" });
  }
}

async function showWhere() {
  const about = await (await fetch("./about")).json();
  const line = document.getElementById("where");
  line.classList.toggle("problem", Boolean(about.problem));
  line.textContent = whereOf(about);
}

function whereOf(about) {
  if (about.problem) {
    return "Whence is off: " + about.problem;
  }
  return about.sentry
    ? "Events also go to " + about.sentry + ", as environment “" + about.environment + "”."
    : "Events stay here. Set SENTRY_DSN to send them to Sentry too.";
}

for (const button of troubles) {
  button.addEventListener("click", () => press(button));
}
showWhere();
showEarlier();
