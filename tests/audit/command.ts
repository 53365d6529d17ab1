/**
 * `npm run audit`: the packages by the registry's list of known faults. Exit code 1 where one stops, or where the registry
 * gives no answer; with `--if-answered` the latter is told and passes, for a machine whose registry has no such list.
 */
import { spawnSync } from 'node:child_process'
import { ACCEPTED } from './accepted.ts'
import { judgeAudit, readReport } from './judge.ts'

/** npm gives a report with an exit code other than 0 where it finds something. */
const { stdout, stderr } = spawnSync('npm', ['audit', '--json'], { encoding: 'utf8', shell: process.platform === 'win32' })
const mayBeUnanswered = process.argv.includes('--if-answered')
try {
  const { stops, told } = judgeAudit(readReport(stdout), ACCEPTED, new Date())
  for (const each of told) console.log(each)
  for (const each of stops) console.error(each)
  console.log(
    stops.length === 0 ? 'No known fault that stops.' : `${stops.length} to mend, or to accept with a reason in tests/audit/accepted.ts.`,
  )
  process.exitCode = stops.length === 0 ? 0 : 1
} catch {
  const why = /npm (?:error|warn) audit (.*)/.exec(stderr)?.[1] ?? 'no report'
  console.error(
    `The registry gave no audit (${why.replaceAll(/https?:\/\/\S+/g, 'its address')}): nothing is known of the packages' faults.`,
  )
  process.exitCode = mayBeUnanswered ? 0 : 1
}
