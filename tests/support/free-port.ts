import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'

/** On this machine, as long as nobody takes it. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
