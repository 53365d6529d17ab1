/** The triangle from the register: every claim with a side is in it, and its words and patterns are those of the grades. */
import { describe, expect, it } from 'vitest'
import { GRADE_SIGNS, sourcingWords, triangleFigure, TRIANGLES, type TriangleView } from '../../../engine/figures/triangle.ts'
import { shortDate } from '../../../engine/register/numbers.ts'
import { gridFor, type Place } from '../../../engine/figures/corners.ts'
import { GRADE_WORDS, GRADES } from '../../../engine/register/vocabulary.ts'
import { loadRegister } from '../../../engine/analysis/load.ts'
import { edit, editEntry, realTexts } from '../register/support.ts'
import { frozenRegister } from '../../support/brief.ts'
import { withCorners } from '../../support/figures.ts'

const register = frozenRegister()
const sides = register.relations.filter(({ kind }) => kind === 'side')
const SIDES = sides.map(({ relation }) => relation)
const lineOf = (side: string) => `1-${supportOf(side).ends.join('-')}`
const supportOf = (relation: string) => register.relations.find((each) => each.relation === relation)!
const drawn = triangleFigure(register, 'drawn')
/** Labels of the blocks and lines that stand for a part. */
const labelsOf = (view: TriangleView, id: string) => {
  const { source, parts } = triangleFigure(register, view)
  return Object.entries(parts)
    .filter(([, part]) => part.id === id)
    .flatMap(([key]) => [...source.matchAll(new RegExp(`\\b${key}\\["([^"]*)"\\]`, 'g'))].map(([, text]) => text!))
}

const ids = new Set([...register.figure!.corners, register.figure!.middle!])

