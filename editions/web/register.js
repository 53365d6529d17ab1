// Once the page is there, and the deck has loaded its other slides, the browser is asked to keep it (worker.js).
if ('serviceWorker' in navigator && !(/** @type {any} */ (navigator).connection?.saveData)) {
  const keep = () => navigator.serviceWorker.register('__BASE__sw.js').catch(() => {})
  const whenIdle = () => (window.requestIdleCallback ?? setTimeout)(keep)
  addEventListener('load', () => setTimeout(whenIdle, 5000))
}
