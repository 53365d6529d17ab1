/**
 * `npm run engines` gets Firefox and WebKitGTK, for the tests in them, where they are missing and apt can be had without
 * asking. Exit code 1 where one is still missing.
 */
import { realProbe } from '../../../editions/browser/probe.ts'
import { findFirefox, findWebKit, getEngines } from './find.ts'

const probe = realProbe()
try {
  const missing = await getEngines(probe, (line) => console.error(line))
  for (const finding of [findFirefox(probe), findWebKit(probe)]) {
    if ('found' in finding) console.log(typeof finding.found === 'string' ? finding.found : Object.values(finding.found).filter(Boolean).join('\n'))
  }
  if (missing.length > 0) throw new Error(missing.join('\n'))
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
