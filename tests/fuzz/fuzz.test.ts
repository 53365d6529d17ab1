/**
 * The register's files and the story's pages changed by machine: each change is refused with a diagnostic that names its
 * line, or shown to be harmless. So many here; `npm run fuzz` tries as many as it is asked.
 */
import { expect, it } from 'vitest'
import { smallTexts } from '../unit/register/support.ts'
import { REGISTER_KINDS } from './register-mutations.ts'
import { fuzzRegister, fuzzStory, type Run } from './run.ts'
import { STORY_KINDS } from './story-mutations.ts'

/** Another one each day finds what this one does not, and fails on a day when nobody has changed anything: `npm run fuzz` has that. */
const SEED = 20261123

function judge({ faults, kinds, tried }: Run, expected: readonly string[], what: string): void {
  const outcomes = Object.values(kinds).flatMap((of) => Object.entries(of))
  const sum = (name?: string) =>
    outcomes.filter(([outcome]) => name === undefined || outcome === name).reduce((total, [, times]) => total + times, 0)
  console.info(`${what}: ${tried} changes tried, ${sum('refused')} refused on their line, ${tried - sum('refused')} harmless`)
  expect(faults).toEqual([])
  expect(Object.keys(kinds)).toEqual(expected)
  expect(sum()).toBe(tried)
  // Neither all refused nor all let through: the changes are real ones.
  expect(sum('refused')).toBeGreaterThan(tried / 2)
  expect(sum('refused')).toBeLessThan(tried)
}

it('the real register', () => judge(fuzzRegister(SEED, 150), REGISTER_KINDS, 'The register'))
it('a small one', () => judge(fuzzRegister(SEED, 300, smallTexts()), REGISTER_KINDS, 'A small register'))
it('the story', async () => judge(await fuzzStory(SEED, 300), STORY_KINDS, 'The story'))
