/** The proof of a quote without the text: every run of words is proven at its place, and nothing else is. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { parse, stringify } from 'yaml'
import { describe, expect, it } from 'vitest'
import { fingerprintYaml, splitSentences } from '../../../cli/fingerprint.ts'
import { jsonSchemas, schemaFolder } from '../../../cli/json-schema.ts'
import {
  codePoints,
  holdsWords,
  makeFingerprint,
  proveQuote,
  parseFingerprint,
  type SentenceSpan,
  sha256,
  standsIn,
  tokenize,
  WINDOW,
} from '../../../engine/register/fingerprint.ts'
import { parseRegister } from '../../../engine/register/parse.ts'
import type { FingerprintData } from '../../../engine/register/schema.ts'
import { edit, loadRegister, smallData, smallFingerprint, smallTexts, SMALL_TEXT } from './support.ts'
import { forEachCase } from '../../support/faults.ts'

const slice = (text: string, start: number, end: number) => [...text].slice(start, end).join('')

/** One sentence a part, parts joined by a space. */
function fingerprintOf(sentences: readonly string[]) {
  const spans: SentenceSpan[] = []
  let start = 0
  for (const [index, sentence] of sentences.entries()) {
    const end = start + codePoints(sentence)
    spans.push({ id: `S${String(index + 1).padStart(2, '0')}`, role: 'body', paragraph: 1, start, end })
    start = end + 1
  }
  const text = sentences.join(' ')
  return { text, spans, data: makeFingerprint(text, spans), fingerprint: parseFingerprint(makeFingerprint(text, spans)) }
}

