/** What the deck's own data says about the world: found in the data as it is, and every weak entry named where a reader can see it. */
import { describe, expect, it } from 'vitest'
import { auditTable } from '../../cli/self-audit.ts'
import { RULE, summaryOf } from '../../engine/audit/statements.ts'
import { ownBrief, ownRegister } from '../support/brief.ts'
import { loadSlides } from '../support/slides.ts'

const register = ownRegister()
const { audit } = await ownBrief()
const { gaps } = summaryOf(audit)
const slides = await loadSlides()

describe('the statements', () => {
  it('have every finding of the record among them', () => {
    const found = new Set(audit.statements.map(({ where }) => where))
    const missing = register.claims
      .filter(({ id, record }) => record && record.citations.length > 0 && !found.has(`${id}.record.finding`))
      .map(({ id }) => id)
    expect(missing).toEqual([])
  })

  it('that a slide makes with its own sources are cited there', () => {
    const findings = audit.statements.filter(({ where }) => /^C\d+\.record\.finding$/.test(where))
    expect(findings.filter(({ grade }) => grade !== 'S4').map(({ where, text }) => `${where}: ${text}`)).toEqual([])
  })
})

it('the slide, its script and the command say that slides and scripts are not graded', () => {
  expect(RULE.join(' ')).toContain('Slides, scripts and our notes on method are not graded')
  expect(slides.find(({ content }) => content.includes('<SelfAudit'))!.note).toContain('does not cover our slides or what is said aloud')
  expect(auditTable(audit, 'left-out').some(([where]) => where === 'slides, scripts')).toBe(true)
})

describe('npm run self-audit', () => {
  it.each([
    ['all', audit.statements.length],
    ['below', gaps.length],
    ['left-out', audit.uncounted.length],
  ] as const)('%s: a head and a row for each', (view, rows) => {
    const table = auditTable(audit, view)
    expect(table).toHaveLength(rows + 1)
    expect(new Set(table.map((row) => row.length)).size).toBe(1)
  })
})
