/** Tables, lists and keys: all of the register, each thing once, readable as a table or list without sight. */
import { beforeAll, describe, expect, it } from 'vitest'
import ActorTable from '../../components/table/ActorTable.vue'
import AgreementTable from '../../components/table/AgreementTable.vue'
import ArgumentNote from '../../components/claim/ArgumentNote.vue'
import CardLegend from '../../components/grade/CardLegend.vue'
import CountsTable from '../../components/table/CountsTable.vue'
import CoverFacts from '../../components/table/CoverFacts.vue'
import EvidenceSheet from '../../components/table/EvidenceSheet.vue'
import GradeLadder from '../../components/grade/GradeLadder.vue'
import LabelList from '../../components/table/LabelList.vue'
import RecordLegend from '../../components/grade/RecordLegend.vue'
import ReplyAndCorrections from '../../components/table/ReplyAndCorrections.vue'
import SourceList from '../../components/table/SourceList.vue'
import StepList from '../../components/table/StepList.vue'
import TextList from '../../components/table/TextList.vue'
import ThesisStatement from '../../components/table/ThesisStatement.vue'
import RequestList from '../../components/table/RequestList.vue'
import { formatDate, sentenceNumber } from '../../engine/register/numbers.ts'
import { GRADE_MEANING, GRADE_WORDS, GRADES, RECORD_STATUS_MEANING, RECORD_STATUSES } from '../../engine/register/vocabulary.ts'
import { keepStylesThatHide } from '../support/hiding-styles.ts'
import { claim, register } from '../support/claims.ts'
import { heard, onSlide, the, tidy } from '../support/mount.ts'
import { components, usagesOf } from '../support/usages.ts'

beforeAll(keepStylesThatHide)

const shown = (component: Parameters<typeof onSlide>[0], props = {}) => onSlide(component, props).element
/** A source as a link names it. */
const sourceOf = (id: string) => register.sources.find((source) => source.id === id)!
const sourceName = (id: string) => `${id}, ${sourceOf(id).publisher}`
/** Terms and descriptions of a list, as heard. */
const terms = (list: Element) => [...list.querySelectorAll('dt')].map((term) => [heard(term), heard(term.nextElementSibling!)])

describe('tables', () => {
  const mounted = components.flatMap(([name, component]) =>
    usagesOf(name, component)
      .slice(0, 1)
      .map(({ props, slots }) => [name, onSlide(component, props, { slots: slots ?? {} }).element] as const),
  )
  const tables = mounted.flatMap(([name, element]) =>
    (element instanceof Element ? [element, ...element.querySelectorAll('table')] : [])
      .filter(({ localName }) => localName === 'table')
      .map((table) => [name, table] as const),
  )

  it.each(tables)('%s: each cell has a heading, each heading a scope', (_, table) => {
    for (const heading of table.querySelectorAll('th')) expect(['col', 'row']).toContain(heading.getAttribute('scope'))
    const columns = table.querySelectorAll('thead th').length
    for (const row of table.querySelectorAll('tbody tr')) {
      if (columns > 0) expect([...row.children].reduce((sum, cell) => sum + (cell as HTMLTableCellElement).colSpan, 0)).toBe(columns)
      else expect(row.querySelectorAll('th[scope=row]')).toHaveLength(1)
    }
  })
})