const word = fc.oneof(
  { weight: 6, arbitrary: fc.string({ unit: fc.constantFrom(...'abcdeABZ09äßñ'), minLength: 1, maxLength: 5 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'Taliban’s',
      "it's",
      'anti-Pakistan',
      'Tehrik-i-Taliban',
      'cafe\u0301',
      'naïve',
      '𝒜lpha',
      '𐍈',
      'کابل',
      'لِسان',
      '北京',
      '😀',
      '👩‍💻',
      '🇵🇰',
      '❤️',
      '—',
      '…',
      '(ISKP)',
      '“so”',
      '‘so’',
      'a--b',
      '’',
      '-',
      '1,000',
      '$',
      '!̣',
    ),
  },
)
const mark = fc.constantFrom('', '', '', ',', ';', ':', ' –')
const sentence = fc
  .tuple(
    fc.array(fc.tuple(word, mark, fc.constantFrom(' ', ' ', ' ', '  ', '\u00a0')), { minLength: 1, maxLength: 14 }),
    fc.constantFrom('.', '!', '?', '…', '.”', ''),
  )
  .map(([parts, end]) => `${parts.map(([text, after, gap], index) => text + after + (index < parts.length - 1 ? gap : '')).join('')}${end}`)
const sentences = fc.array(sentence, { minLength: 1, maxLength: 5 })

/** The places of a text in sentences at which whole tokens begin and end, found on the text itself. */
function placesOf(text: string, spans: readonly SentenceSpan[], quote: string) {
  const length = codePoints(quote)
  return spans.flatMap(({ id, start, end }) => {
    const words = slice(text, start, end)
    const tokens = tokenize(words)
    const begins = new Set(tokens.map((token) => token.start))
    const ends = new Set(tokens.map((token) => token.end))
    return Array.from({ length: Math.max(0, end - start - length + 1) }, (_, at) => at)
      .filter((at) => begins.has(at) && ends.has(at + length) && slice(words, at, at + length) === quote)
      .map((at) => ({ sentence: id, start: start + at, end: start + at + length }))
  })
}

/** A text in sentences, with a run of at least three tokens of one of them. */
const textAndRun = sentences.chain((parts) => {
  const { text, spans, fingerprint } = fingerprintOf(parts)
  const runs = spans.flatMap((span) => {
    const tokens = tokenize(slice(text, span.start, span.end))
    return tokens.flatMap((from, i) =>
      tokens.slice(i + WINDOW - 1).map((to) => ({ start: span.start + from.start, end: span.start + to.end })),
    )
  })
  return fc.record({
    text: fc.constant(text),
    spans: fc.constant(spans),
    fingerprint: fc.constant(fingerprint),
    run: runs.length > 0 ? fc.constantFrom(...runs) : fc.constant(null),
  })
})

describe('tokens', () => {
  it('are words and marks', () =>
    forEachCase(
      [
        ['two words', 'Alpha met', ['Alpha', 'met']],
        ['marks are tokens', 'so, or (so).', ['so', ',', 'or', '(', 'so', ')', '.']],
        ['an apostrophe or hyphen joins', "Taliban’s anti-Pakistan it's", ['Taliban’s', 'anti-Pakistan', "it's"]],
        ['but not at an edge', '‘so’ -x a--b', ['‘', 'so', '’', '-', 'x', 'a', '-', '-', 'b']],
        ['a combining mark stays with its letter', 'cafe\u0301 e\u0301a', ['cafe\u0301', 'e\u0301a']],
        ['and with a mark it stands on', '!\u0323 a', ['!\u0323', 'a']],
        ['astral letters', '𝒜lpha 😀', ['𝒜lpha', '😀']],
        ['Arabic with vowel signs', 'لِسان', ['لِسان']],
        ['nothing', ' \n\t ', []],
      ],
      (_, text, expected) => {
        expect(tokenize(text).map((token) => token.text)).toEqual(expected)
      },
    ))

  it('offsets are code points, and all that is between tokens is space', () => {
    fc.assert(
      fc.property(sentence, (text) => {
        let end = 0
        for (const token of tokenize(text)) {
          expect(slice(text, token.start, token.end)).toBe(token.text)
          expect(slice(text, end, token.start).trim()).toBe('')
          end = token.end
        }
        expect(slice(text, end, Infinity).trim()).toBe('')
      }),
    )
  })
})

describe('proveQuote', () => {
  it('proves every run of three tokens or more that occurs once, at its exact place, and tells each place of one that occurs twice', () => {
    fc.assert(
      fc.property(textAndRun, ({ text, spans, fingerprint, run }) => {
        fc.pre(run !== null)
        const quote = slice(text, run.start, run.end)
        const places = placesOf(text, spans, quote)
        const proof = proveQuote(fingerprint, quote)
        if (places.length === 1) expect(proof).toEqual({ kind: 'proven', place: places[0] })
        else expect(proof).toEqual({ kind: 'twice', places })
      }),
      { numRuns: 500 },
    )
  })

  it('never proves a quote with one character changed, put in or left out, unless that is in the text too', () => {
    const change = fc.record({
      at: fc.nat(),
      how: fc.constantFrom('replace', 'insert', 'delete', 'swap'),
      char: fc.constantFrom(..."aZ9,.’'-– \u00a0", '😀', '\u0301', '\u200b'),
    })
    fc.assert(
      fc.property(textAndRun, change, ({ text, spans, fingerprint, run }, { at, how, char }) => {
        fc.pre(run !== null)
        const quote = slice(text, run.start, run.end)
        const points = [...quote]
        const place = at % points.length
        const changed = {
          replace: points.with(place, char),
          insert: points.toSpliced(place, 0, char),
          delete: points.toSpliced(place, 1),
          swap: place + 1 < points.length ? points.toSpliced(place, 2, points[place + 1]!, points[place]!) : points,
        }[how].join('')
        fc.pre(changed !== quote)
        const places = placesOf(text, spans, changed)
        const proof = proveQuote(fingerprint, changed)
        expect(proof.kind === 'proven' ? [proof.place] : proof.kind === 'twice' ? proof.places : []).toEqual(
          tokenize(changed).length < WINDOW ? [] : places,
        )
      }),
      { numRuns: 400 },
    )
  })

  const { fingerprint } = fingerprintOf([
    'Alpha met Beta, “so to say”, in the cafe\u0301 of 𝒜lpha 😀 at noon.',
    'Alpha met Beta again.',
    'No.',
  ])
  it('knows what stands in the text, and what does not', () =>
    forEachCase<[string, string, object]>(
      [
        ['a word that follows another once', 'Alpha met Beta again', { kind: 'proven', place: { sentence: 'S02', start: 62, end: 82 } }],
        ['with the mark at its end', 'Alpha met Beta again.', { kind: 'proven', place: { sentence: 'S02', start: 62, end: 83 } }],
        [
          'with another mark at its end',
          'Alpha met Beta again!',
          { kind: 'not-verbatim', sentence: 'S02', matched: 'Alpha met Beta again', word: '!' },
        ],
        ['quotation marks at both ends', '“so to say”', { kind: 'proven', place: { sentence: 'S01', start: 16, end: 27 } }],
        ['straight quotation marks', '"so to say"', { kind: 'not-verbatim', sentence: null, matched: '', word: '"so to' }],
        [
          'twice',
          'Alpha met Beta',
          {
            kind: 'twice',
            places: [
              { sentence: 'S01', start: 0, end: 14 },
              { sentence: 'S02', start: 62, end: 76 },
            ],
          },
        ],
        ['an accent as two code points', 'in the cafe\u0301', { kind: 'proven', place: { sentence: 'S01', start: 29, end: 41 } }],
        ['the same accent as one', 'in the café', { kind: 'not-verbatim', sentence: null, matched: '', word: 'in the café' }],
        ['the accent left out at the end', 'in the cafe', { kind: 'not-verbatim', sentence: null, matched: '', word: 'in the cafe' }],
        [
          'after astral characters offsets still count code points',
          '😀 at noon',
          { kind: 'proven', place: { sentence: 'S01', start: 51, end: 60 } },
        ],
        ['past the end of the sentence', 'Beta again. No.', { kind: 'crosses', sentence: 'S02', next: 'S03' }],
        ['past the end of the text', 'Beta again', { kind: 'too-short' }],
        ['a space before it', ' Beta again.', { kind: 'not-verbatim', sentence: 'S02', matched: 'Beta again.', word: '' }],
        ['nothing', '', { kind: 'too-short' }],
      ],
      (_, quote, expected) => {
        expect(proveQuote(fingerprint, quote)).toEqual(expected)
      },
    ))

  it.each<[string, string | undefined, object]>([
    ['the first of its sentences', 'S01', { kind: 'proven', place: { sentence: 'S01', start: 0, end: 14 } }],
    ['the second', 'S02', { kind: 'proven', place: { sentence: 'S02', start: 62, end: 76 } }],
    ['a third', 'S03', { kind: 'twice' }],
    ['none', undefined, { kind: 'twice' }],
  ])('a quote in two sentences is told apart by its own: %s', (_, sentence, expected) => {
    expect(proveQuote(fingerprint, 'Alpha met Beta', sentence)).toMatchObject(expected)
  })

  it('a quote in two sentences, and twice in one of them, is told apart in the other', () => {
    const { fingerprint: thrice } = fingerprintOf(['So it is, and so it is.', 'Now so it is.'])
    expect(proveQuote(thrice, 'so it is', 'S02')).toMatchObject({ kind: 'proven', place: { sentence: 'S02', start: 28 } })
    const { fingerprint: inOne } = fingerprintOf(['Yes so it is, and so it is.', 'Now so it is.'])
    expect(proveQuote(inOne, 'so it is', 'S01')).toMatchObject({
      kind: 'twice',
      places: [{ sentence: 'S01' }, { sentence: 'S01' }, { sentence: 'S02' }],
    })
  })

  it('a sentence that is named decides nothing where the quote stands once', () => {
    expect(proveQuote(fingerprint, 'Alpha met Beta again', 'S01')).toMatchObject({ kind: 'proven', place: { sentence: 'S02' } })
  })

  describe('tells a space that is another one in the text', () => {
    const { fingerprint: spaced } = fingerprintOf(['It was open until 9\u00a0p.m. on weekdays, for 10\u202fyears.'])
    it('and which, before which word', () =>
      forEachCase<[string, string, object | undefined]>(
        [
          ['in the first window', 'open until 9 p.m.', { before: 'p', inText: '\u00a0' }],
          ['first of all', '9 p.m. on', { before: 'p', inText: '\u00a0' }],
          ['further on', 'It was open until 9 p.m.', { before: 'p', inText: '\u00a0' }],
          ['a narrow one', 'on weekdays, for 10 years', { before: 'years', inText: '\u202f' }],
          ['an ordinary one', 'was open\u00a0until 9', { before: 'until', inText: ' ' }],
          ['another word is no space', 'was open till 9', undefined],
          ['two spaces are not one', 'was open  until', undefined],
        ],
        (_, quote, space) => {
          const proof = proveQuote(spaced, quote)
          expect(proof.kind).toBe('not-verbatim')
          expect(proof.kind === 'not-verbatim' && proof.space).toEqual(space ?? undefined)
        },
      ))

    it('and proves the quote with its own', () => {
      expect(proveQuote(spaced, 'open until 9\u00a0p.m. on weekdays')).toMatchObject({ kind: 'proven', place: { start: 7, end: 36 } })
    })
  })
})

describe('words', () => {
  it('standsIn needs three tokens and the right sentence', () => {
    const { fingerprint } = fingerprintOf(['Alpha met Beta at noon.', 'Beta left.'])
    expect(standsIn(fingerprint, 'S01', 'met Beta at')).toBe(true)
    expect(standsIn(fingerprint, 'S02', 'met Beta at')).toBe(false)
    expect(standsIn(fingerprint, 'S09', 'met Beta at')).toBe(false)
    expect(standsIn(fingerprint, 'S01', 'met Beta')).toBe(false)
    expect(standsIn(fingerprint, 'S01', 'met beta at')).toBe(false)
  })

  it('holdsWords: whole words, character by character', () =>
    forEachCase(
      [
        ['never', 'but never had', true],
        ['ever', 'but never had', false],
        ['art', 'part of an art', true],
        ['Pakistan', 'an anti-Pakistan mood', false],
        ['5 July', 'on 15 July', false],
        ['the  end', 'the end', false],
        ['', 'the end', false],
        ['the end of it', 'the end', false],
      ],
      (words, text, expected) => {
        expect(holdsWords(text, words)).toBe(expected)
      },
    ))
})

describe('splitSentences', () => {
  const cut = (text: string) => splitSentences(text).map(({ start, end, ...span }) => [span.id, span.paragraph, slice(text, start, end)])
  it('cuts a text at its sentences and paragraphs', () =>
    forEachCase<[string, string, unknown[]]>(
      [
        ['nothing', '', []],
        ['spaces', ' \n\n ', []],
        ['one sentence', 'Alpha met Beta.', [['S01', 1, 'Alpha met Beta.']]],
        [
          'two in a paragraph, two paragraphs',
          'Alpha met. Beta left!\n\nWhy?',
          [
            ['S01', 1, 'Alpha met.'],
            ['S02', 1, 'Beta left!'],
            ['S03', 2, 'Why?'],
          ],
        ],
        [
          'lines of another system',
          'Alpha met.\r\n\r\nBeta left.\r\n',
          [
            ['S01', 1, 'Alpha met.'],
            ['S02', 2, 'Beta left.'],
          ],
        ],
        [
          'space around',
          '  Alpha met.  \n Beta left.',
          [
            ['S01', 1, 'Alpha met.'],
            ['S02', 2, 'Beta left.'],
          ],
        ],
        [
          'astral characters before',
          '😀😀 Alpha met. Beta 😀 left.',
          [
            ['S01', 1, '😀😀 Alpha met.'],
            ['S02', 1, 'Beta 😀 left.'],
          ],
        ],
        [
          'no mark at the end',
          'Alpha met. Author',
          [
            ['S01', 1, 'Alpha met.'],
            ['S02', 1, 'Author'],
          ],
        ],
        [
          'an abbreviation',
          '  Dr. Alpha met Mr.  Beta. So he did.  ',
          [
            ['S01', 1, 'Dr. Alpha met Mr.  Beta.'],
            ['S02', 1, 'So he did.'],
          ],
        ],
        [
          'an abbreviation at the end of a paragraph',
          'Alpha met Dr.\nBeta left.',
          [
            ['S01', 1, 'Alpha met Dr.'],
            ['S02', 2, 'Beta left.'],
          ],
        ],
        [
          'a non-breaking space after it',
          'Dr.\u00a0Alpha left at 9\u00a0p.m. on Monday. Why?',
          [
            ['S01', 1, 'Dr.\u00a0Alpha left at 9\u00a0p.m. on Monday.'],
            ['S02', 1, 'Why?'],
          ],
        ],
        [
          'astral characters before an abbreviation',
          '😀 Dr. Alpha. Beta.',
          [
            ['S01', 1, '😀 Dr. Alpha.'],
            ['S02', 1, 'Beta.'],
          ],
        ],
        [
          'numbers of a list',
          '1. Alpha met. 2. Beta left.',
          [
            ['S01', 1, '1. Alpha met.'],
            ['S02', 1, '2. Beta left.'],
          ],
        ],
      ],
      (_, text, expected) => {
        expect(cut(text)).toEqual(expected)
      },
    ))

  it('takes an abbreviation for what it is', () =>
    forEachCase(
      [
        ['the U.S. Army left', 1],
        ['He left the U.S. They cried.', 2],
        ['It shuts at 9 p.m. The council knows.', 2],
        ['It shuts at 9 p.m. Holm knows.', 1],
        ['J. R. Smith met Col. Jones, i.e. Adam. He left.', 2],
        ['See No. 5 and p. 4. No. That is not so.', 3],
        ['It was Sunday, etc. Then it was Monday.', 2],
        ['It has a name in vain. They left.', 2],
        ['Plan B. It is good.', 2],
        ['Is it so? It is so! Dr. Alpha…', 3],
      ],
      (text, count) => {
        expect(cut(text)).toHaveLength(count)
      },
    ))

  it('covers every character but space, in order, and none twice', () => {
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 6 }), fc.constantFrom(' ', '\n', '\n\n', '\r\n'), (parts, gap) => {
        const text = parts.join(gap)
        let end = 0
        for (const span of splitSentences(text)) {
          expect(slice(text, end, span.start).trim()).toBe('')
          expect(slice(text, span.start, span.end).trim()).toBe(slice(text, span.start, span.end))
          expect(span.end).toBeGreaterThan(span.start)
          end = span.end
        }
        expect(slice(text, end, Infinity).trim()).toBe('')
      }),
    )
  })
})

