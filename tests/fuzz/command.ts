/**
 * `npm run fuzz -- --seed 7 --runs 2000`: changes the register and the story by machine and judges each change. Prints how
 * many were tried and what became of them; exit code 1 where one is neither refused with its line nor shown to be harmless.
 */
import { parseArgs } from 'node:util'
import { fuzzRegister, fuzzStory, type Run } from './run.ts'

const { values } = parseArgs({
  options: { seed: { type: 'string', default: String(Date.now() % 1_000_000) }, runs: { type: 'string', default: '1000' } },
})
const [seed, runs] = [Number(values.seed), Number(values.runs)]
if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(runs) || runs < 1) {
  console.error('Usage: npm run fuzz -- --seed 7 --runs 2000')
  process.exit(1)
}

function say(name: string, { tried, kinds, faults, slowest }: Run): void {
  console.log(`${name}: ${tried} mutations, seed ${seed}; the slowest took ${Math.round(slowest)} ms`)
  for (const [kind, outcomes] of Object.entries(kinds))
    console.log(
      `  ${kind.padEnd(22)} ${Object.entries(outcomes)
        .sort()
        .map(([outcome, times]) => `${times} ${outcome}`)
        .join(', ')}`,
    )
  for (const { turn, what, why } of faults) console.log(`  FAULT at ${turn}: ${what}\n    ${why}`)
}

const half = Math.ceil(runs / 2)
const both = [
  ['The register', fuzzRegister(seed, half)],
  ['The story', await fuzzStory(seed, runs - half)],
] as const
for (const [name, run] of both) say(name, run)
const faults = both.reduce((sum, [, run]) => sum + run.faults.length, 0)
console.log(`${runs} tried, ${faults} without a good outcome.`)
process.exitCode = faults === 0 ? 0 : 1
