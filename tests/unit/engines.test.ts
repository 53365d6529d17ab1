/** Finding Firefox and WebKitGTK on machines that are all invented, and getting them by apt. */
import { describe, expect, it } from 'vitest'
import type { Probe } from '../../editions/browser/probe.ts'
import { findFirefox, findWebKit, getEngines } from '../support/engines/find.ts'
import { watched } from '../support/engines/watching-proxy.ts'

interface World {
  readonly platform?: NodeJS.Platform
  readonly env?: Readonly<Record<string, string>>
  readonly programs?: readonly string[]
  readonly root?: boolean
  /** What apt puts there. */
  readonly brings?: readonly string[]
}

const LIBRARIES = '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1'
const WEBKIT = ['/usr/bin/WebKitWebDriver', `${LIBRARIES}/MiniBrowser`]

function machine({ platform = 'linux', env = {}, programs = [], root = true, brings = [] }: World): { readonly probe: Probe; readonly ran: string[] } {
  const there = new Set(programs)
  const ran: string[] = []
  const probe: Probe = {
    platform,
    env: { PATH: platform === 'win32' ? 'C:\\bin' : '/usr/bin', ...env },
    home: '/home/u',
    root,
    playwright: undefined,
    look: (path) => (there.has(path) ? 'program' : 'nothing'),
    names: (folder) => (folder === '/usr/lib' ? ['aarch64-linux-gnu', 'python3'] : []),
    run: async (command, words) => {
      ran.push([command, ...words].join(' '))
      if (words.includes('install')) for (const each of brings) there.add(each)
      return { code: 0, lines: [] }
    },
    alone: (work) => work(),
  }
  return { probe, ran }
}
const firefox = (world: World) => findFirefox(machine(world).probe)
const webkit = (world: World) => findWebKit(machine(world).probe)

describe('Firefox', () => {
  it.each<[string, World, string]>([
    ['Debian’s', { programs: ['/usr/bin/firefox', '/usr/bin/firefox-esr'] }, '/usr/bin/firefox-esr'],
    ['another', { programs: ['/usr/bin/firefox'] }, '/usr/bin/firefox'],
    ['a Mac’s', { platform: 'darwin', programs: ['/home/u/Applications/Firefox.app/Contents/MacOS/firefox'] }, '/home/u/Applications/Firefox.app/Contents/MacOS/firefox'],
    ['Windows’', { platform: 'win32', env: { PROGRAMFILES: 'C:\\P' }, programs: ['C:\\P\\Mozilla Firefox\\firefox.exe'] }, 'C:\\P\\Mozilla Firefox\\firefox.exe'],
    ['the one that is named', { env: { CLAIM_FIREFOX: '/opt/mine' }, programs: ['/opt/mine', '/usr/bin/firefox'] }, '/opt/mine'],
  ])('is %s', (_, world, found) => {
    expect(firefox(world)).toEqual({ found })
  })

  it('is no snap, which cannot read a profile that is made for it, unless that is named', () => {
    const programs = ['/usr/bin/firefox', '/snap/bin/firefox']
    expect(firefox({ programs })).toEqual({ missing: expect.stringContaining('but for a snap') as string })
    expect(firefox({ programs, env: { CLAIM_FIREFOX: '/snap/bin/firefox' } })).toEqual({ found: '/snap/bin/firefox' })
  })

  it('is missing in words that say what to do', () => {
    expect(firefox({})).toEqual({ missing: 'Firefox was not found: install it (Debian: sudo apt install firefox-esr), or set CLAIM_FIREFOX=/path/to/firefox' })
  })

  it('is never another than the one that is named', () => {
    expect(() => firefox({ env: { CLAIM_FIREFOX: '/gone' }, programs: ['/usr/bin/firefox'] })).toThrow('CLAIM_FIREFOX is set to /gone, and that is no program.')
  })
})

describe('WebKit', () => {
  it('is a driver, a browser and a screen of its own', () => {
    expect(webkit({ programs: [...WEBKIT, '/usr/bin/Xvfb'], env: { DISPLAY: ':0' } })).toEqual({ found: { driver: WEBKIT[0], browser: WEBKIT[1], xvfb: '/usr/bin/Xvfb' } })
  })

  it('takes the person’s screen where there is no other', () => {
    expect(webkit({ programs: WEBKIT, env: { WAYLAND_DISPLAY: 'wayland-0' } })).toMatchObject({ found: { xvfb: undefined } })
  })

  it.each([
    [[], ['its driver', 'its MiniBrowser', 'a screen']],
    [WEBKIT, ['a screen, or Xvfb']],
    [['/usr/bin/Xvfb', WEBKIT[0]!], ['its MiniBrowser']],
  ])('of %j lacks %j, and says so', (programs, lacking) => {
    const finding = webkit({ programs })
    expect('missing' in finding && ['its driver', 'its MiniBrowser', 'a screen'].filter((part) => finding.missing.includes(`no ${part}`) || finding.missing.includes(`nor ${part}`))).toEqual(lacking.map((each) => each.replace(', or Xvfb', '')))
    expect('missing' in finding && finding.missing).toContain('sudo apt install webkit2gtk-driver xvfb')
  })

  it('is for Linux alone', () => {
    expect(webkit({ platform: 'darwin', programs: WEBKIT })).toEqual({ missing: 'WebKitGTK is tried on Linux alone' })
  })
})

describe('getting them', () => {
  const apt = ['/usr/bin/apt-get', '/etc/debian_version']
  const all = ['/usr/bin/firefox-esr', ...WEBKIT, '/usr/bin/Xvfb']
  const installs = (ran: readonly string[]) => ran.flatMap((line) => line.split('--no-install-recommends ').slice(1))

  it('asks apt for what is missing alone, and for nothing where nothing is', async () => {
    const { probe, ran } = machine({ programs: [...apt, '/usr/bin/firefox-esr'], brings: all })
    expect(await getEngines(probe, () => {})).toEqual([])
    expect(installs(ran)).toEqual(['webkit2gtk-driver xvfb'])
    const whole = machine({ programs: [...apt, ...all] })
    expect(await getEngines(whole.probe, () => {})).toEqual([])
    expect(whole.ran).toEqual([])
  })

  it('says what is still missing, and what was tried', async () => {
    const { probe } = machine({ programs: apt })
    expect(await getEngines(probe, () => {})).toEqual(['apt-get update: done', 'apt-get install firefox-esr webkit2gtk-driver xvfb: done', expect.stringMatching(/^Firefox was not found/), expect.stringMatching(/^WebKitGTK is not whole/)])
  })
})

it('what keeps a page’s errors comes before all else in its head', () => {
  expect(watched('<!doctype html><html><head lang="en"><meta http-equiv="a"></head>')).toMatch(/^<!doctype html><html><head lang="en"><script>\(function keepErrors\(\) \{.*\}\)\(\)<\/script><meta /s)
})
