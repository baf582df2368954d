// Shows a form that was opened before where the server cannot be reached. What comes from the server goes before.
const kept = "tenon.forms";
const is_kept = (url) => /^[/]forms[/][^/]+$/.test(url.pathname) && url.search === "";

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
    return fresh;
  } catch (failed) {
    const found = await cache.match(request);
    if (found) return found;
    throw failed;
  }
}
