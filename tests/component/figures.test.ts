/** Drawings on a slide: what is shown at each click, what can be chosen and how, what a screen reader and a printer get. */
import { figures } from 'virtual:brief/figures'
import { cards } from 'virtual:brief/story'
import { beforeAll, describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { stepArguments, wholeArgument } from '../../engine/analysis/argument-parts.ts'
import { timelineRows } from '../../engine/figures/timeline.ts'
import { TRIANGLES } from '../../engine/figures/triangle.ts'
import { formatDate, plural } from '../../engine/register/numbers.ts'
import { GRADE_WORDS } from '../../engine/register/vocabulary.ts'
import ArgumentMap from '../../components/figure/ArgumentMap.vue'
import DatesTable from '../../components/table/DatesTable.vue'
import SvgFigure from '../../components/figure/SvgFigure.vue'
import InferenceTable from '../../components/table/InferenceTable.vue'
import PageFigure from '../../components/figure/PageFigure.vue'
import SideClaims from '../../components/table/SideClaims.vue'
import SideRecords from '../../components/table/SideRecords.vue'
import SidesTable from '../../components/table/SidesTable.vue'
import StepMap from '../../components/figure/StepMap.vue'
import TimelineFigure from '../../components/figure/TimelineFigure.vue'
import TriangleFigure from '../../components/figure/TriangleFigure.vue'
import { keepStylesThatHide } from '../support/hiding-styles.ts'
import { claim, register } from '../support/claims.ts'
import { CLICKS_MAX, heard, onSlide, perceivable, the } from '../support/mount.ts'
import { forEachCase } from '../support/faults.ts'

beforeAll(keepStylesThatHide)

const told = register.claims.filter(({ relation }) => relation !== null)
const relations = register.relations
const shownClaims = (root: Element) => perceivable(root, 'svg [data-claim]').map((each) => each.getAttribute('data-claim')!)
const shownLines = (root: Element) =>
  [...root.querySelectorAll('svg .part .line')].filter(
    (line) => getComputedStyle(line).display !== 'none' && getComputedStyle(line).visibility !== 'hidden',
  )
const press = (element: Element, key: string) => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
  element.dispatchEvent(event)
  return event
}

describe('SvgFigure', () => {
  it('each is one image with its name and description, where nothing can be chosen', () =>
    forEachCase(Object.entries(figures), (name, { title, description }) => {
      const { element } = onSlide(SvgFigure, { name })
      const svg = the(element, 'svg')
      expect([svg.getAttribute('role'), svg.getAttribute('aria-label')]).toEqual(['img', `${title}. ${description}`])
      expect(element.querySelector('[tabindex], [role=button]')).toBeNull()
    }))

  it('has no id, so that two of one drawing can share a page', () => {
    for (const name of Object.keys(figures)) expect(onSlide(SvgFigure, { name }).element.querySelectorAll('[id]')).toHaveLength(0)
  })

  it('says which drawing there is none of', () => {
    expect(() => onSlide(SvgFigure, { name: 'nothing' })).toThrow('There is no drawing “nothing”')
  })

  it('makes buttons of what can be chosen, in print none', () => {
    const choices = Object.fromEntries(relations.map(({ relation, name }) => [relation, name]))
    const { element } = onSlide(SvgFigure, { name: 'triangle-sourced', choices, chosen: 'iskp-ttp' })
    const buttons = [...element.querySelectorAll('[role=button]')]
    // The name given, and the words that can be seen.
    for (const button of buttons)
      for (const text of button.querySelectorAll('text')) expect(button.getAttribute('aria-label')).toContain(heard(text))
    expect(
      buttons
        .map((button) => [
          button.getAttribute('aria-label')!.split('. ')[0],
          button.getAttribute('aria-pressed'),
          button.getAttribute('tabindex'),
        ])
        .toSorted(),
    ).toEqual(relations.map(({ relation, name }) => [name, String(relation === 'iskp-ttp'), '0']).toSorted())
    expect(the(element, 'svg').getAttribute('role')).toBe('group')
    const printed = onSlide(SvgFigure, { name: 'triangle-sourced', choices }, { print: true }).element
    expect(printed.querySelector('[role=button]')).toBeNull()
    expect(the(printed, 'svg').getAttribute('role')).toBe('img')
  })

  it.each(['Enter', ' '])('chooses with the key “%s”, which goes no further, and lets go with it', async (key) => {
    const choices = { 'iskp-ttp': 'ISKP and TTP' }
    const { wrapper, element } = onSlide(SvgFigure, { name: 'triangle-sourced', choices })
    let heardOutside = 0
    document.addEventListener('keydown', () => heardOutside++, { once: true })
    const figure = wrapper.findComponent(SvgFigure)
    expect(press(the(element, '[role=button]'), key).defaultPrevented).toBe(true)
    expect(heardOutside).toBe(0)
    expect(figure.emitted('choose')).toEqual([['iskp-ttp', expect.any(Boolean)]])
    const chosen = onSlide(SvgFigure, { name: 'triangle-sourced', choices, chosen: 'iskp-ttp' })
    press(the(chosen.element, '[role=button]'), key)
    expect(chosen.wrapper.findComponent(SvgFigure).emitted('choose')).toEqual([[null, expect.any(Boolean)]])
    await nextTick()
  })

  it('leaves other keys to the deck', () => {
    const { wrapper, element } = onSlide(SvgFigure, { name: 'triangle-sourced', choices: { 'iskp-ttp': 'ISKP and TTP' } })
    expect(press(the(element, '[role=button]'), 'ArrowRight').defaultPrevented).toBe(false)
    expect(wrapper.findComponent(SvgFigure).emitted('choose')).toBeUndefined()
  })

  it('makes no button of what is not yet shown', () => {
    const { element } = onSlide(SvgFigure, {
      name: 'triangle-sourced',
      choices: { 'iskp-ttp': 'ISKP and TTP' },
      hiddenParts: new Set(['iskp-ttp']),
    })
    expect(element.querySelector('[role=button]')).toBeNull()
  })
})

