/** What the page's script chooses claims by. */
import { loadPageStory } from '../../../editions/page/story.ts'
import { expect, it } from 'vitest'
import { actorsOf } from '../../../engine/analysis/actors.ts'
import { pageScript } from '../../../editions/page/script/bundle.ts'
import { factsOf } from '../../../editions/page/script/facts.ts'
import { frozenFolder } from '../../support/brief.ts'

const story = await loadPageStory(frozenFolder)
const { register } = story
const { facts, steps, fields } = factsOf(story)

it('has every claim once, in the order of the article, as the register has it', () => {
  expect(Object.keys(facts).toSorted()).toEqual(register.claims.map(({ id }) => id).toSorted())
  const starts = Object.keys(facts).map((id) => register.claims.find((claim) => claim.id === id)!.selectors.start)
  expect(starts).toEqual(starts.toSorted((a, b) => a - b))
  for (const claim of register.claims)
    expect(facts[claim.id]).toMatchObject({
      grade: claim.grade,
      record: claim.record?.status ?? '',
      step: claim.step,
      relation: claim.relation ?? '',
    })
})

it('offers no value that no claim has', () => {
  for (const field of ['grade', 'record'] as const)
    for (const [value] of fields[field]) expect(Object.values(facts).some((fact) => fact[field] === value)).toBe(true)
  expect(steps.map(({ id }) => id)).toEqual(register.steps.map(({ id }) => id))
})

it('a claim is about who stands at the ends of its side, and about whom its gist names', () => {
  const about = (claim: Partial<Parameters<typeof actorsOf>[1]>) => actorsOf(register, { relation: null, gist: '', ...claim })
  expect(about({})).toEqual([])
  expect(about({ relation: 'taliban-ttp' })).toEqual(['taliban', 'ttp'])
  expect(about({ relation: 'to-pakistan', from: 'iskp' })).toEqual(['iskp', 'pakistan'])
  expect(about({ relation: 'triangle' })).toEqual(['taliban', 'iskp', 'ttp', 'pakistan'])
  expect(about({ gist: 'It attacked Pakistani posts.' })).toEqual(['pakistan'])
  expect(about({ gist: 'xTTP' })).toEqual([])
})

it('the script is small, and brings no framework', async () => {
  const script = await pageScript(story)
  expect(Buffer.byteLength(script)).toBeLessThan(14_000)
  expect(script).not.toMatch(/__vue|eval\(|new Function/)
})