describe('fingerprintYaml', () => {
  const read = (yaml: string) => parseRegister({ fingerprint: yaml }).parts.fingerprint!

  it('comes back through the loader as what was made', () => {
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 6 }), (parts) => {
        const text = parts.join('\n')
        fc.pre(text.trim() !== '')
        expect(read(fingerprintYaml(text))).toEqual(parseFingerprint(makeFingerprint(text, splitSentences(text))))
      }),
    )
  })

  it('is the sha256 of the bytes and the length in code points', () => {
    const { sha256: digest, length } = read(fingerprintYaml('Alpha 😀 met.'))
    expect(digest).toBe(sha256('Alpha 😀 met.'))
    expect(length).toBe(12)
    // Of “abc”, from FIPS 180.
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })

  it('keeps a role edited by hand, where the sentence has not moved', () => {
    const edited = edit(fingerprintYaml(SMALL_TEXT), 'S03', 'role: body', 'role: pull-quote')
    const roles = (yaml: string) => read(yaml).sentences.map(({ role }) => role)
    expect(roles(fingerprintYaml(SMALL_TEXT, edited))).toEqual(['body', 'body', 'pull-quote', 'body', 'body', 'body'])
    expect(roles(fingerprintYaml(`${SMALL_TEXT} More.`, edited))).toEqual(['body', 'body', 'pull-quote', 'body', 'body', 'body', 'body'])
    expect(roles(fingerprintYaml(`A${SMALL_TEXT}`, edited))).not.toContain('pull-quote')
  })

  it('is made anew over a file that cannot be read', () => {
    for (const broken of ['', 'x: [', 'sentences: none']) expect(fingerprintYaml(SMALL_TEXT, broken)).toBe(fingerprintYaml(SMALL_TEXT))
  })

  it('does not hold the text', () => {
    const data = parse(fingerprintYaml(SMALL_TEXT)) as FingerprintData
    for (const token of tokenize(SMALL_TEXT).filter(({ text }) => text.length > 3)) expect(stringify(data)).not.toContain(token.text)
  })
})

