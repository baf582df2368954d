// What this browser keeps of forms: what was begun, and what waits for the server. By the path of the form, as pairs of
// a name and a value. A browser that keeps nothing (a private window, a full store) loses this and nothing else.

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}
function write(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
function remove(key) {
  try {
    localStorage.removeItem(key);
  } catch {
    // nothing was kept, then
  }
}

const draft_key = (path) => `tenon.draft:${path}`;

export const drafts = {
  of: (path) => read(draft_key(path)),
  keep: (path, typed) => write(draft_key(path), {at: Date.now(), typed}),
  forget: (path) => remove(draft_key(path)),
};

const outbox_key = "tenon.outbox";
const all = () => [read(outbox_key) ?? []].flat();
const take_out = (id) => write(outbox_key, all().filter((one) => one.id !== id));
const mark_refused = (id) => write(outbox_key, all().map((one) => (one.id === id ? {...one, refused: true} : one)));

// Of several pages one delivers at a time. Where a browser has no locks the id sees to it that nothing is kept twice.
const alone = (work) =>
  navigator.locks ? navigator.locks.request(outbox_key, {ifAvailable: true}, (lock) => lock && work()) : work();

export const outbox = {
  new_id: () => crypto.getRandomValues(new Uint32Array(4)).join("-"),

  // Null: the server could not be reached, and may have it or not. So it is told the id, and keeps each once. A body
  // with files says itself what it is.
  async post({id, path, body}) {
    try {
      const headers = {"Idempotency-Key": id};
      if (typeof body === "string") headers["Content-Type"] = "application/x-www-form-urlencoded";
      return await fetch(path, {method: "POST", body, headers});
    } catch {
      return null;
    }
  },

  // False: it is not kept.
  add: (one) => write(outbox_key, [...all(), {...one, at: Date.now()}]),

  // One that was refused, as a draft of its form, where there is none: it is in one of the two places at any time.
  reopen(path) {
    const found = all().find((one) => one.refused && one.path === path);
    if (!found || drafts.of(path) || !drafts.keep(path, found.typed)) return null;
    take_out(found.id);
    return found;
  },

  // What the server has failed to take (its errors) lets the others go before; where it cannot be reached, or has had
  // enough, all wait.
  async deliver() {
    let sent = 0;
    await alone(async () => {
      for (const one of all().filter((any) => !any.refused)) {
        const answer = await outbox.post(one);
        if (!answer || answer.status === 408 || answer.status === 429) break;
        if (answer.status >= 500) continue;
        if (answer.redirected && answer.ok) {
          sent += 1;
          take_out(one.id);
        } else {
          mark_refused(one.id);
        }
      }
    });
    const left = all();
    return {sent, refused: left.filter((one) => one.refused), waiting: left.filter((one) => !one.refused).length};
  },
};
