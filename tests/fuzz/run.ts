/** A run of mutations, judged and counted. */
import type { RegisterFile } from '../../engine/register/parse.ts'
import { readRegisterTexts, storyFiles } from '../../engine/brief.ts'
import { deck } from '../../slidev/deck.ts'
import { type Base, baseOf, type Judged, judgeRegister } from './judge-register.ts'
import { judgeStory } from './judge-story.ts'
import { Random } from './random.ts'
import { mapFiles, mutateRegister } from './register-mutations.ts'
import { mutateStory } from './story-mutations.ts'
import { frozenFolder, frozenRegister } from '../support/brief.ts'

export interface Run {
  readonly seed: number
  readonly tried: number
  /** How many of each outcome, by the kind of mutation. */
  readonly kinds: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** Those that are neither refused as they should be nor shown to be harmless. */
  readonly faults: readonly { readonly turn: number; readonly what: string; readonly why: string }[]
  readonly slowest: number
}

export function count(): { add: (kind: string, outcome: string) => void; kinds: Record<string, Record<string, number>> } {
  const kinds: Record<string, Record<string, number>> = {}
  return {
    kinds,
    add: (kind, outcome) => {
      const of = (kinds[kind] ??= {})
      of[outcome] = (of[outcome] ?? 0) + 1
    },
  }
}

export const realTexts = (): Base['texts'] => readRegisterTexts(frozenFolder) as Readonly<Record<RegisterFile, string>>

export function fuzzRegister(seed: number, runs: number, texts = realTexts()): Run {
  const base = baseOf(texts)
  const maps = mapFiles(texts)
  const random = new Random(seed)
  const { add, kinds } = count()
  const faults: { turn: number; what: string; why: string }[] = []
  let slowest = 0
  for (let turn = 0; turn < runs; turn++) {
    const mutation = mutateRegister(maps, random, turn)
    const judged: Judged = judgeRegister(base, mutation)
    slowest = Math.max(slowest, judged.milliseconds)
    add(mutation.kind, judged.outcome)
    if (judged.outcome === 'fault') faults.push({ turn, what: `claims/${mutation.file}.yaml, ${mutation.what}`, why: judged.why })
  }
  return { seed, tried: runs, kinds, faults, slowest }
}

export async function fuzzStory(seed: number, runs: number): Promise<Run> {
  const register = frozenRegister()
  const files = storyFiles(frozenFolder)
  const random = new Random(seed)
  const { add, kinds } = count()
  const faults: { turn: number; what: string; why: string }[] = []
  let slowest = 0
  for (let turn = 0; turn < runs; turn++) {
    const mutation = mutateStory(files, random, turn)
    const judged = await judgeStory(
      register,
      deck,
      files.find(({ file }) => file === mutation.file)!,
      mutation,
    )
    slowest = Math.max(slowest, judged.milliseconds)
    add(mutation.kind, judged.outcome)
    if (judged.outcome === 'fault') faults.push({ turn, what: `${mutation.file}, ${mutation.what}`, why: judged.why })
  }
  return { seed, tried: runs, kinds, faults, slowest }
}
