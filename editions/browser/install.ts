/**
 * The two ways to get a browser where there is none. Each says what it tried
 * and how that went; whether a browser now works is for the caller to see.
 */
import { pathsOf } from './places.ts'
import { reason } from './probe.ts'
import type { Attempt, Probe } from './probe.ts'

/** Told, line by line, what is going on. */
export type Report = (line: string) => void

/** Longest silence of Playwright's download, in milliseconds. It speaks at every tenth, so this allows a line of 1 Mbit/s. */
const DOWNLOAD_SILENCE = 90_000
/** Longest silence of apt, in milliseconds. Generous: dpkg unpacks in silence, and breaking it off leaves work half done. */
const APT_SILENCE = 600_000

/** By Playwright's own download, into its cache: the headless shell of the version it is made for, about 100 MB. */
export async function download(probe: Probe, report: Report): Promise<readonly Attempt[]> {
  const what = 'Playwright\'s download'
  if (!probe.playwright)
    return [{ what, outcome: 'playwright-core is not installed; npm install brings it' }]
  if (isOn(probe.env['PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD']))
    return [{ what, outcome: 'switched off by PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD' }]
  report('No browser found. Downloading one with Playwright …')
  const cli = pathsOf(probe.platform).join(probe.playwright, 'cli.js')
  // It tries five times; each thing is told once, and no stack traces.
  const told = new Set<string>()
  // --no-remove: what other projects have in the same cache is not ours to clear.
  const answer = await probe.run(process.execPath, [cli, 'install', '--only-shell', '--no-remove', 'chromium'], {
    silence: DOWNLOAD_SILENCE,
    onLine: (line) => {
      if (/^[\w|]/.test(line) && !told.has(line))
        report(`  ${line}`)
      told.add(line)
    },
  })
  return [{ what, outcome: answer.code === 0 ? 'done' : `failed (${reason(answer)})` }]
}

/**
 * By the distribution's package, on Debian and its kin, where root is to be had
 * without asking. It brings the system libraries too. On Ubuntu there is no such
 * package, or one that only points to the snap: then the next search says so.
 *
 * @param choices sets of packages, best first; the first set that can be had is enough.
 */
export async function installByApt(probe: Probe, report: Report, choices: readonly (readonly string[])[] = [['chromium-headless-shell'], ['chromium']]): Promise<readonly Attempt[]> {
  const apt = '/usr/bin/apt-get'
  const named = (packages: readonly string[]) => `apt-get install ${packages.join(' ')}`
  const what = named(choices.at(-1)!)
  if (probe.platform !== 'linux')
    return []
  if (probe.look('/etc/debian_version') === 'nothing' || probe.look(apt) !== 'program')
    return [{ what, outcome: 'not tried: this is not Debian or Ubuntu' }]
  if (!probe.root && (await probe.run('sudo', ['-n', 'true'], { limit: 10_000 })).code !== 0)
    return [{ what, outcome: 'not tried: it needs root, or sudo without a password' }]

  const tried: Attempt[] = []
  const succeeds = async (what: string, task: readonly string[]) => {
    report(`Running apt-get ${task.join(' ')} …`)
    const line = ['env', 'DEBIAN_FRONTEND=noninteractive', apt, '-o', 'DPkg::Lock::Timeout=120', ...task]
    const [command, ...args] = probe.root ? line : ['sudo', '-n', ...line]
    const answer = await probe.run(command!, args, { silence: APT_SILENCE, onLine: text => report(`  ${text}`) })
    tried.push({ what, outcome: answer.code === 0 ? 'done' : `failed (${reason(answer)})` })
    return answer.code === 0
  }
  // A failing update is written down and borne: the lists from before may do.
  await succeeds('apt-get update', ['update'])
  for (const packages of choices) {
    if (await succeeds(named(packages), ['install', '-y', '--no-install-recommends', ...packages]))
      break
  }
  return tried
}

/** Playwright's own reading of such a variable. */
function isOn(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== '0' && value !== 'false'
}
