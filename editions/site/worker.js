/// <reference lib="webworker" />
// Keeps the deck for when there is no network; offline.ts puts the list and the version in. Only a whole set of one build is
// kept, and pages come from the network first, so a page never gets another build's scripts. A newer worker waits until no
// window uses the older one, whose scripts an open deck may still ask for.

/** @type {ServiceWorkerGlobalScope} */
const worker = /** @type {any} */ (self)
const VERSION = '__VERSION__'
/** Below the scope: pages as they are visited (`''`, `read/`), files by their path. */
const KEPT = new Set(/** @type {readonly string[]} */ (JSON.parse('__KEPT__')))
const scope = new URL(worker.registration.scope)
/** Another deck on the same host has a keep of its own. */
const PREFIX = `claim-by-claim ${scope.pathname} `
const KEEP = PREFIX + VERSION

/** The name is a hash of the content. */
const isHashed = (/** @type {string} */ path) => path.startsWith('assets/')
const addressOf = (/** @type {string} */ path) => new URL(path, scope).href
/** A window may ask with other headers than the worker did. */
const HOWEVER_ASKED = { ignoreVary: true }

/** Milliseconds of silence before a kept page is shown. */
const PATIENCE = 4000
/** Few files at once: what is on the screen comes first. */
const AT_ONCE = 4

async function keepAll() {
  const keep = await caches.open(KEEP)
  const waiting = [...KEPT]
  const fetchNext = async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const address = addressOf(path)
      const had = isHashed(path) ? await caches.match(address, HOWEVER_ASKED) : undefined
      const response = had ?? (await fetch(address, { cache: isHashed(path) ? 'default' : 'no-cache' }))
      if (!response.ok) throw new Error(`${path}: ${response.status}`)
      // Built again meanwhile: this page needs other files, and the newer worker will keep it.
      if (path === '' && [...(await response.clone().text()).matchAll(/assets\/[^"'<>\s]+\.(?:js|css)/g)].some(([file]) => !KEPT.has(file)))
        throw new Error('The first page is of another build.')
      // A browser would refuse a redirected response for this address.
      await keep.put(address, response.redirected ? new Response(response.body, { headers: response.headers }) : response)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, fetchNext))
}

async function dropOthers() {
  for (const name of await caches.keys()) if (name.startsWith(PREFIX) && name !== KEEP) await caches.delete(name)
}

/** The kept address that answers; null where only the network does. */
function keptFor(/** @type {string} */ path, /** @type {boolean} */ isPage) {
  if (KEPT.has(path)) return path
  const folder = path.replace(/(^|\/)index\.html$/, '$1')
  if (folder !== path && (folder === '' || (isPage && KEPT.has(folder)))) return folder
  // Places in the deck: `26`, `presenter/26`; not a file, nor another page's folder.
  return isPage && !/\.\w+$/.test(path) && !KEPT.has(`${path.split('/')[0]}/`) ? '' : null
}

async function answer(/** @type {Request} */ request, /** @type {string} */ path) {
  const kept = async () => (await caches.open(KEEP)).match(addressOf(path), HOWEVER_ASKED)
  if (isHashed(path)) return (await kept()) ?? fetch(request)
  const network = fetch(request)
  try {
    const first = await Promise.race([network, new Promise((done) => setTimeout(done, PATIENCE))])
    if (first instanceof Response && first.status < 500) return first
    return (await kept()) ?? (await network)
  } catch {
    return (await kept()) ?? Response.error()
  }
}

worker.addEventListener('install', (event) => event.waitUntil(keepAll()))
worker.addEventListener('activate', (event) => event.waitUntil(dropOthers()))
worker.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET' || !request.url.startsWith(scope.href)) return
  const path = decodeURI(new URL(request.url).pathname.slice(scope.pathname.length))
  const isPage = request.mode === 'navigate'
  // Its links need the slash at the end of its address.
  if (isPage && KEPT.has(`${path}/`)) return event.respondWith(fetch(request).catch(() => Response.redirect(addressOf(`${path}/`))))
  const kept = keptFor(path, isPage)
  if (kept !== null) event.respondWith(answer(request, kept))
})