describe('TriangleFigure as the article draws it', () => {
  it('adds one claim a click, in the order of the article, with its words', async () => {
    const slide = onSlide(TriangleFigure, { view: 'drawn' })
    await nextTick()
    expect(slide.clicks.total).toBe(told.length)
    expect(shownClaims(slide.element)).toEqual([])
    for (const [index, { id, quote, relation, voice }] of told.entries()) {
      await slide.click(index + 1)
      expect(shownClaims(slide.element).toSorted()).toEqual(
        told
          .slice(0, index + 1)
          .map((each) => each.id)
          .toSorted(),
      )
      const now = heard(the(slide.element, '.panel [role=status]'))
      expect(now).toContain(`${id} sent. `)
      expect(now).toContain(quote)
      expect(now.includes('Pull-quote')).toBe(voice === 'pull-quote')
      expect(the(slide.element, 'tspan.current').textContent).toBe(id)
      const { name, claims } = relations.find((each) => each.relation === relation)!
      expect(heard(the(slide.element, 'tr.now'))).toBe(`${name} ${claims.indexOf(id) + 1}`)
    }
  })

  it('draws no line before the first of its claims', async () => {
    const slide = onSlide(TriangleFigure, { view: 'drawn' })
    await nextTick()
    expect(shownLines(slide.element)).toHaveLength(0)
    await slide.click(1)
    expect(shownLines(slide.element)).toHaveLength(1)
    const arrow = told.findIndex(({ from }) => from === 'iskp')
    await slide.click(arrow)
    const before = shownLines(slide.element).length
    await slide.click(arrow + 1)
    expect(shownLines(slide.element)).toHaveLength(before + 1)
  })
})

describe('TriangleFigure as it is sourced and recorded', () => {
  it.each([
    ['sourced', relations],
    ['record', relations.filter(({ record }) => record)],
  ] as const)('%s: one side a click', async (view, sides) => {
    const slide = onSlide(TriangleFigure, { view })
    await nextTick()
    expect(slide.clicks.total).toBe(sides.length)
    for (const [index] of sides.entries()) {
      await slide.click(index + 1)
      for (const [other, { relation }] of sides.entries())
        expect(getComputedStyle(the(slide.element, `[data-part=${relation}]`)).visibility === 'hidden').toBe(other > index)
      expect(heard(the(slide.element, '[role=status]'))).toContain(`Now shown: ${sides[index]!.name}`)
    }
  })
})

