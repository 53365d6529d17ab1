/** What the fuzz of the story rests on, and what it found: each is refused on its line. */
import { describe, expect, it } from 'vitest'
import { checkForm } from '../../../engine/story/form.ts'
import { storyFiles } from '../../../engine/brief.ts'
import { checkStory } from '../../../engine/story/story.ts'
import { deck as parts } from '../../../slidev/deck.ts'
import { frozenFolder, frozenRegister } from '../../support/brief.ts'
import { forEachCase } from '../../support/faults.ts'

it('the story as it is has no fault', () => {
  expect(storyFiles(frozenFolder).flatMap(({ file, text }) => checkForm(file, text, parts, true))).toEqual([])
})

const page = (body: string, note = 'Said.') => `---\nlayout: default\n---\n\n# Heading\n\n${body}\n\n<!--\n${note}\n-->\n`

describe('a page', () => {
  it('of words, components, counts and notes is none to refuse', () => {
    expect(
      checkForm(
        'pages/x.md',
        page(
          'Words.\n\n<ClaimCards ids="C01 C02" />\n\n<TensionList :from="1" :to="2" />\n\nOf {{ claims }}.',
          '[click] Said. [click:2] {{ byGrade.S0 }}',
        ),
        parts,
        true,
      ),
    ).toEqual([])
  })

  it('with what Slidev would run is refused, on its line', () =>
    forEachCase(
      [
        ['<script>alert(1)</script>', 7, 'no HTML of its own'],
        ['<ClaimCards ids="C01" @click="alert(1)" />', 7, 'attributes as key='],
        ['<ClaimCards idz="C01" />', 7, 'one of its attributes: ids'],
        ['<TensionList :from="alert(1)" :to="2" />', 7, 'a number after'],
        ['<ClaimCards ids="C01"', 7, 'a tag that is closed'],
        ['[x](javascript:alert(1))', 7, 'no link'],
        ['{{ constructor.constructor(1)() }}', 7, 'a count of the register'],
        ['{{ claims', 7, 'closed on its line'],
        ['Words. [click]', 7, 'a click mark within the notes'],
        ['one \u202e two', 7, 'U+202E'],
        ['<<< ./secret.ts', 7, 'nothing else is made'],
        ['layout: cover', 7, 'frontmatter'],
        ['----', 7, 'three dashes'],
      ],
      (body, line, expected) => {
        const faults = checkForm('pages/x.md', page(body), parts)
        expect(faults[0]).toMatchObject({
          code: 'story-form',
          file: 'pages/x.md',
          line,
          expected: expect.stringContaining(expected) as string,
        })
      },
    ))

  it('with a note that holds more than words and clicks is refused, on its line', () =>
    forEachCase(
      [
        ['[clik] Said.', '[click], or'],
        ['<b>Said.</b>', 'no tags'],
        ['{{ alert(1) }}', 'a count'],
        ['```', 'no code'],
      ],
      (note, expected) => {
        expect(checkForm('pages/x.md', page('Words.', note), parts)[0]).toMatchObject({
          line: 10,
          expected: expect.stringContaining(expected) as string,
        })
      },
    ))

  it.each([
    ['\ufeff', 1],
    ['\n', 1],
  ])('with %j before its frontmatter is refused: Slidev would make a slide of it', (before, line) => {
    expect(checkForm('pages/x.md', before + page('Words.'), parts)[0]).toMatchObject({ line })
  })

  it('whose frontmatter has what Slidev would do something with is refused on its line', () => {
    for (const [key, line] of [
      ['onload: x', 3],
      ['class: red', 3],
      ['clicks: 9', 3],
      ['layout: default', 3],
      ['chapter: [a]', 3],
      ['printSteps: [-1]', 3],
    ] as const)
      expect(checkForm('pages/x.md', page('Words.').replace('layout: default', `layout: default\n${key}`), parts)[0], key).toMatchObject({
        line,
      })
  })
})

it.each([
  ['<StepMap of="conclusion" :part="99" />', ':part', '99', 'a map from 1 to '],
  ['<StepMap of="conclusion" :part="0" />', ':part', '0', 'a map from 1 to '],
])('%s is refused on its line: there is no such part', (written, field, value, expected) => {
  const register = frozenRegister()
  const faults = checkStory(register, [{ file: 'pages/x.md', line: 3, raw: `# Heading\n\n${written}\n` }], parts.components)
  expect(faults).toHaveLength(1)
  expect(faults[0]).toMatchObject({
    file: 'pages/x.md',
    line: 5,
    field: expect.stringContaining(` ${field}`) as string,
    value: expect.stringContaining(value) as string,
    expected: expect.stringContaining(expected) as string,
  })
})