describe('the geometry', () => {
  it('has its corners on no line: a true triangle, wider than a quarter of its height', () => {
    const [a, b, c] = gridFor(3).places as [Place, Place, Place]
    const area = Math.abs((b.column - a.column) * (c.row - a.row) - (c.column - a.column) * (b.row - a.row)) / 2
    expect(area).toBeGreaterThan(((c.column - b.column) * (b.row - a.row)) / 4)
  })

  it('has Pakistan inside it', () => {
    const { places, middle: p } = gridFor(3)
    const [a, b, c] = places as [Place, Place, Place]
    const side = (x: { row: number; column: number }, y: { row: number; column: number }) =>
      Math.sign((y.column - x.column) * (p.row - x.row) - (y.row - x.row) * (p.column - x.column))
    expect(new Set([side(a, b), side(b, c), side(c, a)]).size).toBe(1)
  })

  it('is the same in all three views: each corner in one row and column', () => {
    const placesIn = (view: TriangleView) =>
      triangleFigure(register, view)
        .source.split('\n')
        .flatMap((line, row) => {
          let column = 0
          return line.includes('---') || line.includes('-->')
            ? []
            : [...line.matchAll(/(\w+)(?:\["[^"]*"\])?(?::(\d+))?/g)].flatMap(([, id, span]) => {
                column += Number(span ?? 1)
                return ids.has(id!) ? [`${id} ${row} ${column}`] : []
              })
        })
    expect(placesIn('drawn')).toHaveLength(4)
    for (const view of TRIANGLES) expect(placesIn(view)).toEqual(placesIn('drawn'))
  })

  it('leaves no block on another: each row has as many columns as the grid', () => {
    for (const view of TRIANGLES) {
      const { source } = triangleFigure(register, view)
      const columns = Number(/columns (\d+)/.exec(source)![1])
      for (const row of source
        .split('\n')
        .slice(2)
        .filter((line) => line !== '' && !/--[->]|-- "/.test(line))) {
        const taken = [...row.matchAll(/(?:\w+\["[^"]*"\]|space)(?::(\d+))?/g)].reduce((sum, [, span]) => sum + Number(span ?? 1), 0)
        expect(taken, row).toBe(columns)
      }
    }
  })
})

describe('as the article draws it', () => {
  const all = register.claims.filter(({ relation }) => relation !== null).map(({ id }) => id)

  it('names every claim with a side, once, and no other', () => {
    const named = [...drawn.source.matchAll(/\bC\d+/g)].map(([id]) => id)
    expect(named.toSorted()).toEqual(all.toSorted())
  })

  it.each(
    register.relations.filter(({ relation }) => relation !== 'to-pakistan').map(({ relation, claims }) => [relation, claims] as const),
  )('%s has its claims at its side, in the order of the article', (relation, claims) => {
    expect(labelsOf('drawn', relation).join(' ').match(/C\d+/g)).toEqual(claims)
  })

  it('has an arrow to Pakistan from each corner that some claim gives one, with its claims', () => {
    for (const { id, from } of register.claims.filter(({ relation }) => relation === 'to-pakistan'))
      expect(drawn.source).toMatch(new RegExp(`^ {2}${from} -- "[^"]*\\b${id}\\b[^"]*" --> pakistan$`, 'm'))
    expect(drawn.source).not.toMatch(/^ {2}ttp .*--> pakistan/m)
  })

  it('marks the claims that stand in a pull-quote', () => {
    expect(Object.keys(drawn.words)).toEqual(register.claims.filter(({ voice }) => voice === 'pull-quote').map(({ id }) => id))
  })

  it('joins the corners by the sides that have claims', () => {
    for (const side of SIDES) expect(drawn.parts[lineOf(side)]).toMatchObject({ id: side, kind: 'side' })
  })
})

describe('as the article sources it', () => {
  it.each(SIDES)('%s: pattern and words are those of its best grade in the author’s voice', (side) => {
    const { bestGrade, authorClaims, datedEvents, pullQuoteClaims } = supportOf(side)
    // Counted anew from the claims.
    const own = register.claims.filter(({ relation, voice }) => relation === side && voice === 'author')
    expect(authorClaims).toEqual(own.map(({ id }) => id))
    expect(bestGrade).toBe(GRADES.findLast((grade) => own.some((claim) => claim.grade === grade)))
    expect(triangleFigure(register, 'sourced').parts[lineOf(side)]).toMatchObject({ id: side, grade: bestGrade })
    const words = labelsOf('sourced', side).join(' ')
    expect(words).toContain(`${GRADE_SIGNS[bestGrade!]} ${bestGrade} ${GRADE_WORDS[bestGrade!]}`)
    expect(words).toMatch(new RegExp(`\\b${own.filter(({ grade }) => grade === bestGrade).length} of ${own.length} claims?\\b`))
    expect(words).toContain(datedEvents.length === 0 ? 'no dated event' : `${datedEvents.length} dated event`)
    if (pullQuoteClaims.length > 0) expect(words).toContain(`${pullQuoteClaims.length} more in `)
    else expect(words).not.toContain('pull-quote')
  })

  it('gives what stands in pull-quotes a mark of its own', () => {
    const { parts } = triangleFigure(register, 'sourced')
    const marked = new Set(
      Object.values(parts)
        .filter(({ kind }) => kind === 'pull-quote')
        .map(({ id }) => id),
    )
    expect([...marked].toSorted()).toEqual(
      register.relations
        .filter(({ pullQuoteClaims }) => pullQuoteClaims.length > 0)
        .map(({ relation }) => relation)
        .toSorted(),
    )
  })

  it('is vetted: 7, 11 and 1 claims, S1, S2 and S0, one dated event', () => {
    expect(SIDES.map((side) => sourcingWords(supportOf(side)))).toEqual([
      { grade: 'S1 Source not named', claims: 'at best, 1 of 7 claims', dated: 'no dated event', pullQuotes: '2 more in pull-quotes' },
      { grade: 'S2 Named, not traceable', claims: 'at best, 2 of 11 claims', dated: '1 dated event', pullQuotes: '3 more in pull-quotes' },
      { grade: 'S0 No source given', claims: 'at best, 1 of 1 claim', dated: 'no dated event', pullQuotes: '' },
    ])
  })

  it('changes with a claim’s grade', () => {
    const texts = realTexts()
    const claims = editEntry(texts.claims, 'C26', (entry) =>
      edit(
        entry.replaceAll('grade: S0', 'grade: S1'),
        undefined,
        'attribution: null',
        'attribution: { source: "a source, not named", cues: [since the Taliban] }',
      ),
    )
    const { register: changed, diagnostics } = loadRegister({ ...texts, claims })
    expect(diagnostics).toEqual([])
    const [before, after] = [triangleFigure(register, 'sourced'), triangleFigure(changed!, 'sourced')]
    expect(after.source).not.toBe(before.source)
    expect(after.parts['1-taliban-ttp']).toMatchObject({ grade: 'S1' })
    expect(after.source).toContain('◔ S1 Source not named')
  })
})

describe('as the record has it', () => {
  it.each(SIDES)('%s says what the record holds, with its date, and has no pattern', (side) => {
    const { record } = supportOf(side)
    const words = labelsOf('record', side).join(' ')
    expect(words.toLowerCase().replace(/^link /, '')).toBe(
      `${[record!.says, record!.qualifier].filter(Boolean).join('; ')} (as of ${shortDate(record!.asOf)})`.toLowerCase(),
    )
    expect(triangleFigure(register, 'record').parts[lineOf(side)]).not.toHaveProperty('grade')
  })

  it('says on each arrow, and of the whole, what the record says of its claims', () => {
    const { source } = triangleFigure(register, 'record')
    for (const { from, record } of register.claims.filter(({ relation }) => relation === 'to-pakistan'))
      expect(source.replaceAll('<br/>', ' ')).toContain(`  ${from} -- "${record!.status}" --> pakistan`)
    const [whole] = register.claims.filter(({ relation }) => relation === 'triangle')
    expect(labelsOf('record', 'triangle')).toEqual(['All three together', whole!.record!.status])
  })

  it('is vetted', () => {
    expect(SIDES.map((side) => supportOf(side).record!.says)).toEqual(['mainly conflict', 'partly supported', 'supported'])
  })
})

describe.each([2, 3, 4])('with %i corners and names of any length', (corners) => {
  const register = withCorners(corners)
  const { figure, relations, claims } = register

  it.each(TRIANGLES)('%s: every row has as many columns as the grid, every actor and every relation its place', (view) => {
    const { source, parts } = triangleFigure(register, view)
    const columns = Number(/columns (\d+)/.exec(source)![1])
    for (const row of source
      .split('\n')
      .slice(2)
      .filter((line) => line !== '' && !/--[->]|-- "/.test(line))) {
      const taken = [...row.matchAll(/(?:\w+\["[^"]*"\]|space)(?::(\d+))?/g)].reduce((sum, [, span]) => sum + Number(span ?? 1), 0)
      expect(taken, row).toBe(columns)
    }
    const shown = Object.values(parts)
    expect(shown.filter(({ kind }) => kind === 'corner').map(({ id }) => id)).toEqual(figure!.corners)
    expect(shown.filter(({ kind }) => kind === 'middle').map(({ id }) => id)).toEqual([figure!.middle])
    expect(new Set(shown.map(({ id }) => id))).toEqual(
      new Set([...figure!.corners, figure!.middle!, ...relations.map(({ relation }) => relation), 'strut', 'floor']),
    )
    expect(shown.find(({ id }) => id === 'association')!.name).toEqual(['The national', 'farmers’', 'association'])
    expect(shown.find(({ id }) => id === 'ministry')).not.toHaveProperty('name')
    // A word that Mermaid keeps for itself.
    expect(source).not.toMatch(/^ {2}(?:.* )?end\b/m)
  })

  it('draws each of its claims once', () => {
    expect([...triangleFigure(register, 'drawn').source.matchAll(/\bC\d+/g)].map(([id]) => id).toSorted()).toEqual(
      claims.map(({ id }) => id).toSorted(),
    )
  })

  it('is called a triangle where it is one', () => {
    expect(/triangle/.test(triangleFigure(register, 'drawn').title)).toBe(corners === 3)
  })
})