describe('a non-breaking space', () => {
  const text = SMALL_TEXT.replace('at noon', 'at\u00a0noon')
  const claims = (quote: string) =>
    smallTexts(smallData(), smallFingerprint(text)).claims.replace('quote: Beta left at noon', `quote: ${quote}`)
  const load = (quote: string) => loadRegister({ ...smallTexts(smallData(), smallFingerprint(text)), claims: claims(quote) }, text)

  it.each([
    ['itself', 'Beta left at\u00a0noon'],
    ['by a name of YAML', '"Beta left at\\_noon"'],
    ['by its number', '"Beta left at\\u00a0noon"'],
  ])('in a quote, written %s', (_, quote) => {
    const { register, diagnostics } = load(quote)
    expect(diagnostics).toEqual([])
    expect(register!.claims.find(({ id }) => id === 'C02')!.quote).toBe('Beta left at\u00a0noon')
  })

  it('left out, is told with what to write', () => {
    expect(load('Beta left at noon').diagnostics).toMatchObject([
      {
        code: 'quote-not-verbatim',
        field: 'C02.quote',
        expected:
          "the article's own characters: it has a non-breaking space (U+00A0) before “noon”; put the quote in double quotation marks and write \\u00a0 there",
      },
    ])
  })

  it('put where there is none, is told too', () => {
    expect(loadRegister({ ...smallTexts(), claims: claims('"Beta left at\\_noon"') }).diagnostics).toMatchObject([
      { code: 'quote-not-verbatim', field: 'C02.quote', expected: "the article's own characters: it has an ordinary space before “noon”" },
    ])
  })
})

