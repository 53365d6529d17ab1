import { audit } from 'virtual:brief/audit'
import { describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { GRADES, GRADE_WORDS } from '../../engine/register/vocabulary.ts'
import AuditGaps from '../../components/table/AuditGaps.vue'
import SelfAudit from '../../components/table/SelfAudit.vue'
import { slideWith } from '../../composables/story.ts'
import { heard, onSlide, tidy } from '../support/mount.ts'

const { counts, gaps } = audit

describe('the deck under its own rubric', () => {
  it('gives every grade in words, with how many of how many', () => {
    const { element } = onSlide(SelfAudit)
    const rows = [...element.querySelectorAll('tr')].map((row) => tidy(row.textContent))
    expect(rows).toEqual(GRADES.toReversed().map((grade) => `${grade} ${GRADE_WORDS[grade]}${counts.byGrade[grade]} of ${counts.gradeable}`))
  })

  it('says how they were found, what “Cited” does not mean, and leads to the weak ones', async () => {
    const { element } = onSlide(SelfAudit)
    await nextTick()
    for (const sentence of audit.rule) expect(heard(element)).toContain(sentence)
    expect(heard(element)).toContain('It does not mean that the statement is true')
    expect(heard(element)).toContain(`Below “Traceable”: ${gaps.length}.`)
    expect([...element.querySelectorAll('a')].map((link) => link.textContent)).toEqual(['Each is named in the annex'])
  })
})

describe('its statements below “Traceable”', () => {
  const rows = [1].flatMap(() => {
    let grade = ''
    return [...onSlide(AuditGaps).element.querySelectorAll('tbody tr')].map((row) => {
      const [tag, words] = [...row.children]
      if (tag!.querySelector('.tag')) grade = tidy(tag!.textContent)
      return { grade, words: tidy(words!.textContent), links: [...row.querySelectorAll('a')].map((link) => link.textContent) }
    })
  })

  it('are named word for word, each under its grade and with a link to every slide it stands on', () => {
    const sentences = gaps.filter(({ descriptor }) => !descriptor)
    expect(sentences.length).toBeGreaterThan(0)
    for (const { grade, sentence, slide } of sentences) {
      const row = rows.find(({ words }) => words === tidy(sentence))
      expect(row?.grade).toBe(`${grade} ${GRADE_WORDS[grade]}`)
      expect(row?.links).toContain(`slide ${slide}`)
    }
  })

  it('and every description of an outlet', () => {
    const all = rows.map(({ words }) => words).join(' ')
    for (const { sentence } of gaps.filter(({ descriptor }) => descriptor)) expect(all).toContain(tidy(sentence))
  })

  it('and nothing else', () => {
    expect(rows.length).toBe(new Set(gaps.map(({ descriptor, grade, sentence }) => (descriptor ? grade : `${grade} ${sentence}`))).size)
  })
})
