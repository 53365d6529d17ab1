import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { alsoThere, hasDesktop, optionIn, slidevArguments } from '../../cli/start.ts'
import { slidevProgram } from '../../slidev/build.ts'
import { forEachCase } from '../support/faults.ts'

describe('a desktop', () => {
  it('is where somebody sits before a screen', () =>
    forEachCase(
      [
        ['linux', {}, false],
        ['linux', { DISPLAY: ':0' }, true],
        ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
        ['linux', { DISPLAY: '', WAYLAND_DISPLAY: '' }, false],
        ['linux', { SSH_CONNECTION: '::1 1 ::1 2' }, false],
        ['linux', { SSH_CONNECTION: '::1 1 ::1 2', DISPLAY: 'localhost:10.0' }, true],
        ['freebsd', { DISPLAY: ':0' }, true],
        ['darwin', {}, true],
        ['darwin', { SSH_TTY: '/dev/ttys001' }, false],
        ['win32', {}, true],
        ['win32', { SSH_CONNECTION: '::1 1 ::1 2' }, false],
        ['darwin', { CI: 'true' }, false],
        ['win32', { CI: '1' }, false],
        ['linux', { CI: 'woodpecker', DISPLAY: ':99' }, false],
        ['darwin', { CI: 'false' }, true],
        ['darwin', { CI: '0' }, true],
        ['darwin', { CI: '' }, true],
      ] as const,
      (platform, env, expected) => {
        expect(hasDesktop(env, platform)).toBe(expected)
      },
    ))
})

describe('what Slidev is started with', () => {
  it('is the deck, the port and, at a desktop, --open', () => {
    expect(slidevArguments([], 3030, false)).toEqual(['slides.md', '--port', '3030'])
    expect(slidevArguments([], 3031, true)).toEqual(['slides.md', '--port', '3031', '--open'])
  })

  it('passes everything else on, in order and last', () => {
    expect(slidevArguments(['--remote=secret', '--log', 'info'], 3030, false)).toEqual([
      'slides.md',
      '--port',
      '3030',
      '--remote=secret',
      '--log',
      'info',
    ])
  })

  it('leaves alone what was said: the deck, the port, whether to open', () => {
    expect(slidevArguments(['other.md'], 3030, false)).toEqual(['--port', '3030', 'other.md'])
    for (const said of [['--port', '4000'], ['--port=4000'], ['-p', '4000']])
      expect(slidevArguments(said, 3030, false)).toEqual(['slides.md', ...said])
    for (const said of ['--open', '-o', '--no-open', '--open=false'])
      expect(slidevArguments([said], 3030, true)).toEqual(['slides.md', '--port', '3030', said])
  })
})

describe('an option', () => {
  it('is what was said last', () =>
    forEachCase(
      [
        [['--port', '4000'], '4000'],
        [['--port=4000'], '4000'],
        [['-p', '4000', '--open'], '4000'],
        [['--port', '1', '--port=2'], '2'],
        [['--port'], ''],
        [['--ports', '4000'], undefined],
        [[], undefined],
      ] as const,
      (words, value) => {
        expect(optionIn(words, '--port', '-p')).toBe(value)
      },
    ))

  it('may have an equals sign in its value', () => {
    expect(optionIn(['--base=/a=b/'], '--base')).toBe('/a=b/')
  })
})

describe('the addresses', () => {
  it('are the reading page’s, which Slidev does not print, and Slidev’s own, which are not printed again', () => {
    expect(alsoThere(3030).match(/http\S+/g)).toEqual(['http://localhost:3030/read/'])
    expect(alsoThere(3031, '/deck/')).toContain('http://localhost:3031/deck/read/')
    const banner = readFileSync(join(dirname(slidevProgram), '../dist/cli.mjs'), 'utf8')
    expect(['public slide show', 'presenter mode'].filter((words) => !banner.includes(words))).toEqual([])
  })
})