describe('EvidenceSheet', () => {
  it('has every claim once, in order, each with an address', () => {
    const rows = [...shown(EvidenceSheet).querySelectorAll('[data-claim]')]
    expect(rows.map((row) => row.querySelector('th')!.id)).toEqual(register.claims.map(({ id }) => id))
    expect(rows.map((row) => row.getAttribute('data-claim'))).toEqual(register.claims.map(({ id }) => id))
  })

  it('has all of each claim in its row: words, grade, record with its limits, sources, what would settle it', () => {
    const sheet = shown(EvidenceSheet)
    for (const { id } of register.claims) {
      const { quote, sentence, grade, record, request, attribution } = claim(id)
      const text = heard(the(sheet, `[data-claim=${id}]`))
      const asked = register.requests.find((each) => each.id === request?.id)
      const note = shown(ArgumentNote, { claim: claim(id) })
      for (const words of [
        `${id} sent. ${sentenceNumber(sentence)} `,
        quote,
        `${grade} ${GRADE_WORDS[grade]}`,
        attribution ? `Source in the text: ${attribution.source}` : '',
        note instanceof Element ? heard(note) : '',
        ...(record
          ? [
              record.status,
              record.qualifier ?? '',
              `Not shown: ${record.doesNotEstablish}`,
              ...record.citations.filter(({ role }) => role !== 'shared wording').map(({ source }) => `${source}, `),
            ]
          : ['Opinion: nothing to look up.']),
        ...(asked ? [`${asked.id} ${asked.name}`] : ['Opinion: not a matter for evidence.']),
        ...(request?.outcomes.flatMap(({ finding, means }) => [finding, means]) ?? []),
      ])
        expect(text, id).toContain(words)
    }
  })

  it('keeps grade and record in different cells', () => {
    for (const row of shown(EvidenceSheet).querySelectorAll('tbody tr')) {
      const cell = the(row, '.tag').closest('td')!
      expect(cell.querySelector('.status, .citations')).toBeNull()
      for (const other of row.querySelectorAll('td')) if (other !== cell) expect(other.querySelector('.tag, .glyph, svg')).toBeNull()
    }
  })
})

describe('SourceList', () => {
  it('has every cited source once, each with an address, and no other', () => {
    const ids = [...shown(SourceList).querySelectorAll('tbody tr')].map((row) => row.id)
    expect(ids).toEqual(register.sources.filter(({ citedBy }) => citedBy.length > 0).map(({ id }) => id))
  })

  it('says what each source shows and does not, in its own language and direction', () => {
    const list = shown(SourceList)
    for (const { id, url, quote, language, publisher, titleInferred, title, establishes, doesNotEstablish } of register.sources.filter(
      ({ citedBy }) => citedBy.length > 0,
    )) {
      const item = the(list, `#${id}`)
      for (const words of [publisher, quote, establishes, doesNotEstablish, titleInferred ? `[${title}]` : (title ?? 'No title shown')])
        expect(heard(item), id).toContain(words.replace(/\s+/g, ' ').trim())
      expect(the(item, 'p:first-child > a').getAttribute('href')).toBe(url)
      // “No title shown” is ours, in the deck’s language; so need English words not say that they are.
      const own = language === 'en' ? null : language
      expect(the(item, 'p:first-child > a').querySelector('[lang]')?.getAttribute('lang') ?? null).toBe(title === null ? null : own)
      const words = the(item, 'td:nth-of-type(2) p:first-child')
      expect([words.getAttribute('lang'), words.getAttribute('dir')]).toEqual(own === null ? [null, null] : [language, 'auto'])
    }
  })
})

it('RequestList has everything one could ask for once, each with an address', () => {
  const all = [...shown(RequestList).querySelectorAll('tbody tr')]
  const rows = all.filter(({ id }) => id !== '').map(heard)
  expect(all.flatMap(({ id }) => (id === '' ? [] : [id])).toSorted()).toEqual(register.requests.map(({ id }) => id).toSorted())
  expect(rows).toHaveLength(register.requests.length)
  for (const { id, what, heldBy, access } of register.requests)
    expect(
      rows.filter((row) => row.includes(id) && row.includes(what) && row.includes(heldBy) && row.includes(access)),
      id,
    ).toHaveLength(1)
  // And for each of its claims what each outcome would mean.
  const told = all.map((row) => [row.querySelector('th')!.textContent.slice(0, 3), heard(row)] as const)
  expect(told.map(([id]) => id).toSorted()).toEqual(
    register.claims
      .filter(({ request }) => request)
      .map(({ id }) => id)
      .toSorted(),
  )
  for (const [id, row] of told)
    for (const { finding, means } of claim(id).request!.outcomes) expect(row).toContain(`If: ${finding} Then: ${means}`)
})

