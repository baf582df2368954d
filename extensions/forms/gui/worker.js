// Shows a form that was opened before where the server cannot be reached. What comes from the server goes before.
const kept = "tenon.forms";
const modules = /^([/]forms[/][^/]+[/]modules[/])([^/]+[/])/;
const is_kept = ({pathname, search}) =>
  search === "" && (/^[/]forms[/][^/]+([/]init)?$/.test(pathname) || modules.test(pathname));

// Those of a version that is no more.
async function drop_others(cache, pathname) {
  const [, of, version] = modules.exec(pathname) ?? [];
  if (!of) return;
  for (const one of await cache.keys()) {
    const path = new URL(one.url).pathname;
    if (path.startsWith(of) && !path.startsWith(of + version)) await cache.delete(one);
  }
}

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin || !is_kept(url)) return;
  event.respondWith(answer(event.request));
});

async function answer(request) {
  const cache = await caches.open(kept);
  try {
    const fresh = await fetch(request);
    const may_be_kept = fresh.ok && !fresh.redirected && !/no-store/.test(fresh.headers.get("Cache-Control") ?? "");
    if (may_be_kept) await cache.put(request, fresh.clone()).catch(() => {});
    if (may_be_kept) await drop_others(cache, new URL(request.url).pathname).catch(() => {});
    return fresh;
  } catch (failed) {
    const found = await cache.match(request);
    if (found) return found;
    throw failed;
  }
}
