/** Seeded mutations of the story: frontmatter, components, ids, links and HTML, click marks, expressions, structure, encodings, sizes. */
import type { StoryFile } from '../../engine/brief.ts'
import { HIDDEN_PAYLOADS, KEY_PAYLOADS, VALUE_PAYLOADS } from './hostile.ts'
import type { Random } from './random.ts'

export interface StoryMutation {
  readonly kind: string
  readonly what: string
  readonly file: string
  readonly text: string
}

const MARKUP = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)/>',
  '<iframe src="https://example.org/"></iframe>',
  '<p v-html="x"></p>',
  '<div style="color: red">',
  '<style>p { color: red }</style>',
  '<a href="javascript:alert(1)">x</a>',
  '<component :is="x" />',
  '<ClaimCards ids="C01" @click="alert(1)" />',
  '<ClaimCards v-if="alert(1)" />',
  '<object data=x>',
  '<base href="//x">',
  '<meta http-equiv=refresh>',
  '<!DOCTYPE x>',
  '<?x?>',
  '<ClaimCard',
  '</ClaimCards',
  '<Nothing />',
  '[x](javascript:alert(1))',
  '[x](https://example.org/)',
  '![x](https://example.org/x.png)',
  '[x]: javascript:alert(1)',
  '<https://example.org/>',
  '<javascript:alert(1)>',
] as const
const EXPRESSIONS = [
  '{{ alert(1) }}',
  '{{ constructor.constructor(1)() }}',
  '{{ $slidev.nav.go(1) }}',
  '{{ clams }}',
  '{{ byGrade.S9 }}',
  '{{ __proto__ }}',
  '{{ constructor }}',
  '{{',
  '}}',
  '{{ {{ claims }} }}',
  '{{{ claims }}}',
  '{{ claims',
  '{.red}',
  '{#x}',
  '{{ byGrade["S0"] }}',
  '{{ toString }}',
] as const

