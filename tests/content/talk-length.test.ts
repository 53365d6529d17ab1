/** The shorter ways through the deck, as talks: they fit their time, begin and end as the deck does, and have what it is about. */
import { describe, expect, it } from 'vitest'
import { fillCounts } from '../../engine/story/story.ts'
import { slidesInTalk, TALK_LENGTHS } from '../../engine/story/talk-length.ts'
import { componentsIn, loadSlides } from '../support/slides.ts'
import { ownRegister } from '../support/brief.ts'

/** Minutes a script takes aloud, at 140 words a minute: without haste, without the marks of the clicks. */
const minutesAloud = (script: string): number =>
  script
    .replace(/\[click(?::\d+)?\]/g, '')
    .split(/\s+/)
    .filter(Boolean).length / 140

const slides = await loadSlides()
const register = ownRegister()
const on = (way: (typeof TALK_LENGTHS)[number]) =>
  slidesInTalk(
    slides.map(({ frontmatter }) => frontmatter['minutes']),
    way,
  ).map((no) => slides[no - 1]!)
const covers = slides.filter(({ layout }) => layout === 'cover').map(({ no }) => no)

describe.each(TALK_LENGTHS)('in %i minutes', (way) => {
  it('its scripts can be read aloud, and fill the time', () => {
    const minutes = on(way).reduce((sum, { note }) => sum + minutesAloud(fillCounts(register, note)), 0)
    expect(minutes).toBeLessThanOrEqual(way)
    expect(minutes).toBeGreaterThan(way * 0.9)
  })

  it('it begins with the cover and ends with the questions to take along', () => {
    expect(
      on(way)
        .filter(({ layout }) => layout === 'cover')
        .map(({ no }) => no),
    ).toEqual(covers)
    expect([on(way)[0]!.no, on(way).at(-1)!.no]).toEqual([covers[0], covers.at(-1)])
  })

  it('it has the rule, the case at its strongest, claims with grade and record, and what falls', () => {
    const components = on(way).flatMap(({ content }) => componentsIn(content).map(({ name }) => name))
    expect(components).toEqual(
      expect.arrayContaining(['TwoQuestions', 'ThesisStatement', 'ClaimCards', 'TriangleFigure', 'WithdrawClaims']),
    )
  })

  it('no script speaks of a slide before or after it, which may not be there', () => {
    expect(
      on(way).flatMap(({ note, no }) =>
        [
          ...note.matchAll(/\b(?:next|last|previous|following) (?:slide|page)s?\b|\bas we saw\b|\bthe same (?:figure|map|table) in\b/gi),
        ].map(([found]) => `slide ${no}: ${found}`),
      ),
    ).toEqual([])
  })
})
