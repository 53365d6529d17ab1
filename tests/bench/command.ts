/**
 * `npm run bench`: this deck beside others, measured in one run and by turns. It judges nothing: a busy machine is slow at
 * all of them alike, so what is worth reading is how they stand to each other.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { BrowserNotFound } from '../../editions/browser/browser.ts'
import { progressOn } from '../../cli/progress.ts'
import { openBrowser, projectFolder } from '../support/deck.ts'
import { measureGrowth } from './growth/growth.ts'
import { build, pdf } from './measures/made.ts'
import type { Measure } from './measures/measure.ts'
import { reading } from './measures/reading.ts'
import { firstSeen } from './measures/seen.ts'
import { steps } from './measures/steps.ts'
import { transfers } from './measures/transfer.ts'
import { type Options, readOptions, USAGE } from './options.ts'
import { type Group, measureAll } from './rounds.ts'
import { marp } from './subjects/marp.ts'
import { ours } from './subjects/ours.ts'
import { installPeers } from './subjects/peers.ts'
import { reveal } from './subjects/reveal.ts'
import { stock } from './subjects/stock.ts'
import type { Subject } from './subjects/subject.ts'
import { reportOf } from './report.ts'
import { putBetweenMarks } from './table.ts'

const OTHERS: Readonly<Record<string, () => Promise<Subject>>> = { stock, reveal, marp }

/** What the values were taken with. */
const machine = (chromium: string) => {
  const require = createRequire(import.meta.url)
  const versionOf = (name: string) => (require(`${name}/package.json`) as { version: string }).version
  return {
    date: new Date().toISOString().slice(0, 10),
    cores: cpus().length,
    versions: { Node: process.versions.node, Chromium: chromium, Slidev: versionOf('@slidev/cli'), Mermaid: versionOf('mermaid') },
  }
}

async function run(options: Options): Promise<void> {
  const progress = progressOn(process.stderr, 1)
  const isChosen = (id: string) => options.only.length === 0 || options.only.some((start) => id.startsWith(start))
  const chosen = (measures: readonly Measure[]) => measures.filter(({ id }) => isChosen(id))
  const groups: readonly Group[] = [
    { name: 'What is sent', measures: chosen(transfers), runs: 1 },
    { name: 'Until it is seen', measures: chosen(firstSeen), runs: options.runs },
    { name: 'From step to step', measures: chosen(steps), runs: options.runs },
    { name: 'The reading page', measures: chosen(reading), runs: options.runs },
    { name: 'Building', measures: chosen([build]), runs: options.longRuns },
    { name: 'PDFs', measures: chosen([pdf]), runs: options.longRuns },
  ]
  const wanted = groups.some(({ measures }) => measures.length > 0)
  const others = Object.entries(OTHERS).filter(([name]) => options.against.length === 0 || options.against.includes(name))
  if (wanted && others.some(([, make]) => make !== stock)) await installPeers(progress.step)
  const subjects: Subject[] = []
  const browser = await openBrowser()
  try {
    for (const make of wanted ? [ours, ...others.map(([, make]) => make)] : []) {
      const subject = await make()
      subjects.push(subject)
      progress.step(`Building ${subject.name} …`)
      await subject.build?.()
    }
    const rows = await measureAll(groups, subjects, browser, progress)
    const grown = await measureGrowth(options.sizes, Math.min(options.longRuns, 3), isChosen, progress)
    const report = {
      ...machine(browser.version()),
      runs: options.runs,
      longRuns: options.longRuns,
      sizes: options.sizes,
      subjects: subjects.map(({ name, what }) => ({ name, what })),
      rows,
      grown,
    }
    const table = reportOf(report)
    console.log(table)
    if (options.json !== null) writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`)
    if (options.write) {
      const page = join(projectFolder, 'docs/benchmark.md')
      writeFileSync(page, putBetweenMarks(readFileSync(page, 'utf8'), table))
    }
  } finally {
    await browser.close()
    for (const { remove } of subjects) remove()
  }
}

const options = readOptions(process.argv.slice(2))
if (options === 'help') console.log(USAGE)
else if ('fault' in options) {
  console.error(`${options.fault}\n\n${USAGE}`)
  process.exitCode = 2
} else {
  try {
    await run(options)
  } catch (error) {
    console.error(error instanceof BrowserNotFound ? error.message : error)
    process.exitCode = 1
  }
}
