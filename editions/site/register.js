// Once the page is there, and the deck has loaded its other slides, the browser is asked to keep it (worker.js).
if ('serviceWorker' in navigator && !(/** @type {any} */ (navigator).connection?.saveData)) {
  const keep = () => navigator.serviceWorker.register('__BASE__sw.js').catch(() => {})
  // A window that has nothing to draw may never call itself idle.
  const whenIdle = () => ('requestIdleCallback' in window ? requestIdleCallback(keep, { timeout: 2000 }) : keep())
  addEventListener('load', () => setTimeout(whenIdle, 5000))
}
