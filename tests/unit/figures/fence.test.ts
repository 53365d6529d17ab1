/** Mermaid fences in a page: found, named, and refused where they have no words for those who cannot see them. */
import { describe, expect, it } from 'vitest'
import { label, wrap } from '../../../engine/figures/spec.ts'
import { type FigureSpec } from '../../../engine/figures/spec.ts'
import { fenceFigure, fencesIn } from '../../../engine/figures/fence.ts'

const CODE = `flowchart LR
  accTitle: Two boxes, and an arrow
  accDescr {
    One box.
    Then another.
  }
  A["one"] --> B["two"]`

describe('fencesIn', () => {
  it('finds each fence with the line it begins on', () => {
    expect(fencesIn(`# Heading\n\n\`\`\`mermaid\na\nb\n\`\`\`\n\ntext\n\n\`\`\`\`mermaid {scale: 2}\nc\n\`\`\`\n\`\`\`\`\n`)).toEqual([
      { code: 'a\nb', line: 2 },
      { code: 'c\n```', line: 9 },
    ])
  })

  it('finds none in other code, and the last where it is not closed', () => {
    expect(fencesIn('```ts\nconst mermaid = 1\n```')).toEqual([])
    expect(fencesIn('```mermaid\na')).toEqual([{ code: 'a', line: 0 }])
  })
})

describe('fenceFigure', () => {
  it('takes name and description, and leaves Mermaid the rest', () => {
    const spec = fenceFigure(CODE) as FigureSpec
    expect(spec).toMatchObject({
      name: 'page-two-boxes-and-an-arrow',
      title: 'Two boxes, and an arrow',
      description: 'One box. Then another.',
    })
    expect(spec.source).toBe('flowchart LR\n  A["one"] --> B["two"]\n')
  })

  it('takes a description of one line', () => {
    expect(fenceFigure(CODE.replace(/accDescr \{[^}]*\}/, 'accDescr: One box, then another.'))).toMatchObject({
      description: 'One box, then another.',
    })
  })

  it.each([
    [CODE.replace(/^ *accTitle.*\n/m, ''), 'accTitle'],
    [CODE.replace(/ *accDescr \{[^}]*\}\n/, ''), 'accDescr'],
    [CODE.replace(/accDescr \{[^}]*\}/, 'accDescr { }'), 'accDescr'],
  ])('says what is missing', (code, missing) => {
    expect(fenceFigure(code)).toContain(missing)
  })
})

describe('words for Mermaid', () => {
  it('escapes what would end or change a label', () => {
    expect(label('a "b" <c> #d `e`')).toBe('"a #34;b#34; #60;c#62; #35;d #96;e#96;"')
  })

  it.each([
    ['S0 No source given', 20, ['S0 No source given']],
    ['C01 C02 C03 C04', 11, ['C01 C02 C03', 'C04']],
    ['incomprehensibilities of it', 8, ['incomprehensibilities', 'of it']],
    ['', 8, ['']],
  ])('wraps “%s” at %i', (text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines)
  })
})
