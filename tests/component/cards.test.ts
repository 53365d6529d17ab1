/** One claim, and the claims of a slide: what is there, in which half, and when. */
import { beforeAll, describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import ClaimCard from '../../components/claim/ClaimCard.vue'
import ClaimCards from '../../components/claim/ClaimCards.vue'
import { sentenceNumber } from '../../engine/register/numbers.ts'
import type { Claim } from '../../engine/analysis/register.ts'
import { CERTAINTY_WORDS, FLAG_WORDS, GRADE_WORDS, GRADES, GRADES_AND_OPINION } from '../../engine/register/vocabulary.ts'
import { keepStylesThatHide } from '../support/hiding-styles.ts'
import { built, claim, claimOfGrade, register, someClaim } from '../support/claims.ts'
import { requestLead } from '../support/requests.ts'
import { CLICKS_MAX, heard, onSlide, perceivable, the } from '../support/mount.ts'
import { forEachCase, forEachCaseInTurn } from '../support/faults.ts'

beforeAll(keepStylesThatHide)

const card = (each: Claim, props = {}) => onSlide(ClaimCard, { claim: each, ...props }).element
const tagWords = (each: Claim) => `${each.grade} ${GRADE_WORDS[each.grade]}`

describe('ClaimCard', () => {
  it('has every word of its claim', () =>
    forEachCase(
      register.claims.map(({ id }) => id),
      (id) => {
        const each = claim(id)
        const element = card(each)
        expect(element.localName).toBe('article')
        expect(element.getAttribute('aria-label')).toBe(`Claim ${id}`)
        const text = heard(element)
        const { record, request, attribution, certainty, flags } = each
        for (const words of [
          `${id}, its row of the evidence sheet sent. ${sentenceNumber(each.sentence)}`,
          each.quote,
          `The article, sentence ${sentenceNumber(each.sentence)}.`,
          tagWords(each),
          ...flags.map((flag) => FLAG_WORDS[flag]),
          ...(certainty.cues.length > 0 ? [`${CERTAINTY_WORDS[certainty.level]}: “`] : []),
          ...certainty.cues.map((cue) => `“${cue}”`),
          ...(attribution ? [`Source in the text: ${attribution.source}`] : []),
          ...(record ? [record.status, record.qualifier ?? '', record.finding] : []),
          ...(request ? [`${requestLead(record!.status)} ${register.requests.find(({ id: asked }) => asked === request.id)!.name}.`] : []),
          ...(each.voice === 'pull-quote' ? ['Pull-quote: may be an editor’s words'] : []),
        ])
          expect(text).toContain(words)
      },
    ))

  it('at every grade, the grade and the record stand in different halves, and neither leaks into the other', () =>
    forEachCase(GRADES, (grade) => {
      const each = claimOfGrade(grade)
      const element = card(each)
      const [sourcing, beside] = [the(element, '.sourcing'), the(element, '.beside')]
      expect(sourcing.contains(beside) || beside.contains(sourcing)).toBe(false)
      expect(heard(sourcing)).toContain(tagWords(each))
      expect(heard(sourcing)).not.toContain(each.record!.finding)
      expect(sourcing.querySelector('.record')).toBeNull()
      expect(heard(beside)).toContain(each.record!.finding)
      expect(heard(beside)).not.toContain(tagWords(each))
      expect(beside.querySelector('.tag, .glyph, svg')).toBeNull()
      // The smallest thing that holds both is the whole card.
      let common: Element = the(element, '.tag')
      while (!common.contains(the(element, '.record'))) common = common.parentElement!
      expect(common).toBe(element)
    }))

  it('reads in order: the words, their sourcing, then the record', () => {
    for (const grade of GRADES) {
      const each = claimOfGrade(grade)
      const text = heard(card(each))
      const places = [each.quote, tagWords(each), each.record!.finding].map((words) => text.indexOf(words))
      expect(places).toEqual([...places].sort((a, b) => a - b))
    }
  })

  it('an opinion has no record, no flag and nothing to settle', () =>
    forEachCase(
      register.claims.filter(({ grade }) => grade === 'N').map(({ id }) => id),
      (id) => {
        const element = card(claim(id))
        expect(element.querySelector('.record, .request, .flag, .beside a')).toBeNull()
        expect(heard(element)).toContain('N Opinion, not graded')
        expect(heard(element)).not.toContain('The record, as of')
      },
    ))

  it('keeps from a screen reader what is not yet revealed, and shows it in print', () => {
    for (const grade of GRADES) {
      const each = claimOfGrade(grade)
      const [words, tag, finding] = [each.quote, tagWords(each), each.record!.finding]
      const at = (stage: number) => heard(card(each, { stage }))
      expect([words, tag, finding].map((part) => at(0).includes(part))).toEqual([true, false, false])
      expect([words, tag, finding].map((part) => at(1).includes(part))).toEqual([true, true, false])
      expect([words, tag, finding].map((part) => at(2).includes(part))).toEqual([true, true, true])
      expect(heard(card(each))).toBe(at(2))
    }
  })

  it('keeps links that are not yet revealed out of the tab order', () => {
    const each = someClaim('with sources', ({ record }) => (record?.citations.length ?? 0) > 0)
    for (const stage of [0, 1]) {
      const element = card(each, { stage })
      expect(element.querySelectorAll('.beside a').length).toBeGreaterThan(0)
      expect(perceivable(element, '.beside a')).toEqual([])
      // Its number leads to its row of the evidence sheet at any stage.
      expect(perceivable(element, 'a')).toHaveLength(1)
    }
  })

  it('hides by visibility, not by opacity, and keeps the place', () => {
    const style = getComputedStyle(the(card(claimOfGrade('S0'), { stage: 0 }), '.beside'))
    expect(style.visibility).toBe('hidden')
    expect(style.display).not.toBe('none')
  })

  it('shows HTML in a claim as the text it is', () => {
    const html = '<b onclick="x()">bold</b> & <img src="x">'
    const base = someClaim('with a source in the text', ({ attribution }) => attribution !== null)
    const element = card(
      built(base, {
        quote: html,
        attribution: { ...base.attribution!, source: html },
        certainty: { level: 'boosted', cues: [html] },
        record: { ...base.record!, qualifier: html, finding: html },
      }),
    )
    expect(element.querySelector('img, [onclick]')).toBeNull()
    expect(heard(element).split(html)).toHaveLength(6)
  })
})

describe('ClaimCards', () => {
  const opinion = claimOfGrade('N').id
  const [first, second] = register.claims.filter(({ grade }) => grade !== 'N').map(({ id }) => id) as [string, string]
  const on = (ids: string, options = {}) => {
    const slide = onSlide(ClaimCards, { ids }, options)
    /** What each card gives a screen reader: words, tag, record or its place. */
    const parts = () =>
      [...slide.element.querySelectorAll('[data-claim]')].map((element) =>
        ['.quote', '.tag', '.beside > *'].map((selector) => (perceivable(element, selector).length > 0 ? 1 : 0)).join(''),
      )
    return { ...slide, parts }
  }

  it('takes two clicks for a graded claim and one for an opinion', async () => {
    for (const [ids, total] of [
      [first, 2],
      [opinion, 1],
      [`${first} ${second}`, 4],
      [`${first} ${opinion} ${second}`, 5],
    ] as const) {
      const slide = on(ids)
      await slide.click(0)
      expect(slide.clicks.total, ids).toBe(total)
      slide.wrapper.unmount()
    }
  })

  it('reveals one thing at a click, claim after claim, and goes back the same way', async () => {
    const slide = on(`${first} ${opinion} ${second}`)
    const seen = []
    for (let at = 0; at <= 5; at++) {
      await slide.click(at)
      seen.push(slide.parts().join(' '))
    }
    expect(seen).toEqual(['100 100 100', '110 100 100', '111 100 100', '111 111 100', '111 111 110', '111 111 111'])
    for (let at = 5; at >= 0; at--) {
      await slide.click(at)
      expect(slide.parts().join(' ')).toBe(seen[at])
    }
  })

  it('shows all of it in print and in the overview', async () => {
    const slide = on(`${first} ${opinion} ${second}`, { at: CLICKS_MAX })
    await slide.click(CLICKS_MAX)
    expect(slide.parts()).toEqual(['111', '111', '111'])
  })

  it('counts its clicks after those of what stands above it on the slide', async () => {
    const two = defineComponent(() => () => h('div', [h(ClaimCards, { ids: first }), h(ClaimCards, { ids: second })]))
    const slide = onSlide(two)
    const tagged = () => perceivable(slide.element, '.tag').length
    await slide.click(2)
    expect(slide.clicks.total).toBe(4)
    expect(tagged()).toBe(1)
    await slide.click(3)
    expect(tagged()).toBe(2)
  })

  it('registers once, and gives its clicks back when it is taken off the slide', async () => {
    const slide = on(`${first} ${second}`)
    await slide.click(0)
    expect(slide.clicks.maxMap.size).toBe(1)
    await slide.remove()
    expect(slide.clicks.maxMap.size).toBe(0)
    expect(slide.clicks.total).toBe(0)
  })

  it('has the claims in the order asked for, whatever the blanks between the ids', () => {
    const { element } = on(`  ${second}\n ${first} `)
    expect([...element.querySelectorAll('[data-claim]')].map((each) => each.getAttribute('data-claim'))).toEqual([second, first])
  })

  it('refuses an id that the register does not hold, by name', () => {
    expect(() => on('C99')).toThrow('The register holds no claim “C99”.')
  })

  it('in every step, every claim ends with all its words', () =>
    forEachCaseInTurn(
      register.steps.map(({ id, claims }) => [id, claims] as const),
      async (_, ids) => {
        const slide = on(ids.join(' '))
        await slide.click(CLICKS_MAX)
        const graded = ids.filter((id) => claim(id).grade !== 'N').length
        expect(slide.clicks.total).toBe(graded * 2 + (ids.length - graded))
        expect(slide.parts()).toEqual(ids.map(() => '111'))
        for (const id of ids) expect(heard(slide.element)).toContain(tagWords(claim(id)))
      },
    ))

  it('has a card for all six grades, S4 built', () => {
    for (const grade of GRADES_AND_OPINION) expect(heard(card(claimOfGrade(grade)))).toContain(`${grade} ${GRADE_WORDS[grade]}`)
  })
})
