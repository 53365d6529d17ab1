/** Seeded mutations of the register's files: characters, values, ids, keys, structure, encodings, sizes. */
import { isMap, isNode, isScalar, isSeq, parseDocument } from 'yaml'
import { REGISTER_FILES, type RegisterFile } from '../../engine/register/parse.ts'
import { DATE_PAYLOADS, HIDDEN_PAYLOADS, KEY_PAYLOADS, TEXT_PAYLOADS, URL_PAYLOADS, VALUE_PAYLOADS } from './hostile.ts'
import type { Random } from './random.ts'

export interface Mutation {
  readonly kind: string
  /** What was done, in words that a person can do again. */
  readonly what: string
  readonly file: RegisterFile
  /** The file as the loader gets it. */
  readonly text: string
}

/** A value in a file. */
interface Place {
  readonly key: string
  readonly value: unknown
  readonly start: number
  readonly end: number
  /** Of its key and what lies between; that of the value where it is an entry of a list. */
  readonly from: number
}

export interface FileMap {
  readonly text: string
  readonly scalars: readonly Place[]
  /** Pairs of a map, whole. */
  readonly pairs: readonly Place[]
  /** Entries of a list that stand on lines of their own, whole: from the dash to the next one. */
  readonly entries: readonly { readonly start: number; readonly end: number }[]
}

export function mapFile(text: string): FileMap {
  const scalars: Place[] = []
  const pairs: Place[] = []
  const entries: { start: number; end: number }[] = []
  const lineStart = (offset: number) => text.lastIndexOf('\n', offset - 1) + 1
  const walk = (node: unknown, key: string, from: number): void => {
    if (!isNode(node) || !node.range) return
    const [start, end] = node.range
    if (isScalar(node)) scalars.push({ key, value: node.value, start, end, from })
    else if (isMap(node)) {
      for (const pair of node.items) {
        const name = pair.key
        if (!isScalar(name) || !name.range) continue
        const value = pair.value
        if (isNode(value) && value.range && !node.flow)
          pairs.push({ key: String(name.value), value: null, start: value.range[0], end: value.range[2], from: name.range[0] })
        walk(value, String(name.value), name.range[0])
      }
    } else if (isSeq(node)) {
      for (const item of node.items) {
        if (!isNode(item) || !item.range) continue
        if (!node.flow) entries.push({ start: lineStart(item.range[0]), end: item.range[2] })
        walk(item, key, item.range[0])
      }
    }
  }
  walk(parseDocument(text).contents, '', 0)
  return { text, scalars, pairs, entries }
}

export type FileMaps = Readonly<Record<RegisterFile, FileMap>>
export const mapFiles = (texts: Readonly<Record<RegisterFile, string>>): FileMaps =>
  Object.fromEntries(REGISTER_FILES.map((file) => [file, mapFile(texts[file])])) as unknown as FileMaps

const cut = (text: string, start: number, end: number, put: string) => text.slice(0, start) + put + text.slice(end)
const lineAt = (text: string, offset: number) => text.slice(0, offset).split('\n').length

type Made = { readonly what: string; readonly text: string } | null
type Make = (map: FileMap, random: Random) => Made

const ofScalar =
  (wanted: (place: Place) => boolean, change: (written: string, place: Place, random: Random) => string | null): Make =>
  (map, random) => {
    const places = map.scalars.filter((place) => place.end > place.start && wanted(place))
    if (places.length === 0) return null
    const place = random.of(places)
    const written = map.text.slice(place.start, place.end)
    const put = change(written, place, random)
    if (put === null || put === written) return null
    return {
      what: `${place.key} on line ${lineAt(map.text, place.start)}: ${JSON.stringify(written.slice(0, 50))} becomes ${JSON.stringify(put.slice(0, 80))}`,
      text: cut(map.text, place.start, place.end, put),
    }
  }

