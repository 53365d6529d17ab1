import { audit } from 'virtual:brief/audit'
import { describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { GRADES, GRADE_WORDS } from '../../engine/register/vocabulary.ts'
import AuditGaps from '../../components/table/AuditGaps.vue'
import SelfAudit from '../../components/table/SelfAudit.vue'
import { heard, onSlide, tidy } from '../support/mount.ts'

const { counts, gaps } = audit

describe('the deck under its own rubric', () => {
  it('gives every grade in words, with how many of how many', () => {
    const { element } = onSlide(SelfAudit)
    const rows = [...element.querySelectorAll('tr')].map((row) => tidy(row.textContent))
    expect(rows).toEqual(
      GRADES.toReversed().map((grade) => `${grade} ${GRADE_WORDS[grade]}${counts.byGrade[grade]} of ${counts.statements}`),
    )
  })

  it('says what is counted, what “Cited” does not mean, that nothing is to be compared with the article, and leads to the weak ones', async () => {
    const { element } = onSlide(SelfAudit)
    await nextTick()
    for (const sentence of audit.rule) expect(heard(element)).toContain(sentence)
    expect(heard(element)).toContain('does not mean that the statement is true')
    expect(heard(element)).toContain('the two counts cannot be compared')
    expect(heard(element)).toContain(
      `Below “Traceable”: ${gaps.length}, of which ${gaps.filter(({ about }) => about === 'descriptor').length} are`,
    )
    expect([...element.querySelectorAll('a')].map((link) => link.textContent)).toEqual(['All are named in the annex'])
  })
})

describe('its statements below “Traceable”', () => {
  const { element } = onSlide(AuditGaps)
  let grade = ''
  const rows = [...element.querySelectorAll('tbody tr')].map((row) => {
    const [tag, words] = [...row.children]
    if (tag!.querySelector('.tag')) grade = tidy(tag!.textContent)
    return { grade, words: tidy(words!.textContent), links: [...row.querySelectorAll('a')].map((link) => link.textContent) }
  })

  it('are named word for word, each under its grade and with a link to its place in the annex', () => {
    const others = gaps.filter(({ about }) => about !== 'descriptor')
    expect(others.length).toBeGreaterThan(0)
    for (const gap of others) {
      const row = rows.find(({ words }) => words === tidy(gap.text))
      expect(row?.grade).toBe(`${gap.grade} ${GRADE_WORDS[gap.grade]}`)
      expect(row?.links).toHaveLength(1)
    }
    expect(rows.find(({ words }) => words.startsWith('Taliban in UN usage'))?.links).toEqual(['actors.taliban.publicName'])
  })

  it('and every description of an outlet, with a link to the sources', () => {
    const row = rows.find(({ words }) => words.startsWith('Who an outlet is'))
    for (const { text } of gaps.filter(({ about }) => about === 'descriptor')) expect(row?.words).toContain(tidy(text))
    expect(row?.links).toEqual(['sources'])
  })

  it('and nothing else', () => {
    expect(rows.length).toBe(new Set(gaps.map(({ about, grade: given, where }) => (about === 'descriptor' ? given : where))).size)
  })
})
