/** Who can reach `npm start`: this machine alone, unless `--remote` is asked for. On real sockets. */
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { projectFolder, runSlidev, type Running } from '../support/deck.ts'
import { freePort } from '../support/free-port.ts'

const outside = Object.values(networkInterfaces())
  .flatMap((each) => each ?? [])
  .filter(({ internal, family }) => !internal && family === 'IPv4')
  .map(({ address }) => address)

const reaches = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 3000 })
    const end = (answer: boolean) => {
      socket.destroy()
      resolve(answer)
    }
    socket
      .once('connect', () => end(true))
      .once('error', () => end(false))
      .once('timeout', () => end(false))
  })

const running: Running[] = []
afterAll(async () => {
  for (const each of running) await each.stop()
})

async function started(...words: string[]): Promise<number> {
  const port = await freePort()
  const server = runSlidev(['start', '--port', String(port), ...words], { program: join(projectFolder, 'cli/main.ts') })
  running.push(server)
  await expect.poll(async () => (await reaches('localhost', port)) || server.output().includes('rror'), { timeout: 90_000 }).toBe(true)
  return port
}

describe('npm start', () => {
  it('answers this machine, and nobody else', async () => {
    const port = await started()
    expect(await reaches('localhost', port)).toBe(true)
    for (const address of outside) expect(await reaches(address, port), address).toBe(false)
    // It lets no program edit the slides through it either.
    const answer = await fetch(`http://localhost:${port}/__mcp`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    expect(answer.ok).toBe(false)
    await running.at(-1)!.stop()
  })

  it('with --remote answers others', { skip: outside.length === 0 }, async () => {
    const port = await started('--remote=word')
    for (const address of outside) expect(await reaches(address, port), address).toBe(true)
    await running.at(-1)!.stop()
  })
})
