// Runs before the deck. Where a browser keeps no data for files from disk, reading `localStorage` throws, and so may a channel
// between windows; Slidev asks for both as it starts. The stand-ins last as long as the window.
{
  const standIn = (/** @type {string} */ name, /** @type {unknown} */ value) =>
    Object.defineProperty(window, name, { value, configurable: true })
  try {
    void window.localStorage
  } catch {
    /** @type {Map<string, string>} */
    const kept = new Map()
    standIn('localStorage', {
      getItem: (/** @type {string} */ key) => kept.get(key) ?? null,
      setItem: (/** @type {string} */ key, /** @type {unknown} */ value) => void kept.set(key, String(value)),
      removeItem: (/** @type {string} */ key) => void kept.delete(key),
    })
  }
  try {
    new BroadcastChannel('claim-by-claim').close()
  } catch {
    standIn(
      'BroadcastChannel',
      class extends EventTarget {
        postMessage() {}
        close() {}
      },
    )
  }
}