describe('CountsTable', () => {
  it('counts twice, in two tables with captions: the article’s sourcing, and the record', () => {
    const { counts } = register
    const [grades, record, ...others] = [...shown(CountsTable).querySelectorAll('table')]
    if (!grades || !record) throw new Error('CountsTable has fewer than two tables.')
    expect(others).toEqual([])
    const rows = (table: Element) => [...table.querySelectorAll('tr')].map(heard)
    expect(rows(grades)).toEqual(GRADES.map((grade) => `${grade} ${GRADE_WORDS[grade]} ${counts.byGrade[grade]} of ${counts.gradeable}`))
    expect(rows(record)).toEqual(RECORD_STATUSES.map((status) => `${status} ${counts.byRecord[status]} of ${counts.gradeable}`))
    for (const table of [grades, record]) expect(heard(the(table, 'caption'))).not.toBe('')
    expect(record.querySelector('svg, .tag')).toBeNull()
  })

  it('leaves opinion out of every count and says so', () => {
    const { counts } = register
    expect(GRADES.reduce((sum, grade) => sum + counts.byGrade[grade], 0)).toBe(counts.gradeable)
    expect(heard(shown(CountsTable))).toContain(`${counts.opinions} are opinion or proposal and stay out of every count`)
  })
})

describe('keys', () => {
  it('GradeLadder explains every grade, strongest first, and opinion apart', () => {
    expect(terms(shown(GradeLadder))).toEqual(
      [...[...GRADES].reverse(), 'N' as const].map((grade) => [`${grade} ${GRADE_WORDS[grade]}`, GRADE_MEANING[grade]]),
    )
  })

  it('RecordLegend explains every status, with no mark and no grade', () => {
    const key = shown(RecordLegend)
    expect(terms(key)).toEqual(RECORD_STATUSES.map((status) => [status, RECORD_STATUS_MEANING[status]]))
    expect(key.querySelector('svg, .tag')).toBeNull()
    expect(heard(key)).not.toMatch(/\bS[0-4]\b/)
  })

  it('CardLegend explains each part of a card by one claim, and a pull-quote by another', () => {
    const [author, pullQuote] = [claim('C11'), claim('C04')]
    const key = shown(CardLegend, { author: author.id, pullQuote: pullQuote.id })
    expect(terms(key).slice(0, 3)).toEqual([
      ['The article’s words', `${author.quote} The article, sentence ${sentenceNumber(author.sentence)}.`],
      [
        'A line set apart in its layout',
        `Pull-quote: may be an editor’s words ${pullQuote.quote} The article, sentence ${sentenceNumber(pullQuote.sentence)}.`,
      ],
      ['How it is sourced', `${author.grade} ${GRADE_WORDS[author.grade]}`],
    ])
    expect(
      terms(key)
        .slice(3)
        .map(([term]) => term),
    ).toEqual(['How sure it sounds; what to ask', 'What it rests on, claim by claim', 'The record, apart', 'What would settle it'])
    for (const [, words] of terms(key)) expect(words).not.toBe('')
  })

  it('LabelList has each of the article’s labels as a quotation, with our word', () => {
    const list = shown(LabelList)
    expect(terms(list)).toEqual(
      register.labels.map(({ label, ours, sources }) => [
        `“${label}”`,
        sources.length > 0 ? `${ours}; who uses it: ${sources.map(sourceName).join(', ')}` : ours,
      ]),
    )
    expect(heard(list.querySelector('.names')!)).toBe(register.namesNote)
  })
})