const isText = ({ value }: Place) => typeof value === 'string' && value.includes(' ')
const isId = ({ value }: Place) => typeof value === 'string' && /^(?:[A-Z]\d{1,3}|[a-z]+(?:-[a-z]+)*)$/.test(value)
const isNumbered = ({ value }: Place) => typeof value === 'string' && /^[A-Z]\d{1,3}$/.test(value)
/** Inside what is written, past its quotation mark or block head. */
const inside = (written: string, random: Random) => {
  const head = /^(?:["']|[>|][-+]?\n\s*)/.exec(written)?.[0].length ?? 0
  return head + random.below(Math.max(1, written.trimEnd().length - head))
}

const ofLine =
  (change: (lines: string[], at: number, random: Random) => string[] | null): Make =>
  ({ text }, random) => {
    const lines = text.split('\n')
    const at = random.below(lines.length - 1)
    const changed = change(lines, at, random)
    return (
      changed && {
        what: `line ${at + 1} ${JSON.stringify(lines[at]!.slice(0, 60))} becomes ${JSON.stringify((changed[at] ?? '').slice(0, 60))}`,
        text: changed.join('\n'),
      }
    )
  }

const ofBytes =
  (what: string, change: (bytes: Buffer, random: Random, text: string) => Buffer): Make =>
  ({ text }, random) => ({ what, text: change(Buffer.from(text), random, text).toString('utf8') })
const putBytes =
  (...bytes: number[]) =>
  (whole: Buffer, random: Random) => {
    const at = random.below(whole.length)
    return Buffer.concat([whole.subarray(0, at), Buffer.from(bytes), whole.subarray(at)])
  }

/** A line put in between two. */
const putLine =
  (what: string, line: string): Make =>
  ({ text }, random) => {
    const lines = text.split('\n')
    const at = random.below(lines.length)
    return { what: `${what} before line ${at + 1}`, text: lines.toSpliced(at, 0, line).join('\n') }
  }

const KINDS: Readonly<Record<string, readonly Make[]>> = {
  characters: [
    ofScalar(
      () => true,
      (written, _, random) => {
        const at = inside(written, random)
        return written.slice(0, at) + written.slice(at + 1)
      },
    ),
    ofScalar(
      () => true,
      (written, _, random) => {
        const at = inside(written, random)
        return written.slice(0, at) + (written[at + 1] ?? '') + written[at] + written.slice(at + 2)
      },
    ),
    ofScalar(
      () => true,
      (written, _, random) => {
        const at = inside(written, random)
        return written.slice(0, at) + random.of([...'abzAZ09.,;:-–’“”"\'#&*!|>%@`[]{}?\\/']) + written.slice(at + 1)
      },
    ),
    ofScalar(isText, (written) => written.toUpperCase()),
    ofScalar(isText, (written, _, random) => {
      const words = written.split(' ')
      const at = random.below(words.length)
      return words.toSpliced(at, 1).join(' ')
    }),
    ofScalar(isText, (written) => written.replace(/[’']/, (mark) => (mark === '’' ? "'" : '’'))),
    ({ text }, random) => {
      const at = random.below(text.length)
      return { what: `character ${at} ${JSON.stringify(text[at])} taken out`, text: cut(text, at, at + 1, '') }
    },
  ],
  'hidden characters': [
    ...[0, 1, 2].map((): Make =>
      ofScalar(isText, (written, _, random) => {
        const at = inside(written, random)
        return written.slice(0, at) + random.of(HIDDEN_PAYLOADS) + written.slice(at)
      }),
    ),
    ofScalar(
      isText,
      (_, { value }, random) =>
        `"${(value as string).replace(/["\\\n]/g, '')} ${random.of(['\\0', '\\u202e', '\\u200b', '\\x07', '\\uD800', '\\uFEFF', '\\e', '\\u2028', '\\N', '\\b'])}x"`,
    ),
    ({ text }, random) => {
      const at = random.below(text.length)
      const put = random.of(HIDDEN_PAYLOADS)
      return { what: `${JSON.stringify(put)} at character ${at}`, text: cut(text, at, at, put) }
    },
  ],
  'hostile text': [
    ofScalar(isText, (_, { value }, random) => JSON.stringify(`${(value as string).slice(0, 8)} ${random.of(TEXT_PAYLOADS)}`)),
    ofScalar(isText, (_, __, random) => JSON.stringify(random.of(TEXT_PAYLOADS))),
    ofScalar(isText, (written, _, random) => {
      const at = inside(written, random)
      return written.slice(0, at) + random.of(TEXT_PAYLOADS) + written.slice(at)
    }),
  ],
  ids: [
    ofScalar(isNumbered, (written, _, random) => written.replace(/\d+/, String(random.below(120)).padStart(2, '0'))),
    ofScalar(isNumbered, (written, _, random) => random.of([...'CSAWNITU']) + written.slice(1)),
    ofScalar(isNumbered, (written, _, random) =>
      random.of([
        written.toLowerCase(),
        `${written}x`,
        `0${written}`,
        written.slice(1),
        `${written} ${written}`,
        `"${written} "`,
        written.replace(/\d/, '٣'),
        written.replace(/^C/, 'С'),
      ]),
    ),
    ofScalar(isId, (written, _, random) => random.of([`${written}-x`, written.toUpperCase(), written.slice(0, -1), `${written} x`])),
  ],
  values: [
    ofScalar(
      () => true,
      (_, __, random) => random.of(VALUE_PAYLOADS),
    ),
    ofScalar(
      ({ key }) => key === 'grade' || key === 'losing',
      (_, __, random) => random.of(['S0', 'S1', 'S2', 'S3', 'S4', 'S5', 'N', 'n', 's0', '0', 'S', 'false', 'S0 S1', '[S0]']),
    ),
    ofScalar(
      ({ value }) => typeof value === 'number',
      (written, _, random) => random.of(['0', '-1', '1.5', '1e3', String(Number(written) + 1), '"3"', '9007199254740993', '0x10', '.inf']),
    ),
    ofScalar(
      ({ value }) => typeof value === 'boolean',
      (written, _, random) => random.of(['yes', 'no', '1', '"true"', 'TRUE', written === 'true' ? 'false' : 'true']),
    ),
    ofScalar(
      ({ key }) =>
        [
          'level',
          'voice',
          'type',
          'status',
          'relation',
          'from',
          'kind',
          'access',
          'role',
          'side',
          'says',
          'bearing',
          'readAs',
          'language',
          'checkWorthiness',
          'flags',
        ].includes(key),
      (written, _, random) =>
        random.of([`${written}x`, written.toUpperCase(), 'null', `[${written}]`, `${written}, ${written}`, 'none', '""', 'other']),
    ),
  ],
  'addresses and dates': [
    ofScalar(
      ({ key }) => key === 'url',
      (_, __, random) => random.of(URL_PAYLOADS),
    ),
    ofScalar(
      ({ key }) => ['date', 'asOf', 'readOn', 'published', 'eventDate'].includes(key),
      (_, __, random) => random.of(DATE_PAYLOADS),
    ),
  ],
  keys: [
    (map, random) => {
      const pair = random.of(map.pairs)
      const put = random.of(KEY_PAYLOADS)
      return {
        what: `key ${pair.key} on line ${lineAt(map.text, pair.from)} becomes ${put}`,
        text: cut(map.text, pair.from, pair.from + pair.key.length, put),
      }
    },
    (map, random) => {
      const pair = random.of(map.pairs)
      const at = random.below(pair.key.length)
      return {
        what: `key ${pair.key} on line ${lineAt(map.text, pair.from)} loses a letter`,
        text: cut(map.text, pair.from + at, pair.from + at + 1, ''),
      }
    },
    (map, random) => {
      const pair = random.of(map.pairs)
      const start = map.text.lastIndexOf('\n', pair.from) + 1
      return {
        what: `key ${pair.key} on line ${lineAt(map.text, pair.from)} taken out`,
        text: /^\s*$/.test(map.text.slice(start, pair.from)) ? cut(map.text, start, pair.end, '') : cut(map.text, pair.from, pair.end, ''),
      }
    },
    (map, random) => {
      const pair = random.of(map.pairs)
      const start = map.text.lastIndexOf('\n', pair.from) + 1
      const indent = ' '.repeat(pair.from - start)
      return {
        what: `key ${pair.key} on line ${lineAt(map.text, pair.from)} twice`,
        text: cut(map.text, pair.end, pair.end, `${indent}${map.text.slice(pair.from, pair.end)}`),
      }
    },
    (map, random) => {
      const pair = random.of(map.pairs)
      const start = map.text.lastIndexOf('\n', pair.from) + 1
      const indent = ' '.repeat(pair.from - start)
      const put = random.of(KEY_PAYLOADS)
      return {
        what: `key ${put} put after ${pair.key} on line ${lineAt(map.text, pair.from)}`,
        text: cut(map.text, pair.end, pair.end, `${indent}${put}: x\n`),
      }
    },
  ],
  structure: [
    ofLine((lines, at) => lines.toSpliced(at, 1)),
    ofLine((lines, at) => lines.toSpliced(at, 0, lines[at]!)),
    ofLine((lines, at) => lines.with(at, `  ${lines[at]}`)),
    ofLine((lines, at) => (lines[at]!.startsWith('  ') ? lines.with(at, lines[at]!.slice(2)) : null)),
    ofLine((lines, at) => lines.with(at, `\t${lines[at]}`)),
    ofLine((lines, at) => (at + 1 < lines.length ? lines.with(at, lines[at + 1]!).with(at + 1, lines[at]!) : null)),
    ofLine((lines, at) => (lines[at]!.includes(': ') ? lines.with(at, lines[at]!.replace(': ', ':')) : null)),
    (map, random) => {
      if (map.entries.length === 0) return null
      const { start, end } = random.of(map.entries)
      return { what: `the entry on line ${lineAt(map.text, start)} taken out`, text: cut(map.text, start, end, '') }
    },
    (map, random) => {
      if (map.entries.length === 0) return null
      const { start, end } = random.of(map.entries)
      return { what: `the entry on line ${lineAt(map.text, start)} twice`, text: cut(map.text, end, end, map.text.slice(start, end)) }
    },
    ({ text }, random) => {
      const at = random.below(text.length)
      return { what: `cut off at character ${at}`, text: text.slice(0, at) }
    },
    putLine('a second document', '---'),
    putLine('an end of the document', '...'),
    putLine('an entry of nothing', '- '),
    putLine('a directive', '%YAML 1.1'),
    putLine('an alias', '  - *a'),
  ],
  encodings: [
    ofBytes('a byte order mark at the start', (bytes) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes])),
    ofBytes('lines ended with CR and LF', (_, __, text) => Buffer.from(text.replaceAll('\n', '\r\n'))),
    ofBytes('lines ended with CR alone', (_, __, text) => Buffer.from(text.replaceAll('\n', '\r'))),
    ofBytes('UTF-16', (_, __, text) => Buffer.from(`\ufeff${text}`, 'utf16le')),
    ofBytes('Latin 1', (_, __, text) => Buffer.from(`# é\n${text}`, 'latin1')),
    ofBytes('a byte of Latin 1', putBytes(0xe9)),
    ofBytes('a surrogate as bytes', putBytes(0xed, 0xa0, 0x80)),
    ofBytes('an overlong slash', putBytes(0xc0, 0xaf)),
    ofBytes('a character cut in half', putBytes(0xe2, 0x80)),
    ofBytes('a NUL', putBytes(0)),
    ofBytes('one bit turned', (bytes, random) => {
      const copy = Buffer.from(bytes)
      const at = random.below(copy.length)
      copy[at]! ^= 1 << random.below(8)
      return copy
    }),
  ],
  sizes: [
    ofBytes('an empty file', () => Buffer.alloc(0)),
    ofBytes('only blanks', () => Buffer.from(' \n \n')),
    ofBytes('a comment of 200 000 characters', (bytes) => Buffer.concat([Buffer.from(`# ${'x'.repeat(200_000)}\n`), bytes])),
    ofBytes('20 000 blank lines before it', (bytes) => Buffer.concat([Buffer.from('\n'.repeat(20_000)), bytes])),
    ofBytes('5 000 brackets', () => Buffer.from('['.repeat(5000))),
    ofBytes('3 000 brackets, closed', () => Buffer.from(`${'['.repeat(3000)}${']'.repeat(3000)}`)),
    ofBytes('3 000 maps within maps', () => Buffer.from(`${'{a: '.repeat(3000)}1${'}'.repeat(3000)}`)),
    ofBytes('400 lists within lists, by indent', () =>
      Buffer.from(Array.from({ length: 400 }, (_, depth) => `${' '.repeat(depth)}-`).join('\n')),
    ),
    ofBytes('aliases that multiply', () =>
      Buffer.from(
        `a: &a [x, x, x, x]\n${[...'bcdefghijk'].map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghij'[at]}`).join(', ')}]`).join('\n')}\n`,
      ),
    ),
    ofScalar(isText, (_, __, random) => `"${'long '.repeat(random.of([500, 4000, 40_000]))}"`),
    ofScalar(isText, () => `"${'x'.repeat(50_000)}"`),
    ofScalar(
      () => true,
      (written) =>
        `[${Array(2000)
          .fill(written.includes('\n') ? 'x' : written)
          .join(', ')}]`,
    ),
  ],
}

export const REGISTER_KINDS = Object.keys(KINDS)

/** One mutation that changes something. The kinds come in turn, so that a short run has them all. */
export function mutateRegister(maps: FileMaps, random: Random, turn: number): Mutation {
  const kind = REGISTER_KINDS[turn % REGISTER_KINDS.length]!
  for (;;) {
    // A claim is what most of the register is about, so its file comes more often.
    const file = random.of([...REGISTER_FILES, 'claims', 'claims', 'argument'] as const)
    const made = random.of(KINDS[kind]!)(maps[file], random)
    if (made && made.text !== maps[file].text) return { kind, file, ...made }
  }
}
