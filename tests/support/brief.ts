/**
 * The briefs that tests speak of. Tests of the engine speak of the frozen one, which stays as it is whatever the project's
 * own brief says; tests of the project's brief speak of that.
 */
import { join } from 'node:path'
import type { Register } from '../../engine/analysis/register.ts'
import { type Brief, loadBrief, registerIn } from '../../engine/brief.ts'
import { deck } from '../../slidev/deck.ts'
import { projectFolder } from './deck-folder.ts'

/** A brief of full size, as it was when it was frozen; only its form follows the schema. */
export const frozenFolder: string = join(projectFolder, 'tests/fixtures/frozen')

/** @throws Error with the faults of the register */
export function registerOf(folder: string): Register {
  const { register, diagnostics } = registerIn(folder)
  if (!register) throw new Error(JSON.stringify(diagnostics, null, 2))
  return register
}

/** @throws Error with the faults of the brief */
export async function briefOf(folder: string): Promise<Brief> {
  const { brief, faults } = await loadBrief(folder, deck)
  if (!brief || faults !== null) throw new Error(faults ?? '')
  return brief
}

/** The second, small brief: a letter, invented for an exercise. */
export const letterFolder: string = join(projectFolder, 'briefs/letter')
export const letterText: string = join(projectFolder, 'tests/fixtures/letter.txt')

/** The project's own. */
export const ownRegister = (): Register => registerOf(projectFolder)
export const ownBrief = (): Promise<Brief> => briefOf(projectFolder)
export const frozenRegister = (): Register => registerOf(frozenFolder)
export const frozenBrief = (): Promise<Brief> => briefOf(frozenFolder)