describe('the rest of the register', () => {
  it('ActorTable has each actor with a public name, who they are, the article’s part for them, and its names that are not ours', () => {
    const table = shown(ActorTable)
    // Name and public name one by one: they stand on lines of their own.
    const rows = [...table.querySelectorAll('dt')].map((term) => [
      ...[...term.childNodes]
        .filter(({ nodeType }) => nodeType !== Node.COMMENT_NODE)
        .map(({ textContent }) => tidy(textContent))
        .filter((words) => words !== ''),
      heard(term.nextElementSibling!),
    ])
    expect(rows).toEqual(
      register.actors.map(({ name, articleNames, publicName, background, role }) => {
        const others = articleNames.filter((each) => each.name !== name).map((each) => `“${each.name}”`)
        return [
          name,
          ...(publicName ? [`${publicName.usage}: ${publicName.name}`] : []),
          [
            ...(background ? [`${background.text} ${background.sources.map(sourceName).join(', ')}`] : []),
            role,
            ...(others.length > 0 ? [`Also in its words: ${others.join(', ')}`] : []),
          ].join(' '),
        ]
      }),
    )
    // The note on names stands in a list of its own.
    expect(heard(table)).not.toContain(register.namesNote)
  })

  it('ActorTable links what it says of an actor to the sources that say so', () => {
    const cited = register.actors.flatMap(({ background }) => background?.sources ?? [])
    expect(cited.length).toBeGreaterThan(0)
    const links = [...shown(ActorTable).querySelectorAll('a')]
    expect(links.map((link) => [link.textContent, heard(link), link.getAttribute('href')])).toEqual(
      cited.map((id) => [id, sourceName(id), sourceOf(id).url]),
    )
    for (const link of links) expect([link.getAttribute('rel'), link.getAttribute('target')]).toEqual(['noopener', '_blank'])
  })

  it('AgreementTable has each pair of passes and each grade that was decided', () => {
    const text = heard(shown(AgreementTable))
    for (const { passes, agreed, rated, kappa, ac1 } of register.agreement)
      expect(text).toContain(`${passes.join(' and ')} ${agreed} of ${rated} ${kappa.toFixed(2)} ${ac1.toFixed(2)}`)
    for (const { id, quote, grade, adjudication } of register.claims)
      if (adjudication)
        expect(text).toContain(
          `They differ on ${id}, “${quote}”: “${GRADE_WORDS[grade]}” stands, “${GRADE_WORDS[adjudication.losing]}” lost. ${adjudication.reason}`,
        )
    expect([...shown(AgreementTable).querySelectorAll('thead th')].map(heard)).toEqual([
      'Passes',
      'Same grade',
      'Allowing for chance (Cohen’s kappa)',
      'Allowing for chance (Gwet’s AC1)',
    ])
  })

  it('StepList has the steps as an ordered list with headings', () => {
    const list = shown(StepList)
    const items = [...the(list, 'ol').children]
    expect(items).toHaveLength(register.steps.length)
    for (const [index, { number, title, says, sentences }] of register.steps.entries()) {
      expect(heard(the(items[index]!, 'h2'))).toBe(
        `${number} ${title} sentences ${sentenceNumber(sentences[0]!)}${sentences.length > 2 ? ' to ' : ' and '}${sentenceNumber(sentences.at(-1)!)}`,
      )
      expect(heard(items[index]!)).toContain(says)
    }
  })

  it('ThesisStatement has the case and its supports', () => {
    const text = heard(shown(ThesisStatement))
    for (const words of [register.thesis.statement, ...register.thesis.supports.map((support) => support.text)])
      expect(text).toContain(words)
  })

  it('TextList has all of a list', () => {
    const items = (props: object) => [...shown(TextList, props).children].map(heard)
    expect(items({ of: 'limits' })).toEqual(register.method.limits)
  })

  it('ReplyAndCorrections says whether a reply was sought, in words', () => {
    const text = heard(shown(ReplyAndCorrections))
    expect(text).toContain(`Reply: ${register.reply.status.replace('-', ' ')}`)
    for (const words of [register.reply.text, ...register.disclosure]) expect(text).toContain(words)
    if (register.corrections.length === 0) expect(text).toContain('None so far.')
  })

  it('CoverFacts says of which text and as of when', () => {
    const facts = shown(CoverFacts)
    expect([...facts.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([register.article.url, '/read/'])
    expect(terms(facts)).toEqual([
      [
        'The text',
        `An opinion piece on the Taliban, Islamic State Khorasan Province (ISKP) and Tehrik-i-Taliban Pakistan (TTP), at ${register.article.publisher}. No author, title or date is shown in the text at hand.`,
      ],
      ['Record checked', formatDate(register.method.asOf)],
      ['To read alone', 'The same as a page, for a phone, paper or a screen reader.'],
    ])
    expect(formatDate(register.method.asOf)).toMatch(/^\d{1,2} [A-Z][a-z]+ \d{4}$/)
  })
})
