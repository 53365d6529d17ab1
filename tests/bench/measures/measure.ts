/** One thing that is measured of each subject that has it. */
import type { Browser } from 'playwright-chromium'
import type { Subject } from '../subjects/subject.ts'

export type Unit = 'ms' | 's' | 'kB' | 'MB' | ''

export interface Target {
  readonly subject: Subject
  /** Of its served pages, with a slash at its end. */
  readonly url: string
  readonly browser: Browser
}

export interface Measure {
  readonly id: string
  readonly what: string
  readonly unit: Unit
  /** Where every run gives the same, one is enough. */
  readonly once?: true
  readonly has: (subject: Subject) => boolean
  readonly take: (target: Target) => Promise<number>
}

export const everyone = (): boolean => true
