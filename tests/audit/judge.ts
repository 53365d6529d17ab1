/** What `npm audit --json` says, judged: what stops, what is accepted and why, what is accepted for nothing. */
import type { Accepted } from './accepted.ts'

const SEVERITIES = ['info', 'low', 'moderate', 'high', 'critical'] as const
type Severity = (typeof SEVERITIES)[number]
/** From here on a fault stops; what is less is told. */
const STOPS: Severity = 'high'
const YEAR = 366 * 24 * 60 * 60 * 1000

interface Advisory {
  readonly name: string
  readonly title: string
  readonly url: string
  readonly severity: Severity
  readonly range: string
}

/** Of npm's report, version 2: by package, what it suffers from; a package that only depends on one names it. */
export interface AuditReport {
  readonly auditReportVersion: number
  readonly vulnerabilities: Readonly<Record<string, { readonly via: readonly (string | Advisory)[]; readonly nodes?: readonly string[] }>>
}

export interface Judged {
  readonly stops: readonly string[]
  readonly told: readonly string[]
}

/** @throws Error where it is no report: no answer must not pass for a good one. */
export function readReport(json: string): AuditReport {
  const report = JSON.parse(json) as Partial<AuditReport>
  if (report.auditReportVersion !== 2 || typeof report.vulnerabilities !== 'object')
    throw new Error('npm gave no audit report of version 2.')
  return report as AuditReport
}

export function judgeAudit({ vulnerabilities }: AuditReport, accepted: readonly Accepted[], today: Date): Judged {
  const advisories = new Map(
    Object.values(vulnerabilities).flatMap(({ via }) =>
      via.flatMap((each) => (typeof each === 'string' ? [] : [[`${each.url} ${each.name}`, each] as const])),
    ),
  )
  const found = [...advisories.values()].map((advisory) => ({
    advisory,
    let: accepted.find((each) => advisory.url.endsWith(`/${each.advisory}`) && each.package === advisory.name),
  }))
  const line = ({ name, range, severity, title, url }: Advisory) => `${name} ${range}: ${severity}, ${title} (${url})`
  const grave = ({ severity }: Advisory) => SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(STOPS)
  const old = ({ date }: Accepted) => today.getTime() - Date.parse(date) > YEAR
  return {
    stops: [
      ...found.filter((each) => each.let === undefined && grave(each.advisory)).map(({ advisory }) => line(advisory)),
      ...accepted
        .filter((each) => !found.some((one) => one.let === each))
        .map((each) => `${each.advisory} of ${each.package} is accepted and is not there any more: take it out of tests/audit/accepted.ts`),
      ...found.flatMap((each) =>
        each.let && old(each.let)
          ? [`${each.let.advisory} of ${each.let.package} was accepted on ${each.let.date}, more than a year ago: look at it again`]
          : [],
      ),
    ],
    told: found.flatMap(({ advisory, let: reason }) =>
      reason ? [`accepted since ${reason.date}: ${line(advisory)}\n  ${reason.reason}`] : grave(advisory) ? [] : [line(advisory)],
    ),
  }
}
