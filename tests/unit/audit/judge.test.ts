/** What stops the workflow, what is told, and what may not stay accepted. */
import { expect, it } from 'vitest'
import type { Accepted } from '../../audit/accepted.ts'
import { ACCEPTED } from '../../audit/accepted.ts'
import { type AuditReport, judgeAudit, readReport } from '../../audit/judge.ts'

const advisory = (name: string, severity: 'low' | 'moderate' | 'high' | 'critical', id: string) => ({
  name,
  severity,
  title: 'reads what it should not',
  url: `https://example.org/advisories/${id}`,
  range: '<2.0.0',
})
const report: AuditReport = {
  auditReportVersion: 2,
  vulnerabilities: {
    deep: { via: [advisory('deep', 'high', 'GHSA-aaaa'), advisory('deep', 'low', 'GHSA-bbbb')] },
    // Depends on it, and is named beside it.
    above: { via: ['deep'] },
    other: { via: [advisory('other', 'critical', 'GHSA-cccc')] },
  },
}
const today = new Date('2026-11-25')
const accepted = (id: string, name: string, date = '2026-11-01'): Accepted => ({
  advisory: id,
  package: name,
  reason: 'Runs on no text from outside.',
  date,
})

it('grave faults stop, each once; the rest is told', () => {
  const { stops, told } = judgeAudit(report, [], today)
  expect(stops).toEqual([
    'deep <2.0.0: high, reads what it should not (https://example.org/advisories/GHSA-aaaa)',
    'other <2.0.0: critical, reads what it should not (https://example.org/advisories/GHSA-cccc)',
  ])
  expect(told).toEqual(['deep <2.0.0: low, reads what it should not (https://example.org/advisories/GHSA-bbbb)'])
})

it('what is accepted is told with its reason', () => {
  const { stops, told } = judgeAudit(report, [accepted('GHSA-aaaa', 'deep'), accepted('GHSA-cccc', 'other')], today)
  expect(stops).toEqual([])
  expect(told.join('\n')).toContain('Runs on no text from outside.')
})

it('it is accepted of its package alone, while it is there, and for a year', () => {
  expect(judgeAudit(report, [accepted('GHSA-aaaa', 'other')], today).stops).toHaveLength(3)
  expect(judgeAudit({ ...report, vulnerabilities: {} }, [accepted('GHSA-aaaa', 'deep')], today).stops).toEqual([
    'GHSA-aaaa of deep is accepted and is not there any more: take it out of tests/audit/accepted.ts',
  ])
  expect(judgeAudit(report, [accepted('GHSA-aaaa', 'deep', '2025-11-01')], today).stops.join()).toContain('more than a year ago')
})

it.each(['{}', '{"error":{"code":"EAUDIT"}}', '{"auditReportVersion":1,"vulnerabilities":{}}', 'no json', ''])(
  '%j is no report',
  (json) => {
    expect(() => readReport(json)).toThrow()
  },
)

it('every reason says something, and has its day', () => {
  for (const { advisory: id, reason, date } of ACCEPTED) {
    expect(id).toMatch(/^GHSA(?:-[\da-z]{4}){3}$/)
    expect(reason.split(' ').length).toBeGreaterThan(5)
    expect(Number.isNaN(Date.parse(date))).toBe(false)
  }
})
