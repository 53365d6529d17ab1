/**
 * What a driver without a word about console and network cannot tell: a proxy that lets a browser reach this machine
 * alone, writes down what else was asked for, and has each page keep its own errors.
 */
import { createServer, type IncomingMessage, request as ask } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Runs in the page before all else: before its policy too, which stands in a `meta`. */
function keepErrors() {
  const kept: string[] = []
  ;(window as unknown as { keptErrors: string[] }).keptErrors = kept
  addEventListener(
    'error',
    (event) =>
      kept.push(event.target instanceof Element ? `not loaded: ${event.target.outerHTML.slice(0, 200)}` : `script: ${event.message}`),
    true,
  )
  addEventListener('unhandledrejection', ({ reason }) => kept.push(`script: ${String(reason)}`))
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    kept.push(`refused by the policy: ${violatedDirective} ${blockedURI}`),
  )
  const { error } = console
  console.error = (...words: unknown[]) => {
    kept.push(`console: ${words.map(String).join(' ')}`)
    error.apply(console, words)
  }
}

/** @returns the page, with what keeps its errors; it is in `window.keptErrors` */
export const watched = (html: string): string =>
  html.replace(/<head\b[^>]*>/i, (head) => `${head}<script>(${keepErrors.toString()})()</script>`)

export interface WatchingProxy {
  readonly address: string
  /** Addresses on other machines that were asked for, since the last call. */
  readonly elsewhere: () => string[]
  readonly close: () => Promise<void>
}

async function textOf(message: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of message) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

export async function openWatchingProxy(): Promise<WatchingProxy> {
  let elsewhere: string[] = []
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://nowhere.invalid')
    if (url.hostname !== '127.0.0.1') {
      elsewhere.push(url.href)
      response.writeHead(502).end()
      return
    }
    const onward = ask(url, { method: request.method, headers: { ...request.headers, 'accept-encoding': 'identity' } }, (answer) => {
      const { statusCode = 502, headers } = answer
      if (!headers['content-type']?.startsWith('text/html')) {
        response.writeHead(statusCode, headers)
        answer.pipe(response)
        return
      }
      const { 'content-length': _, etag: __, ...kept } = headers
      void textOf(answer).then((html) => response.writeHead(statusCode, kept).end(watched(html)))
    })
    onward.on('error', () => response.destroy())
    request.pipe(onward)
  })
  // What is asked for by https, or by a web socket.
  server.on('connect', ({ url = '' }, socket) => {
    elsewhere.push(url)
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    elsewhere() {
      const found = elsewhere
      elsewhere = []
      return found
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