/** What a line is picked by, and what is done with it. Null: nothing to change there. */
type Change = (line: string, random: Random) => string | null
const lineOf = (wanted: RegExp, change: Change) => (text: string, random: Random) => {
  const lines = text.split('\n')
  const places = lines.flatMap((line, index) => (wanted.test(line) ? [index] : []))
  if (places.length === 0) return null
  const at = random.of(places)
  const put = change(lines[at]!, random)
  return put === null || put === lines[at]
    ? null
    : {
        what: `line ${at + 1} ${JSON.stringify(lines[at]!.slice(0, 50))} becomes ${JSON.stringify(put.slice(0, 80))}`,
        text: lines.with(at, put).join('\n'),
      }
}
const putIn = (payloads: readonly string[], wanted = /^[A-Z][^<>]{20,}|^# /) =>
  lineOf(wanted, (line, random) => {
    const at = line.indexOf(' ', 2 + random.below(line.length - 2))
    return at < 0 ? `${line} ${random.of(payloads)}` : `${line.slice(0, at)} ${random.of(payloads)}${line.slice(at)}`
  })
const bytes = (what: string, change: (whole: Buffer, random: Random) => Buffer) => (text: string, random: Random) => ({
  what,
  text: change(Buffer.from(text), random).toString('utf8'),
})
const insert =
  (...put: number[]) =>
  (whole: Buffer, random: Random) => {
    const at = random.below(whole.length)
    return Buffer.concat([whole.subarray(0, at), Buffer.from(put), whole.subarray(at)])
  }

type Make = (text: string, random: Random) => { readonly what: string; readonly text: string } | null
const COMPONENT = /^<[A-Z]\w*[^>]*>$/
const KINDS: Readonly<Record<string, readonly Make[]>> = {
  frontmatter: [
    lineOf(/^(?:layout|step|chapter|printSteps|minutes|aside|src): /, (line, random) =>
      line.replace(/: .*/, `: ${random.of(VALUE_PAYLOADS)}`),
    ),
    lineOf(/^(?:layout|step|chapter|printSteps|minutes|aside|src): /, (line, random) => line.replace(/^\w+/, random.of(KEY_PAYLOADS))),
    lineOf(/^(?:layout|step|chapter|src): /, (line) => `${line}\n${line}`),
    lineOf(/^(?:layout|step): /, (line) => `${line}x`),
    lineOf(/^src: /, (line, random) =>
      random.of([
        'src: ../../etc/passwd',
        'src: https://example.org/x.md',
        'src: ./pages/../slides.md',
        'src: /etc/passwd',
        'src: ./pages/99-none.md#1',
        'src: "./pages/01-two-questions.md"',
      ]),
    ),
    lineOf(
      /^layout: /,
      (line, random) =>
        `${line}\n${random.of(['onload: alert(1)', 'class: x', 'clicks: 99', 'background: https://example.org/x.png', 'hide: true', 'preload: false', 'zoom: 9', 'routeAlias: x', 'src: ./pages/01-two-questions.md\nsrc: x'])}`,
    ),
  ],
  components: [
    lineOf(COMPONENT, (line, random) => line.replace(/^<\w+/, (name) => name.slice(0, -1 - random.below(2)))),
    lineOf(/^<\w+ /, (line) => line.replace(/ (:?)(\w)/, ' $1x$2')),
    lineOf(/="\d+"/, (line, random) =>
      line.replace(/="\d+"/, `="${random.of(['0', '-1', '99', 'alert(1)', '1.5', '', 'x', '1; x', "'1'"])}"`),
    ),
    lineOf(/^<\w+ /, (line, random) => line.replace(/"[^"]*"/, random.of(['""', "'x'", 'x', '"`x`"', '"<b>"', '"{{ x }}"']))),
    lineOf(COMPONENT, (line, random) =>
      line.replace(
        /\s*\/>$/,
        ` ${random.of(['@click="x"', 'v-html="x"', ':style="x"', 'onclick="x"', 'class="x"', '#x', 'v-bind="x"', '...x', 'ref="x"', 'is="x"'])} />`,
      ),
    ),
    lineOf(COMPONENT, (line) => line.replace('/>', '')),
  ],
  ids: [
    lineOf(/"[CSAW]\d/, (line, random) =>
      line.replace(/\b([CSAW])\d+/, (_, letter: string) => `${letter}${random.of(['99', '00', '1', '٣', '1x', ''])}`),
    ),
    lineOf(/"C\d\d/, (line, random) => line.replace(/C\d\d/, random.of(['c01', 'С01', '__proto__', 'constructor', 'C01;C02', 'C01,C02']))),
    lineOf(/^step: /, (line, random) => `step: ${random.of(['none', '__proto__', 'Setting', 'constructor'])}`),
  ],
  'links and HTML': [putIn(MARKUP), putIn(MARKUP), lineOf(/^# /, (line, random) => `${line}\n\n${random.of(MARKUP)}`)],
  'click marks': [
    lineOf(/^\[click\]/, (line, random) =>
      line.replace(
        '[click]',
        random.of([
          '[clik]',
          '[click',
          'click]',
          '[click:0]',
          '[click:x]',
          '[click:999]',
          '[ click ]',
          '[Click here]',
          '[click:-1]',
          '[[click]]',
        ]),
      ),
    ),
    lineOf(/^# /, (line) => `${line} [click]`),
    lineOf(/^-->$/, (_, random) => random.of(['', '--', '-- >', '<!--\n-->', '-->\n-->', '--->\n<!--\nx\n-->'])),
    lineOf(/^<!--$/, (_, random) => random.of(['', '<!-', '<! --', '<!--\n<!--'])),
  ],
  expressions: [putIn(EXPRESSIONS), putIn(EXPRESSIONS, /^(?:\[click\]|[A-Z])/)],
  characters: [
    putIn(HIDDEN_PAYLOADS),
    putIn(HIDDEN_PAYLOADS, /./),
    lineOf(/^[A-Z][^<>{}[\]]{20,}/, (line, random) => {
      const at = random.below(line.length)
      return line.slice(0, at) + random.of([...'abz.,;“”*_`#&\\/+=']) + line.slice(at)
    }),
    lineOf(/^[A-Z][^<>{}[\]]{20,}/, (line, random) => {
      const at = random.below(line.length)
      return line.slice(0, at) + line.slice(at + 1)
    }),
  ],
  structure: [
    lineOf(/^---$/, (_, random) => random.of(['', '--', '----', '***', '--- x', '---\n---', '---\n\n---'])),
    lineOf(/^# /, (line, random) => random.of(['', line.slice(1), `#${line}`, `${line}\n\n${line}`, '#', line.replace('# ', '#')])),
    (text, random) => {
      const at = random.below(text.length)
      return { what: `cut off at character ${at}`, text: text.slice(0, at) }
    },
    lineOf(/./, (line, random) =>
      random.of([`\t${line}`, '```', '~~~js', `\`\`\`ts {monaco}\n${line}\n\`\`\``, `<<< ./x.ts`, `$$${line}$$`, `::right::`]),
    ),
  ],
  encodings: [
    bytes('a byte order mark at the start', (whole) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), whole])),
    bytes('lines ended with CR and LF', (whole) => Buffer.from(whole.toString('utf8').replaceAll('\n', '\r\n'))),
    bytes('lines ended with CR alone', (whole) => Buffer.from(whole.toString('utf8').replaceAll('\n', '\r'))),
    bytes('UTF-16', (whole) => Buffer.from(`\ufeff${whole.toString('utf8')}`, 'utf16le')),
    bytes('a byte of Latin 1', insert(0xe9)),
    bytes('a surrogate as bytes', insert(0xed, 0xa0, 0x80)),
    bytes('a NUL', insert(0)),
    bytes('a character cut in half', insert(0xe2, 0x80)),
  ],
  sizes: [
    bytes('an empty file', () => Buffer.alloc(0)),
    putIn(['x'.repeat(100_000)]),
    putIn(['<'.repeat(20_000)]),
    putIn(['{{'.repeat(10_000)]),
    putIn(['['.repeat(20_000)]),
    putIn(['<ClaimCards '.repeat(2000)]),
    bytes('5 000 blank lines before it', (whole) => Buffer.concat([Buffer.from('\n'.repeat(5000)), whole])),
    bytes('2 000 slides of nothing after it', (whole) => Buffer.concat([whole, Buffer.from('\n---\n'.repeat(2000))])),
  ],
}

export const STORY_KINDS = Object.keys(KINDS)

export function mutateStory(files: readonly StoryFile[], random: Random, turn: number): StoryMutation {
  const kind = STORY_KINDS[turn % STORY_KINDS.length]!
  for (;;) {
    const { file, text } = random.of(files)
    const made = random.of(KINDS[kind]!)(text, random)
    if (made && made.text !== text) return { kind, file, ...made }
  }
}
