/** What a page may consist of, told to the line and the word. */
import { describe, expect, it } from 'vitest'
import { checkForm, type StoryParts } from '../../engine/story/form.ts'

const parts: StoryParts = {
  layouts: ['default', 'step'],
  components: { Card: { attributes: { ids: 'claims', page: 'number' } }, Plain: { attributes: {} } },
}
/** As `line field: value → what was expected`. */
const told = (text: string, { file = 'pages/x.md', whole = false } = {}) =>
  checkForm(file, text, parts, whole).map(({ line, field, value, expected }) => `${line}${field && ` ${field}`}: ${value} → ${expected}`)
const slide = (body: string, { head = 'layout: default', note = 'Said.' } = {}) =>
  `---\n${head}\n---\n\n# Heading\n\n${body}\n\n<!--\n${note}\n-->\n`
/** Of a body on line 7. */
const of = (body: string) => told(slide(body), { whole: true })
/** Of notes on line 10. */
const said = (note: string) => told(slide('Words.', { note }), { whole: true })
const head = (text: string) => told(slide('Words.', { head: text }), { whole: true })

describe('frontmatter', () => {
  it.each([
    'layout: step',
    'step: bajaur',
    'chapter: Who is who',
    `chapter: ${'x'.repeat(60)}`,
    'aside: true',
    'printSteps: [0, 1, 99]',
    'minutes: 10',
    'minutes: 20',
    'chapter: A\nlayout: step',
  ])('may say %j', (text) => {
    expect(head(text)).toEqual([])
  })

  it.each([
    ['layout: other', '2 layout: “layout: other” → one of default, step'],
    ['step: 3', '2 step: “step: 3” → the id of a step'],
    ['chapter: 3', '2 chapter: “chapter: 3” → a heading of at most 60 characters'],
    ['chapter: " "', '2 chapter: “chapter:” → a heading of at most 60 characters'],
    [`chapter: ${'x'.repeat(61)}`, `2 chapter: “chapter: ${'x'.repeat(61)}” → a heading of at most 60 characters`],
    ['aside: yes please', '2 aside: “aside: yes please” → true or false'],
    ['minutes: 15', '2 minutes: “minutes: 15” → the shortest talk it is part of, in minutes: 10 or 20'],
    ['minutes: all', '2 minutes: “minutes: all” → the shortest talk it is part of, in minutes: 10 or 20'],
    ['printSteps: 1', '2 printSteps: “printSteps: 1” → a list of clicks, as [1, 10]'],
    ['printSteps: []', '2 printSteps: “printSteps:” → a list of clicks, as [1, 10]'],
    ['printSteps: [1, -1]', '2 printSteps: “printSteps: 1,-1” → a list of clicks, as [1, 10]'],
    ['printSteps: [1, 100]', '2 printSteps: “printSteps: 1,100” → a list of clicks, as [1, 10]'],
    ['printSteps: [1, x]', '2 printSteps: “printSteps: 1,x” → a list of clicks, as [1, 10]'],
    ['layout: step\nclass: red', '3 class: “class: red” → one of the keys layout, step, chapter, aside, printSteps, minutes, src'],
    ['src: ../secret.md', '2 src: “src: ../secret.md” → a page, as ./pages/01-two-questions.md'],
    ['- a', '2: “- a” → keys with their values, as “layout: step”'],
    ['words', '2: “words” → keys with their values, as “layout: step”'],
  ])('may not say %j', (text, fault) => {
    expect(head(text).filter((each) => !each.includes('heading “# …” a slide') && !each.includes('one note'))).toEqual([fault])
  })

  it.each(['./pages/01-a.md', './pages/22-what-to-ask-for.md'])('leads to a page: %s', (src) => {
    expect(told(`---\nsrc: ${src}\n---\n`, { whole: true })).toEqual([])
  })

  it.each(['./pages/1-a.md', '/x/./pages/01-a.md', './pages/01-a.md.txt', './pages/../01-a.md', 'pages/01-a.md', '3'])(
    'leads to no page: %s',
    (src) => {
      expect(told(`---\nsrc: ${src}\n---\n`)).toEqual([`2 src: “src: ${src}” → a page, as ./pages/01-two-questions.md`])
    },
  )

  it('of the first slide has Slidev’s own settings, and of no other', () => {
    const text = '---\ntitle: A\n---\n\n# A\n\n---\ntitle: B\n---\n\n# B\n'
    expect(told(text, { file: 'slides.md' })).toEqual([
      '8 title: “title: B” → one of the keys layout, step, chapter, aside, printSteps, minutes, src',
    ])
    expect(told(text)).toHaveLength(2)
  })

  it('that is no YAML is told on its line', () => {
    expect(head('layout: step\nchapter: "A')[0]).toMatch(/^3: “chapter: "A” → a quotation mark at the end/)
  })

  it('ends', () => {
    expect(told('---\nlayout: step\n')).toEqual(['1: “---” → frontmatter that ends with “---”'])
  })

  it('has three dashes, before and after', () => {
    expect(told('---\nlayout: step\n----\n\n# A\n')).toEqual(['3: “----” → three dashes'])
    expect(told('---\nlayout: step\n---\n\n# A\n\n-----\n\n# B\n')).toEqual(['7: “-----” → three dashes'])
    expect(told('---  \nlayout: step\n--- \n\n# A\n\n---\n\n# B\n')).toEqual([])
  })

  it('begins the file', () => {
    expect(told('\n---\nlayout: step\n---\n')[0]).toBe(
      '1: “” → a page that begins with “---” and its frontmatter, without a blank line or a byte order mark before it',
    )
    expect(told('---layout: step\n')[0]).toMatch(/^1: “---layout: step” → a page that begins/)
  })

  it('stands between lines of dashes', () => {
    expect(of('layout: step')).toEqual(['7: “layout: step” → frontmatter: a line “---” before it and after it'])
    expect(said('layout: step')).toEqual([])
    expect(of('The layout: step')).toEqual([])
  })
})

it('each fault has its code and its file', () => {
  expect(checkForm('pages/x.md', slide('<b>'), parts)).toMatchObject([{ code: 'story-form', file: 'pages/x.md' }])
})

describe('what only looks like something else', () => {
  it.each(['--- a', '*** a', '___ a', 'Words # more', '```mermaid\nlayout: x\n$$\n```', '<template  #one>\nWords.\n</template>'])(
    '%j is let be',
    (body) => {
      expect(of(body)).toEqual([])
    },
  )

  it.each(['a ``` b', '`a` b', '~ b'])('%j in notes is let be', (note) => {
    expect(said(note)).toEqual([])
  })

  it.each(['___  ', '***', '<template x #one>'])('%j is not', (body) => {
    expect(of(body)).toHaveLength(1)
  })

  it('a bracket within a bracket is no click', () => {
    expect(said('[x [click]')).toHaveLength(1)
  })

  it('frontmatter ends with a rule, not with dashes in it; blanks after a rule are none', () => {
    expect(head('chapter: A ---\nlayout: step')).toEqual([])
    expect(told('---\nlayout: step\n---\n\n# A\n\n---\n  \n# B\n')).toEqual([])
    expect(told('---\n# nothing\n---\n')).toEqual(['2: “# nothing” → keys with their values, as “layout: step”'])
  })

  it('a slide is another file’s where its own frontmatter says so', () => {
    expect(told('---\nsrc: ./pages/01-a.md\naside: true\n---\n', { whole: true })).toEqual([])
    expect(told('---\nchapter: "a src: b"\n---\n\nWords.\n', { whole: true })).toHaveLength(2)
    expect(told('---\nlayout: step\n---\n\nWords.\n\n---\nsrc: ./pages/01-a.md\n---\n', { whole: true })).toHaveLength(2)
  })
})

describe('a line', () => {
  it('has at most 4000 characters, and none that cannot be seen', () => {
    expect(of('x'.repeat(4000))).toEqual([])
    expect(of('x'.repeat(4001))).toEqual([expect.stringMatching(/^7: “x+… → at most 4000 characters$/)])
    expect(of('a\rb')).toEqual(['7: “a↵b” → a line without a carriage return in its middle: it cannot be seen'])
    expect(of('\ufeffWords.')).toHaveLength(1)
    expect(of('a\u202eb')).toEqual(['7: “a<U+202E>b” → a line without U+202E: it cannot be seen'])
    expect(told('\ufeff---\nlayout: step\n---\n')[0]).toMatch(/^1: .*byte order mark before it$/)
  })

  it('may end with CR and LF', () => {
    expect(told(slide('<Card ids="C01" />').replaceAll('\n', '\r\n'), { whole: true })).toEqual([])
  })
})

describe('a component', () => {
  it.each([
    '<Plain />',
    '<Plain></Plain>',
    '<Card ids="C01 C02" />',
    '<Card  ids="C01 | C02, a-b"  :page="12" />',
    '<template #one>\nWords.\n</template>',
    '1 < 2 and b > 1',
    '1 <2',
  ])('may be %j', (body) => {
    expect(of(body)).toEqual([])
  })

  it.each([
    ['<Other />', '“<Other />” → a component of components/: a slide has no HTML of its own'],
    ['<b>Words</b>', '“<b>” → a component of components/: a slide has no HTML of its own'],
    ['<Card id="C01" />', '“id="C01"” → one of its attributes: ids, page'],
    ['<Plain id="C01" />', '“id="C01"” → no attribute: it has none'],
    ['<Card :page="a" />', '“:page="a"” → a number after “:”'],
    ['<Card :page="1000" />', '“:page="1000"” → a number after “:”'],
    ['<Card ids="a(b)" />', '“ids="a(b)"” → ids and words'],
    ['<Card ids="" />', '“ids=""” → ids and words'],
    ['<Card ids="a;" />', '“ids="a;"” → ids and words'],
    ['<Card ids="(a" />', '“ids="(a"” → ids and words'],
    ['<Card v-if="x" />', '“v-if="x"” → one of its attributes: ids, page'],
    ['<Card @click="x" />', '“@click="x"” → attributes as key="value", or :key="1"'],
    ['<Card ids=C01 />', '“ids=C01” → attributes as key="value", or :key="1"'],
    ['<template>', '“<template>” → <template #name>'],
    ['<template v-if="x">', '“<template v-if="x">” → <template #name>'],
    ['<template #One>', '“<template #One>” → <template #name>'],
    ['<template #one two>', '“<template #one two>” → <template #name>'],
    ['<Card ids="C01"', '“<Card ids="C01"” → a tag that is closed on its line'],
    ['< Card ids="C01"', '“< Card ids="C01"” → a tag that is closed on its line'],
    ['</Card', '“</Card” → a tag that is closed on its line'],
  ])('may not be %j', (body, fault) => {
    const found = of(body).map((each) => each.replace(/^7(?: <\w+>)?: /, ''))
    expect(found.filter((each) => !/notes|note “/.test(each))).toContain(fault)
  })

  it('of faults of an attribute says whose it is', () => {
    expect(of('<Card ids="(" :page="x" no="1" />')).toEqual([
      '7 <Card>: “ids="("” → ids and words',
      '7 <Card>: “:page="x"” → a number after “:”',
      '7 <Card>: “no="1"” → one of its attributes: ids, page',
    ])
  })
})

describe('words', () => {
  it.each([
    'Words.',
    '# A second',
    '- one\n- two',
    '> quoted',
    '[bracket] of words',
    '**bold**',
    'a * b',
    'a --> b'.replace('-->', '->'),
    '{{ claims }}',
    'Of {{ byGrade.S0 }} and {{byRecord.not found}}.',
    'a { b',
  ])('may be %j', (body) => {
    expect(told(slide(body))).toEqual([])
  })

  it.each([
    ['[x](y)', 'no link and no picture: a slide links by its components'],
    ['[x][y]', 'no link and no picture: a slide links by its components'],
    ['[x]: y', 'no link and no picture: a slide links by its components'],
    ['  [abc]: y', 'no link and no picture: a slide links by its components'],
    ['![x', 'no link and no picture: a slide links by its components'],
    ['a --> b', 'notes that begin with “<!--”'],
    ['Words [click]', 'a click mark within the notes'],
    ['Words [CLICK:2]', 'a click mark within the notes'],
    ['#Heading', 'a heading “# …” with its words'],
    ['###Heading', 'a heading “# …” with its words'],
    ['#', 'a heading “# …” with its words'],
    ['#  ', 'a heading “# …” with its words'],
    ['<<< ./x.ts', 'words or a component: nothing else is made of a line here'],
    ['  $$', 'words or a component: nothing else is made of a line here'],
    ['::left::', 'words or a component: nothing else is made of a line here'],
    [':::tip', 'words or a component: nothing else is made of a line here'],
    ['***', 'words or a component: nothing else is made of a line here'],
    ['***** ', 'words or a component: nothing else is made of a line here'],
    ['____', 'words or a component: nothing else is made of a line here'],
    ['- - -', 'words or a component: nothing else is made of a line here'],
    ['{{ claims', 'a count that is closed on its line, as {{ gradeable }}'],
    ['claims }}', 'a count that is closed on its line, as {{ gradeable }}'],
    ['{{ claims }} }}', 'a count that is closed on its line, as {{ gradeable }}'],
    ['words{.red}', 'a count that is closed on its line, as {{ gradeable }}'],
    ['words{#id}', 'a count that is closed on its line, as {{ gradeable }}'],
    ['${x}', 'a count that is closed on its line, as {{ gradeable }}'],
  ])('may not be %j', (body, expected) => {
    expect(told(slide(body))).toEqual([`7: “${body.trim()}” → ${expected}`])
  })

  it.each(['{{ a() }}', '{{ 1 }}', '{{ a[0] }}', '{{ claims + 1 }}'])('work nothing out: %s', (count) => {
    expect(told(slide(`Of ${count}.`))[0]).toBe(
      `7: “${count}” → a count of the register, as {{ gradeable }}: nothing else is worked out in a slide`,
    )
  })

  it.each(['Words *** more', 'a ___ b', 'x::left::', 'a <<', 'see [a]: b', 'C#', 'a # b', '####### Seven'])('%j is words', (body) => {
    expect(told(slide(body))).toEqual([])
  })
})

describe('a drawing', () => {
  it.each([
    '```mermaid\nflowchart\n  a --> b\n# {{ x }} <b>\n```',
    '````mermaid\n```\n````',
    '~~~mermaid\n---\nx\n---\n~~~',
    '  ```mermaid  \na\n  ```  ',
  ])('may be %j', (body) => {
    expect(told(slide(body))).toEqual([])
  })

  it('is mermaid, and ends', () => {
    expect(told(slide('```ts\nx\n```'))).toEqual(['7: “```ts” → a drawing: “```mermaid”. A slide has no other code'])
    expect(told('---\nlayout: step\n---\n\n```mermaid\nx\n````\n~~~\n``` x\n')).toEqual([
      '5: “```mermaid” → a drawing that ends with “```”',
    ])
    expect(told(slide('Words ``` and `x`, ~~struck~~'))).toEqual([])
  })
})

describe('notes', () => {
  it.each([
    'Said.',
    'Said [click] and said.\n\n[click:2] More. [click:12]',
    'Of {{ claims }}.',
    'a < b, and 3 > 2',
    'It clicks.',
    '# no heading',
  ])('may be %j', (note) => {
    expect(said(note)).toEqual([])
  })

  it.each([
    ['[clik]', '“[clik]” → [click], or [click:2]; notes have no other brackets'],
    ['[click:0]', '“[click:0]” → [click], or [click:2]; notes have no other brackets'],
    ['[click:1x]', '“[click:1x]” → [click], or [click:2]; notes have no other brackets'],
    ['[click:123]', '“[click:123]” → [click], or [click:2]; notes have no other brackets'],
    ['[xclick]', '“[xclick]” → [click], or [click:2]; notes have no other brackets'],
    ['[click', '“[click” → [click], or [click:2]; notes have no other brackets'],
    ['click]', '“click]” → words and [click]: notes have no tags'],
    ['click:2]', '“click:2]” → words and [click]: notes have no tags'],
    ['click:12] x', '“click:12] x” → words and [click]: notes have no tags'],
    ['<b>x', '“<b>x” → words and [click]: notes have no tags'],
    ['x</b>', '“x</b>” → words and [click]: notes have no tags'],
    ['```', '“```” → prose: notes have no code'],
    ['  ~~~~', '“~~~~” → prose: notes have no code'],
    ['<!-- again', '“<!-- again” → notes that end with “-->” before others begin'],
    ['{{ a() }}', '“{{ a() }}” → a count of the register, as {{ gradeable }}: nothing else is worked out in a slide'],
  ])('may not be %j', (note, fault) => {
    expect(said(note)).toEqual([`10: ${fault}`])
  })

  it('may stand on one line, with words before and after', () => {
    expect(told('---\nlayout: step\n---\n\n# A\n\nBefore <!-- said [click] --> after\n', { whole: true })).toEqual([])
    expect(told('---\nlayout: step\n---\n\n# A\n\nBefore <!-- said --> [click]\n', { whole: true })).toEqual([
      '7: “Before <!-- said --> [click]” → a click mark within the notes',
    ])
  })

  it('end', () => {
    expect(told('---\nlayout: step\n---\n\n# A\n\n<!--\nSaid.\n')).toEqual(['7: “<!--” → notes that end with “-->”'])
  })
})

describe('each slide', () => {
  it('has one heading', () => {
    expect(told(slide('# Another'), { whole: true })).toEqual(['7: “# Another” → one heading “# …” a slide; this one has 2'])
    expect(told('---\nlayout: step\n---\n\nWords.\n\n<!-- Said. -->\n', { whole: true })).toEqual([
      '1: “---” → one heading “# …” a slide; this one has 0',
    ])
  })

  it('has one note', () => {
    expect(told('---\nlayout: step\n---\n\n# A\n', { whole: true })).toEqual(['1: “0 notes” → one note “<!-- … -->” a slide'])
    expect(told('---\nlayout: step\n---\n\n# A\n\n<!-- One. -->\n\n<!-- Two. -->\n', { whole: true })).toEqual([
      '1: “2 notes” → one note “<!-- … -->” a slide',
    ])
  })

  it('is counted anew: of two the second is told on its own line', () => {
    const good = '---\nlayout: step\n---\n\n# A\n\n<!-- Said. -->\n\n'
    expect(told(`${good}---\nlayout: step\n---\n\n<!-- Said. -->\n`, { whole: true })).toEqual([
      '9: “---” → one heading “# …” a slide; this one has 0',
    ])
    expect(told(`${good}---\nsrc: ./pages/01-a.md\n---\n\n${good}`, { whole: true })).toEqual([])
  })

  it('need not be whole while it is written', () => {
    expect(told('---\nlayout: step\n---\n')).toEqual([])
    expect(checkForm('pages/x.md', '---\nlayout: step\n---\n', parts)).toEqual([])
  })
})
