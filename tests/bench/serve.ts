/** A host for whatever is measured, the same for all: compressed as on the web, each answer made once and then at hand. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}
/** Compressed already. */
const AS_IS = new Set(['.woff', '.woff2', '.png', '.pdf'])

export interface Served {
  /** With a slash at its end. */
  readonly url: string
  readonly close: () => Promise<void>
}

/** @param folder of the built pages; an address that is none of its files leads to index.html */
export async function serve(folder: string): Promise<Served> {
  const ready = new Map<string, { readonly body: Buffer; readonly headers: Readonly<Record<string, string>> }>()
  const answerTo = (path: string) => {
    const asked = join(folder, normalize(path))
    const found = [asked, join(asked, 'index.html')].find((file) => existsSync(file) && statSync(file).isFile())
    if (found === undefined && extname(path) !== '') return undefined
    const file = found ?? join(folder, 'index.html')
    let answer = ready.get(file)
    if (!answer) {
      const bytes = readFileSync(file)
      const plain = AS_IS.has(extname(file))
      answer = {
        body: plain ? bytes : gzipSync(bytes),
        headers: { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream', ...(plain ? {} : { 'Content-Encoding': 'gzip' }) },
      }
      ready.set(file, answer)
    }
    return answer
  }
  const server = createServer((request, response) => {
    const answer = answerTo(decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname))
    if (answer) response.writeHead(200, answer.headers).end(answer.body)
    else response.writeHead(404).end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
