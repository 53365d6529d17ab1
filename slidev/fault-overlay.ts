import type { HotPayload, ViteDevServer } from 'vite'

/**
 * Keeps Vite's error overlay up for as long as there is a fault: Vite's client removes it at the next update of anything, and
 * UnoCSS sends many while slides mount.
 *
 * @param faults as they are now; null where there are none
 * @returns sends them now
 */
export function faultOverlay(server: ViteDevServer, faults: () => string | null): () => void {
  const { hot } = server.environments.client
  const send: (...message: unknown[]) => void = hot.send.bind(hot)
  const say = () => {
    const message = faults()
    if (message !== null) send({ type: 'error', err: { message, stack: '', plugin: 'brief', id: 'claims/' } } satisfies HotPayload)
  }
  hot.send = (message: HotPayload | string, data?: unknown) => {
    send(message, data)
    if (typeof message === 'object' && message.type === 'update') say()
  }
  // The first update of a page that shows a fault would reload it, so one is sent before.
  server.ws.on('connection', () => {
    send({ type: 'update', updates: [] } satisfies HotPayload)
    say()
  })
  return say
}
