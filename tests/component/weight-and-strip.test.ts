/** What carries weight and where it stands: withdrawing, what to ask for, the strip, certainty, the scorecard; live, heard, and in print. */
import { cards } from 'virtual:brief/story'
import { beforeAll, describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { cuesInOrder } from '../../engine/analysis/certainty.ts'
import { listOf, plural, sentenceNumber } from '../../engine/register/numbers.ts'
import { reachEveryConclusion, shortestList } from '../../engine/analysis/evidence-requests.ts'
import { cellWords, spanWords, sentenceStrip } from '../../engine/analysis/sentence-strip.ts'
import { GRADE_WORDS, GRADES, RECORD_STATUSES } from '../../engine/register/vocabulary.ts'
import { EFFECT_WORDS, effectsOf, effectsOfLoadBearing } from '../../engine/analysis/withdrawal.ts'
import CertaintyLine from '../../components/figure/CertaintyLine.vue'
import ConclusionTable from '../../components/table/ConclusionTable.vue'
import EffectsTable from '../../components/table/EffectsTable.vue'
import FirstRequests from '../../components/table/FirstRequests.vue'
import GradeByRecord from '../../components/grade/GradeByRecord.vue'
import RequestTable from '../../components/table/RequestTable.vue'
import ScoreLists from '../../components/table/ScoreLists.vue'
import SmallSentenceStrip from '../../components/figure/SmallSentenceStrip.vue'
import SentenceStrip from '../../components/figure/SentenceStrip.vue'
import WithdrawClaims from '../../components/figure/WithdrawClaims.vue'
import { keepStylesThatHide } from '../support/hiding-styles.ts'
import { claim, register } from '../support/claims.ts'
import { CLICKS_MAX, heard, onSlide, perceivable, the } from '../support/mount.ts'

beforeAll(keepStylesThatHide)

const bearing = register.claims.filter(({ loadBearing }) => loadBearing).map(({ id }) => id)
const aside = register.claims.find(({ id }) => !bearing.includes(id) && !register.undercuts.some((undercut) => undercut.claim === id))!.id
const premise = register.inferences.find(({ conclusion }) => register.conclusions.includes(conclusion))!.premises[0]!
const cells = sentenceStrip(register)

describe('WithdrawClaims', () => {
  const sequence = `${premise} | ${register.conclusions[0]!} ${premise} | ${aside}`
  const mounted = async (at = 0, print = false) => {
    const slide = onSlide(WithdrawClaims, { sequence }, { at, print })
    await nextTick()
    await nextTick()
    return slide
  }
  const withdrawn = (root: Element) => heard(the(root, '.list')).replace('Withdrawn: ', '')
  const box = (root: Element, id: string) =>
    [...root.querySelectorAll<SVGElement>('svg [role=button]')].find((button) => button.getAttribute('data-part') === id)!
  const button = (root: Element, name: string) => [...root.querySelectorAll('button')].find((each) => heard(each) === name)!
  const results = (root: Element) => [...root.querySelectorAll('.conclusions tbody tr')].map((row) => [...row.children].map(heard))
  const expected = (ids: readonly string[]) =>
    effectsOf(register, new Set(ids)).conclusions.map(({ id, effect, before, after }) => [
      `${id} ${claim(id).short}`,
      EFFECT_WORDS[effect],
      ...[before, after].map((grade) => (grade ? GRADE_WORDS[grade].toLowerCase() : 'no argument left')),
    ])

  it('withdraws at each click what the speaker prepared, and says what becomes of every conclusion', async () => {
    const { element, clicks, click } = await mounted()
    expect(clicks.total).toBe(3)
    expect(withdrawn(element)).toBe('none')
    expect(results(element)).toEqual(expected([]))
    for (const [index, ids] of [[premise], [register.conclusions[0]!, premise], [aside]].entries()) {
      await click(index + 1)
      expect(results(element)).toEqual(expected(ids))
      const effects = effectsOf(register, new Set(ids))
      const status = heard(the(element, '[role=status]'))
      for (const id of effects.lostAll) expect(status).toContain(`${id} loses all support`)
      for (const id of effects.lostSome) expect(status).toContain(`${id} loses some support`)
      expect(status).toContain(`Withdrawn: ${listOf(register.claims.map(({ id }) => id).filter((id) => ids.includes(id)))}.`)
    }
  })

  it('takes any claim by pointer and keyboard, several at a time, and puts it back', async () => {
    const { element } = await mounted()
    box(element, premise).dispatchEvent(new MouseEvent('click', { bubbles: true }))
    await nextTick()
    expect(withdrawn(element)).toBe(premise)
    expect(box(element, premise).getAttribute('aria-pressed')).toBe('true')
    const other = bearing.find((id) => id !== premise)!
    box(element, other).dispatchEvent(new KeyboardEvent('keydown', { key: ' ', bubbles: true, cancelable: true }))
    await nextTick()
    expect(results(element)).toEqual(expected([premise, other]))
    // Claims that are not on the map too.
    button(element, aside).click()
    await nextTick()
    expect(withdrawn(element)).toContain(aside)
    box(element, premise).dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
    await nextTick()
    expect(withdrawn(element)).not.toContain(premise)
  })

  it('undoes one change after the other, puts all back, and forgets both at the next step', async () => {
    const { element, click } = await mounted()
    const undo = button(element, 'Undo')
    expect([undo.disabled, button(element, 'Put all back').disabled]).toEqual([true, true])
    for (const id of bearing.slice(0, 3)) {
      box(element, id).dispatchEvent(new MouseEvent('click', { bubbles: true }))
      await nextTick()
    }
    undo.click()
    await nextTick()
    expect(withdrawn(element)).toBe(bearing.slice(0, 2).join(', '))
    button(element, 'Put all back').click()
    await nextTick()
    expect(withdrawn(element)).toBe('none')
    undo.click()
    await nextTick()
    expect(withdrawn(element)).toBe(bearing.slice(0, 2).join(', '))
    await click(1)
    expect(withdrawn(element)).toBe(premise)
    expect(undo.disabled).toBe(true)
    // A choice belongs to the step it was made at.
    box(element, premise).dispatchEvent(new MouseEvent('click', { bubbles: true }))
    await nextTick()
    expect(withdrawn(element)).toBe('none')
    await click(2)
    expect(withdrawn(element)).toContain(register.conclusions[0])
  })

  it('writes on each box what becomes of its claim, and names it so', async () => {
    const { element } = await mounted(1)
    const { lostAll, lostSome } = effectsOf(register, new Set([premise]))
    for (const [ids, words] of [
      [[premise], 'withdrawn'],
      [lostAll, 'no support'],
      [lostSome, 'less support'],
    ] as const)
      for (const id of ids.filter((each) => box(element, each))) {
        expect(heard(the(box(element, id), '.tag')), id).toBe(words)
        expect(box(element, id).getAttribute('aria-label')).toMatch(new RegExp(`, ${words}$`))
      }
    const tagged = [...element.querySelectorAll('svg .tag')]
    expect(tagged).toHaveLength(1 + [...lostAll, ...lostSome].filter((id) => box(element, id)).length)
  })

  it('has a control for every claim, each with its name; in print none', async () => {
    const live = await mounted()
    const named = [...live.element.querySelectorAll('[role=button], .others button')].map(
      (each) => /\bC\d+/.exec(each.getAttribute('aria-label') ?? '')?.[0],
    )
    expect(named.toSorted()).toEqual(register.claims.map(({ id }) => id).toSorted())
    const print = await mounted(CLICKS_MAX, true)
    expect(print.element.querySelectorAll('button, [role=button], [tabindex]')).toHaveLength(0)
    expect(results(print.element)).toEqual(expected([aside]))
  })
})

it('EffectsTable says, for each claim that carries a conclusion, what falls with it', () => {
  const rows = [...onSlide(EffectsTable).element.querySelectorAll('tbody tr')]
  expect(rows.map((row) => row.getAttribute('data-falls'))).toEqual(bearing)
  for (const [index, { lostAll, lostSome, conclusions }] of effectsOfLoadBearing(register).entries()) {
    const [, all, some, ...effects] = [...rows[index]!.children].map(heard)
    expect([all, some]).toEqual([listOf(lostAll) || 'none', listOf(lostSome) || 'none'])
    for (const [at, { effect, before, after }] of conclusions.entries()) {
      expect(effects[at]).toContain(EFFECT_WORDS[effect])
      expect(effects[at]!.includes('traced back')).toBe(before !== after && after !== null)
    }
  }
})

describe('what to ask for', () => {
  it('RequestTable has the shortest list in its order, each with holder, access, claims and what hangs on it', () => {
    const rows = [...onSlide(RequestTable).element.querySelectorAll('tbody tr')]
    const list = shortestList(register)
    expect(rows.map((row) => row.getAttribute('data-request'))).toEqual(list.map(({ request }) => request.id))
    for (const [index, { request, loadBearing, effects }] of list.entries()) {
      const [rank, name, claims, hangs] = [...rows[index]!.children].map(heard)
      expect([rank, name]).toEqual([String(index + 1), `${request.name} ${request.id} ${request.heldBy} · ${request.access}`])
      expect(claims).toBe(loadBearing.join(', '))
      for (const { id, effect } of effects.conclusions) expect(hangs!.includes(id), `${request.id} ${id}`).toBe(effect !== 'none')
    }
  })

  it('FirstRequests tells what is known of a request, then at a click what each outcome would mean', async () => {
    const list = shortestList(register)
    const first = reachEveryConclusion(list)
    for (const [index, weighed] of first.entries()) {
      const { request } = weighed
      const { element, clicks, click, wrapper } = onSlide(FirstRequests, { nth: index + 1 })
      await nextTick()
      expect(clicks.total).toBe(1)
      expect(heard(the(element, 'h2'))).toBe(`${list.indexOf(weighed) + 1}. ${request.name}`)
      // What is known already, with its date; then what each outcome would mean.
      expect(heard(the(element, '.so-far'))).toContain(': the record, as of')
      expect(perceivable(element, '.outcomes')).toHaveLength(0)
      await click(1)
      const words = heard(element)
      for (const said of [request.heldBy, request.access, request.sought ?? '']) expect(words).toContain(said)
      expect(words.match(/If: /g)!.length).toBeGreaterThanOrEqual(2)
      expect(heard(the(element, '.rest'))).toContain(`${plural(register.counts.requests, 'request')}, ${list.length} bear on`)
      wrapper.unmount()
    }
  })
})

describe('the strip', () => {
  it('SmallSentenceStrip lights the sentences of the step, and each cell leads to the card of its first claim', () => {
    for (const { id, sentences } of register.steps) {
      const { element, wrapper } = onSlide(SmallSentenceStrip, { step: id })
      const items = [...element.querySelectorAll('li')]
      expect(
        items.filter((item) => item.getAttribute('aria-current') === 'step').map((item) => cells[items.indexOf(item)]!.sentence),
      ).toEqual(sentences)
      expect(element.getAttribute('aria-label')).toContain(spanWords(cells.filter(({ step }) => step === id)))
      for (const [index, item] of items.entries()) {
        const { slide, clicks } = cards[cells[index]!.claims[0]!.id]!
        expect(the(item, 'a').getAttribute('href')).toMatch(new RegExp(`/?${slide}\\?clicks=${clicks}$`))
        expect(heard(item)).toBe(cellWords(cells[index]!))
      }
      wrapper.unmount()
    }
  })

  it('SentenceStrip says the sentences of the step in words, and of a chosen sentence its own, with links', async () => {
    const { element, clicks, click } = onSlide(SentenceStrip)
    await nextTick()
    expect(clicks.total).toBe(register.steps.length)
    const words = () => heard(the(element, '.words'))
    for (const [index, { id, title }] of register.steps.entries()) {
      await click(index + 1)
      const own = cells.filter(({ step }) => step === id)
      expect(words()).toContain(`${title}, ${spanWords(own)}`)
      for (const { claims } of own)
        for (const { id: claimId, grade } of claims)
          expect(words()).toContain(`${claimId} ${claim(claimId).short}: ${GRADE_WORDS[grade].toLowerCase()}`)
    }
    const button = element.querySelectorAll<HTMLButtonElement>('button.cell')[3]!
    button.click()
    await nextTick()
    expect(button.getAttribute('aria-pressed')).toBe('true')
    expect(words()).toContain(`sentence ${cells[3]!.number}`)
    for (const { id } of cells[3]!.claims) expect(words()).toContain(`${id} ${claim(id).short}`)
    expect(perceivable(element, '.words a')).toHaveLength(cells[3]!.claims.length)
    button.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    await nextTick()
    expect(words()).toContain(register.steps.at(-1)!.title)
  })
})

it('CertaintyLine shows the cautious words, then the firm ones, each as the author wrote it, with its sentence', async () => {
  const { element, click } = onSlide(CertaintyLine)
  await nextTick()
  const cues = cuesInOrder(register)
  const shown = () => perceivable(element, 'section li').map(heard)
  const wordsOf = (level: string, said: string) =>
    cues.filter((cue) => cue.level === level).map(({ words, sentence }) => `Sentence ${sentenceNumber(sentence)}, ${said}: ${words}`)
  expect(shown()).toEqual([])
  await click(1)
  expect(shown()).toEqual(wordsOf('hedged', 'cautious'))
  await click(2)
  expect(shown()).toEqual([...wordsOf('boosted', 'firm'), ...wordsOf('hedged', 'cautious')])
  expect(perceivable(element, '.takeaway')).toHaveLength(0)
  await click(3)
  expect(perceivable(element, '.takeaway')).toHaveLength(1)
})

describe('the scorecard', () => {
  it('ScoreLists has a denominator at every count, and captions that keep the questions apart', () => {
    const { element } = onSlide(ScoreLists)
    for (const cell of element.querySelectorAll('td')) expect(heard(cell)).toMatch(/^\d+ of \d+$/)
    expect([...element.querySelectorAll('caption')].map(heard)).toEqual([
      'What the article gives to check',
      'What the record says, another question',
      'No source given, by voice',
      'No source given, by side (pull-quotes included)',
    ])
    for (const grade of GRADES)
      expect(heard(element)).toContain(`${grade} ${GRADE_WORDS[grade]} ${register.counts.byGrade[grade]} of ${register.counts.gradeable}`)
  })

  it('GradeByRecord has a row for each grade and a column for each status, and both sums', () => {
    const { element } = onSlide(GradeByRecord)
    const { counts } = register
    expect([...element.querySelectorAll('thead th')].slice(1, -1).map(heard)).toEqual([...RECORD_STATUSES])
    expect([...element.querySelectorAll('tbody tr')].map((row) => heard(row.lastElementChild!))).toEqual(
      GRADES.map((grade) => String(counts.byGrade[grade])),
    )
    expect([...the(element, 'tfoot tr').children].slice(1).map(heard)).toEqual([
      ...RECORD_STATUSES.map((status) => String(counts.byRecord[status])),
      String(counts.gradeable),
    ])
  })
})

it('ConclusionTable says of a conclusion that is an opinion that it is not graded, not that nothing argues for it', () => {
  const opinion = register.claims.find(({ grade }) => grade === 'N')!
  const argued = register.claims.find(({ grade }) => grade !== 'N')!
  const { element } = onSlide(ConclusionTable, {
    conclusions: [opinion, argued].map(({ id }) => ({ id, effect: 'none', before: null, after: null })),
  })
  const [first, second] = [...element.querySelectorAll('tbody tr')].map(heard)
  expect(first).toContain('opinion, not graded')
  expect(first).not.toContain('no argument left')
  expect(second).toContain('no argument left')
})
