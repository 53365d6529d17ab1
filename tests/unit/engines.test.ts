/** Finding Firefox and WebKitGTK on machines that are all invented, and getting them by apt. */
import { describe, expect, it } from 'vitest'
import { findFirefox, findWebKit, getEngines, type Surroundings } from '../support/engines/find.ts'
import { watched } from '../support/engines/watching-proxy.ts'

interface World {
  readonly platform?: NodeJS.Platform
  readonly env?: Readonly<Record<string, string>>
  readonly programs?: readonly string[]
  /** What apt puts there. */
  readonly brings?: readonly string[]
}

const LIBRARIES = '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1'
const WEBKIT = ['/usr/bin/WebKitWebDriver', `${LIBRARIES}/MiniBrowser`]

function machine({ platform = 'linux', env = {}, programs = [], brings = [] }: World) {
  const there = new Set(programs)
  const asked: string[] = []
  const around: Surroundings = {
    platform,
    env: { PATH: platform === 'win32' ? 'C:\\bin' : '/usr/bin', ...env },
    home: '/home/u',
    isProgram: (file) => there.has(file),
    names: (folder) => (folder === '/usr/lib' ? ['aarch64-linux-gnu', 'python3'] : []),
  }
  const get = () =>
    getEngines(around, async (packages) => {
      asked.push(packages)
      for (const each of brings) there.add(each)
      return ['apt-get: done']
    })
  return { around, asked, get }
}
const firefox = (world: World) => findFirefox(machine(world).around)
const webkit = (world: World) => findWebKit(machine(world).around)

describe('Firefox', () => {
  it.each<[string, World, string]>([
    ['Debian’s', { programs: ['/usr/bin/firefox', '/usr/bin/firefox-esr'] }, '/usr/bin/firefox-esr'],
    ['another', { programs: ['/usr/bin/firefox'] }, '/usr/bin/firefox'],
    [
      'a Mac’s',
      { platform: 'darwin', programs: ['/home/u/Applications/Firefox.app/Contents/MacOS/firefox'] },
      '/home/u/Applications/Firefox.app/Contents/MacOS/firefox',
    ],
    [
      'Windows’',
      { platform: 'win32', env: { PROGRAMFILES: 'C:\\P' }, programs: ['C:\\P\\Mozilla Firefox\\firefox.exe'] },
      'C:\\P\\Mozilla Firefox\\firefox.exe',
    ],
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
    expect(firefox({})).toEqual({
      missing: 'Firefox was not found: install it (Debian, as root: apt-get install firefox-esr), or set CLAIM_FIREFOX=/path/to/firefox',
    })
  })

  it('is never another than the one that is named', () => {
    expect(() => firefox({ env: { CLAIM_FIREFOX: '/gone' }, programs: ['/usr/bin/firefox'] })).toThrow(
      'CLAIM_FIREFOX is set to /gone, and that is no program.',
    )
  })
})

describe('WebKit', () => {
  it('is a driver, a browser and a screen of its own', () => {
    expect(webkit({ programs: [...WEBKIT, '/usr/bin/Xvfb'], env: { DISPLAY: ':0' } })).toEqual({
      found: { driver: WEBKIT[0], browser: WEBKIT[1], xvfb: '/usr/bin/Xvfb' },
    })
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
    expect(
      'missing' in finding &&
        ['its driver', 'its MiniBrowser', 'a screen'].filter(
          (part) => finding.missing.includes(`no ${part}`) || finding.missing.includes(`nor ${part}`),
        ),
    ).toEqual(lacking.map((each) => each.replace(', or Xvfb', '')))
    expect('missing' in finding && finding.missing).toContain('as root: apt-get install webkit2gtk-driver xvfb')
  })

  it('is for Linux alone', () => {
    expect(webkit({ platform: 'darwin', programs: WEBKIT })).toEqual({ missing: 'WebKitGTK is tried on Linux alone' })
  })
})

describe('getting them', () => {
  const all = ['/usr/bin/firefox-esr', ...WEBKIT, '/usr/bin/Xvfb']

  it('asks apt for what is missing alone, and for nothing where nothing is', async () => {
    const { get, asked } = machine({ programs: ['/usr/bin/firefox-esr'], brings: all })
    expect(await get()).toEqual([])
    expect(asked).toEqual(['webkit2gtk-driver xvfb'])
    const whole = machine({ programs: all })
    expect(await whole.get()).toEqual([])
    expect(whole.asked).toEqual([])
  })

  it('says what is still missing, and what was tried', async () => {
    const { get, asked } = machine({})
    expect(await get()).toEqual([
      'apt-get: done',
      expect.stringMatching(/^Firefox was not found/),
      expect.stringMatching(/^WebKitGTK is not whole/),
    ])
    expect(asked).toEqual(['firefox-esr webkit2gtk-driver xvfb'])
  })
})

it('what keeps a page’s errors comes before all else in its head', () => {
  expect(watched('<!doctype html><html><head lang="en"><meta http-equiv="a"></head>')).toMatch(
    /^<!doctype html><html><head lang="en"><script>\(function keepErrors\(\) \{.*\}\)\(\)<\/script><meta /s,
  )
})