describe('choosing a side', () => {
  it.each(TRIANGLES.flatMap((view) => relations.map(({ relation }) => [view, relation] as const)))(
    '%s, %s: lists its claims with their tags, each a link to its card',
    async (view, relation) => {
      const slide = onSlide(TriangleFigure, { view })
      await nextTick()
      await slide.click(slide.clicks.total)
      press(the(slide.element, `[data-part=${relation}][role=button]`), 'Enter')
      await nextTick()
      const list = the(slide.element, '.chosen-side')
      expect(list.getAttribute('aria-live')).toBe('polite')
      const { name, claims } = relations.find((each) => each.relation === relation)!
      expect(heard(list)).toContain(name)
      expect([...list.querySelectorAll('a')].map((link) => [heard(link).slice(0, 3), link.getAttribute('href')]).toSorted()).toEqual(
        claims.map((id) => [id, `/${cards[id]!.slide}?clicks=${cards[id]!.clicks}`]).toSorted(),
      )
      press(list, 'Escape')
      await nextTick()
      expect(slide.element.querySelector('.chosen-side')).toBeNull()
    },
  )

  it('ends with the next step, which is to be seen', async () => {
    const slide = onSlide(TriangleFigure, { view: 'drawn' })
    await nextTick()
    await slide.click(3)
    press(the(slide.element, '[data-part=taliban-iskp][role=button]'), 'Enter')
    await nextTick()
    expect(slide.element.querySelector('.chosen-side')).not.toBeNull()
    await slide.click(4)
    expect(slide.element.querySelector('.chosen-side')).toBeNull()
    expect(heard(the(slide.element, '.panel [role=status]'))).toContain(told[3]!.quote)
  })

  it('is said to be possible, and is not in print', async () => {
    const live = onSlide(TriangleFigure, { view: 'sourced' })
    await nextTick()
    expect(heard(live.element)).not.toContain('Choose a side')
    await live.click(live.clicks.total)
    expect(heard(live.element)).toContain('Choose a side')
    expect(heard(onSlide(TriangleFigure, { view: 'sourced' }, { print: true, at: CLICKS_MAX }).element)).not.toContain('Choose a side')
  })

  it('each claim under the tag of its grade, best first', () =>
    forEachCase(
      relations.map((support) => [support.relation, support] as const),
      (_, support) => {
        const { element } = onSlide(SideClaims, { support })
        const groups = [...element.querySelectorAll('.grade')].map(
          (tag) => [heard(tag), [...tag.nextElementSibling!.querySelectorAll('li')].map((item) => heard(item).slice(0, 3))] as const,
        )
        expect(groups.flatMap(([, ids]) => ids).toSorted()).toEqual([...support.claims].toSorted())
        for (const [tag, ids] of groups) for (const id of ids) expect(tag).toBe(`${claim(id).grade} ${GRADE_WORDS[claim(id).grade]}`)
        expect(groups.map(([tag]) => tag)).toEqual(
          groups
            .map(([tag]) => tag)
            .toSorted()
            .reverse(),
        )
        for (const item of element.querySelectorAll('li'))
          expect(heard(item).includes('pull-quote')).toBe(claim(heard(item).slice(0, 3)).voice === 'pull-quote')
      },
    ))
})

describe('the text beside the triangle', () => {
  it.each(TRIANGLES)('%s: each side in words', (view) => {
    const items = [...onSlide(TriangleFigure, { view }, { at: CLICKS_MAX }).element.querySelectorAll('figure li')].map(heard)
    expect(items).toHaveLength(relations.length)
    for (const [index, { name, claims, bestGrade, record }] of relations.entries()) {
      expect(items[index]).toContain(`${name}:`)
      if (view === 'drawn') for (const id of claims) expect(items[index]).toContain(id)
      if (view === 'sourced') expect(items[index]).toContain(`${bestGrade} ${GRADE_WORDS[bestGrade!]}, at best, `)
      if (view === 'record' && record)
        for (const words of [record.says, formatDate(record.asOf), record.finding]) expect(items[index]).toContain(words)
    }
  })
})

describe('ArgumentMap', () => {
  const { inferences, undercuts } = wholeArgument(register)

  it('comes one step a click, and says which', async () => {
    const slide = onSlide(ArgumentMap)
    await nextTick()
    const groups = [...slide.element.querySelectorAll('[data-group]')]
    expect(slide.clicks.total).toBe(groups.length)
    for (let click = 1; click <= groups.length; click++) {
      await slide.click(click)
      expect(groups.filter((group) => getComputedStyle(group).visibility !== 'hidden')).toHaveLength(click)
      expect(heard(the(slide.element, '[role=status]'))).toMatch(/^Now shown: step \d, /)
    }
  })

  it.each(inferences.map((inference) => [inference.id, inference] as const))(
    '%s: chosen, it says what it takes for granted and what to ask',
    async (id, { warrant, criticalQuestions, premises, conclusion }) => {
      const slide = onSlide(ArgumentMap)
      await nextTick()
      await slide.click(slide.clicks.total)
      press(the(slide.element, `[data-part=${id}]`), 'Enter')
      await nextTick()
      const words = heard(the(slide.element, '.words'))
      for (const part of [warrant, ...criticalQuestions, ...premises, conclusion]) expect(words).toContain(part)
      the(slide.element, '.words button').dispatchEvent(new MouseEvent('click'))
      await nextTick()
      expect(slide.element.querySelector('.words')).toBeNull()
    },
  )

  it('says every arrow in words', () => {
    const items = [...onSlide(ArgumentMap, {}, { at: CLICKS_MAX }).element.querySelectorAll('figure li')].map(heard)
    expect(items).toHaveLength(inferences.length + undercuts.length)
    for (const [index, { premises, conclusion, marker }] of inferences.entries())
      for (const words of [...premises, conclusion, marker === null ? 'our reading' : `“${marker}”`, claim(conclusion).short])
        expect(items[index]).toContain(words)
    for (const { claim: from, against } of undercuts)
      expect(items.some((item) => item.includes(from) && item.includes(`pulls against ${against}`))).toBe(true)
  })
})

