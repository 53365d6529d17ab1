/** The deck's own statements about the world: found on the deck as it is, and every weak one named where a reader can see it. */
import { describe, expect, it } from 'vitest'
import { FIELDS, registerFields } from '../../engine/audit/fields.ts'
import { summaryOf } from '../../engine/audit/statements.ts'
import { auditTable } from '../../cli/self-audit.ts'
import { componentsIn, loadSlides } from '../support/slides.ts'
import { ownBrief, ownRegister } from '../support/brief.ts'

const register = ownRegister()
const { audit } = await ownBrief()
const own = { ...audit, summary: summaryOf(audit) }
const slides = await loadSlides()

describe('the statements', () => {
  it('come from the register, the slides and the scripts', () => {
    for (const count of Object.values(own.summary.counts.byPlace)) expect(count).toBeGreaterThan(0)
  })

  it('have every finding of the record among them', () => {
    const found = new Set(own.statements.map(({ where }) => where))
    const missing = register.claims.filter(({ id, record }) => record && record.citations.length > 0 && !found.has(`${id}.record.finding`)).map(({ id }) => id)
    expect(missing).toEqual([])
  })

  it('and what is left out are all sentences that were looked at', () => {
    const looked = own.statements.length + own.uncounted.length
    expect(looked).toBeGreaterThan(own.statements.length)
    expect(own.uncounted.filter(({ why }) => !why)).toEqual([])
  })

  it('that a slide makes with its own sources are cited there', () => {
    const findings = own.statements.filter(({ where }) => /^C\d+\.record\.finding$/.test(where))
    expect(findings.filter(({ grade }) => grade !== 'S4').map(({ where, sentence }) => `${where}: ${sentence}`)).toEqual([])
  })
})

describe('those below “Traceable”', () => {
  it('are all in the summary that the slides show, with their words and their slide', () => {
    const key = ({ where, sentence }: { readonly where: string; readonly sentence: string }) => `${where} ${sentence}`
    expect(own.summary.gaps.map(key).sort()).toEqual(own.statements.filter(({ grade }) => ['S0', 'S1', 'S2'].includes(grade)).map(key).sort())
    expect(own.summary.gaps.filter(({ slide }) => slide === null)).toEqual([])
    for (const { where, slide, sentence } of own.summary.gaps) {
      const at = slides[slide! - 1]!
      // A sentence of a script or a slide stands there word for word; one with a count in it is filled in.
      if (where.startsWith('script')) expect(at.note.replace(/\s+/g, ' ')).toContain(sentence.split(/\d/)[0])
    }
  })

  it('are shown side by side with the counts', () => {
    const at = (name: string) => slides.filter(({ content }) => componentsIn(content).some((use) => use.name === name)).map(({ no }) => no)
    expect(at('SelfAudit')).toHaveLength(1)
    expect(at('AuditGaps')[0]).toBe(at('SelfAudit')[0]! + 1)
  })
})

describe('the list of fields', () => {
  it('gives each a reason', () => {
    expect(FIELDS.filter(({ why }) => why.length < 10)).toEqual([])
  })

  it('names every field that is looked at', () => {
    const kinds = [...new Set(registerFields(register).map(({ where }) => where.replace(/\[\d+\]$/, '').split('.').at(-1)!))]
    const listed = FIELDS.filter(({ how }) => how !== 'no').map(({ field }) => field).join(' ')
    expect(kinds.filter((kind) => !listed.includes(kind))).toEqual([])
  })
})

describe('npm run self-audit', () => {
  it.each([['all', own.statements.length], ['below', own.summary.gaps.length], ['left-out', own.uncounted.length]] as const)('%s: a head and a row for each', (view, rows) => {
    const table = auditTable(audit, view)
    expect(table).toHaveLength(rows + 1)
    expect(new Set(table.map((row) => row.length)).size).toBe(1)
  })
})