describe('with the article’s text at hand', () => {
  it('every quote is checked on it, and its surroundings are known', () => {
    const { register, diagnostics } = loadRegister(smallTexts(), SMALL_TEXT)
    expect(diagnostics).toEqual([])
    expect(register!.claims[1]!.selectors).toEqual({
      exact: 'Beta left at noon',
      prefix: slice(SMALL_TEXT, 35, 67),
      suffix: slice(SMALL_TEXT, 84, 116),
      start: 67,
      end: 84,
    })
    expect(loadRegister(smallTexts()).register!.claims[1]!.selectors).toMatchObject({ prefix: '', suffix: '', start: 67 })
  })

  it('another text is told by its digest, its length and each quote it does not have there', () => {
    const { register, diagnostics } = loadRegister(smallTexts(), SMALL_TEXT.replace('noon', 'midday'))
    expect(register).toBeNull()
    expect(diagnostics.map(({ code, file, field }) => [code, file, field])).toEqual([
      ['text-mismatch', 'claims/claims.yaml', 'C02.quote'],
      ['text-mismatch', 'claims/claims.yaml', 'C03.quote'],
      ['text-mismatch', 'claims/claims.yaml', 'C04.quote'],
      ['text-mismatch', 'claims/claims.yaml', 'C05.quote'],
      ['text-mismatch', 'claims/fingerprint.yaml', 'sha256'],
      ['text-mismatch', 'claims/fingerprint.yaml', 'length'],
    ])
    expect(diagnostics[0]).toMatchObject({ value: '“Beta left at noon”', expected: "the text's characters 67 to 84: “Beta left at midd”" })
  })

  it('a quote at fault is told once, by the fingerprint', () => {
    const data = smallData()
    data.claims[1]!.quote = 'Beta left at nine'
    expect(loadRegister(smallTexts(data), SMALL_TEXT).diagnostics.map(({ code }) => code)).toEqual(['quote-not-verbatim'])
  })
})

it('engine/register/schema/ is what the schema says', () => {
  for (const [name, json] of Object.entries(jsonSchemas()))
    expect(readFileSync(`${schemaFolder}${name}`, 'utf8'), `engine/register/schema/${name} is out of date: run \`npm run schema\``).toBe(
      json,
    )
})