describe('the words beside the other drawings', () => {
  it('StepMap: every arrow, with what it takes for granted or why it undercuts', () => {
    for (const { id } of register.steps) {
      for (const [index, { inferences, undercuts }] of stepArguments(register, id).entries()) {
        const text = heard(onSlide(StepMap, { of: id, part: index + 1 }).element)
        for (const { warrant } of inferences) expect(text).toContain(warrant)
        for (const { why } of undercuts) expect(text).toContain(why)
      }
    }
  })

  it('StepMap says which map there is none of', () => {
    expect(() => onSlide(StepMap, { of: 'setting' })).toThrow('The step “setting” has 0 maps')
  })

  it('TimelineFigure: every row', () => {
    expect([...onSlide(TimelineFigure).element.querySelectorAll('li')].map(heard)).toEqual(
      timelineRows(register.events).map(({ words }) => `${words}.`),
    )
  })

  it('PageFigure: the fence’s own description, under its name', () => {
    for (const name of Object.keys(figures).filter((each) => each.startsWith('page-'))) {
      const { element } = onSlide(PageFigure, { name })
      expect(the(element, 'svg').getAttribute('aria-label')).toBe(figures[name]!.title)
      expect([...element.querySelectorAll('li')].map(heard).join(' ')).toBe(figures[name]!.description)
    }
  })
})

describe('in print', () => {
  it('TriangleFigure speaks of no claim, and says where all of them stand in words', () => {
    const { element } = onSlide(TriangleFigure, { view: 'drawn' }, { print: true, at: CLICKS_MAX })
    expect(element.querySelector('.current')).toBeNull()
    expect(element.querySelector('a[href="#sides"]')?.textContent).toBe('in the annex')
  })
})

describe('the tables of the drawings', () => {
  it('SidesTable has every claim with a side once, with its words, tag and record', () => {
    const rows = [...onSlide(SidesTable).element.querySelectorAll('tbody tr')]
    const ids = relations.flatMap(({ claims }) => claims)
    expect(rows.map((row) => heard(the(row, 'th')))).toEqual(ids)
    for (const [index, row] of rows.entries()) {
      const { quote, grade, record } = claim(ids[index]!)
      for (const words of [quote, `${grade} ${GRADE_WORDS[grade]}`, record!.status]) expect(heard(row)).toContain(words)
    }
  })

  it('InferenceTable has every arrow once, with its warrant and its questions', () => {
    const rows = [...onSlide(InferenceTable).element.querySelectorAll('tbody tr')]
    expect(rows.map((row) => row.id)).toEqual([...register.inferences, ...register.undercuts].map(({ id }) => id))
    for (const [index, { warrant, criticalQuestions }] of register.inferences.entries())
      for (const words of [warrant, ...criticalQuestions]) expect(heard(rows[index]!)).toContain(words)
  })

  it('DatesTable has every event with both dates, and a source for the record’s', () => {
    const rows = [...onSlide(DatesTable).element.querySelectorAll('tbody tr')]
    expect(rows).toHaveLength(register.events.length)
    for (const [index, { name, article, record, dating }] of register.events.entries()) {
      const text = heard(rows[index]!)
      expect(text).toContain(name)
      for (const { words, claims } of article) for (const part of [`“${words}”`, ...claims]) expect(text).toContain(part)
      if (dating === 'record only') expect(text).toContain('in public sources only')
      if (dating === 'another date') expect(text).toContain('another date')
      if (record)
        for (const part of [record.covers ?? formatDate(record.date), record.finding, ...record.sources]) expect(text).toContain(part)
    }
  })

  it('SideRecords says what the record holds of each side, what that does not show, and from whom', () => {
    const text = heard(onSlide(SideRecords).element)
    for (const { name, record } of relations) {
      if (!record) continue
      for (const part of [name, record.says, record.finding, record.doesNotEstablish, formatDate(record.asOf), ...record.sources])
        expect(text).toContain(part)
    }
  })

  it('counts are computed', () => {
    for (const { relation, claims, name } of relations) {
      const { element } = onSlide(SvgFigure, {
        name: 'triangle-drawn',
        choices: { [relation]: `${name}: ${plural(claims.length, 'claim')}` },
      })
      expect(the(element, '[role=button]').getAttribute('aria-label')).toMatch(
        new RegExp(`^${name}: ${plural(register.counts.byRelation[relation]!, 'claim')}\\. `),
      )
    }
  })
})
