/** The static deck, built by Slidev in a process of its own, and served on this machine alone. */
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { preview } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))
const slidev = createRequire(import.meta.url).resolve('@slidev/cli/bin/slidev.mjs')

/** @throws Error with what Slidev said, where the build fails; and where it is broken off */
export function buildDeck(folder: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [slidev, 'build', '--out', folder], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], signal, env: { ...process.env, NO_COLOR: '1' } })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text))
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve()
      // Our own frames say nothing to who reads it.
      else reject(new Error(`The deck cannot be built:\n${said.split('\n').filter((line) => !/^\s+at /.test(line)).slice(-40).join('\n').trim()}`))
    })
  })
}

/** On a port that is free. */
export async function serve(folder: string): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const server = await preview({ configFile: false, root: folder, build: { outDir: folder }, preview: { host: '127.0.0.1', port: 0 }, logLevel: 'silent' })
  const address = server.httpServer.address()
  if (address === null || typeof address === 'string') throw new Error('No port on this machine could be had for printing.')
  return { url: `http://127.0.0.1:${address.port}/`, close: () => server.close() }
}
