/** The rule that tells a statement about the world from one about the article or the deck, on sentences of this deck. */
import { describe, expect, it } from 'vitest'
import { isPrinciple, opensFrame, ruleOf } from '../../../engine/audit/about.ts'
import { datesIn } from '../../../engine/audit/names.ts'
import { frozenRegister } from '../../support/brief.ts'

const register = frozenRegister()
const rule = ruleOf(register)

describe('about the world', () => {
  it.each([
    'Kabul fell on 15 August 2021, by same-day and later reports.',
    'The Taliban dismissed the 2023 report as “full of prejudice”.',
    'In the excerpts we read, no source describes the Taliban and ISKP coordinating against Pakistan.',
    'Among the excerpts we read, none describes coordination against Pakistan.',
    'Five dead is agreed.',
    'Several specialists describe different creeds and aims; other writers stress what the groups share.',
    'Both groups attack the Pakistani state.',
    'The police account leaves open a possible nexus, or both trying to take the credit; the article takes one.',
    'She also reported a Taliban campaign of detentions; the article leaves it out.',
    'It dates a UN remark to November 2021, which the record narrows to 17 November.',
    'The article dates the Taliban takeover to October 2021; the record has 15 August instead.',
    'An opinion piece in Pakistan Today, its address dated 17 July 2025, runs parallel to several early sentences.',
    'Opinion pieces rarely carry citations.',
    'ISKP and TTP coordinate.',
    'Other Pakistani texts use IAG too.',
    'TTP’s side says it is “not at war” with ISKP.',
    'The monitors themselves mostly relay what Member States tell them, without naming the states.',
  ])('“%s”', (sentence) => {
    expect(rule.judge(sentence).why).toBeNull()
  })
})

describe('not about the world', () => {
  it.each([
    ['The article says that “Pakistan has a hard time”.', 'gives the article'],
    ['ISKP, it says, has many fighters “who were once part of the Afghan Taliban”.', 'gives the article'],
    ['In the article’s case, the Taliban share ISKP’s aims and tacitly support TTP, and ISKP and TTP coordinate.', 'gives the article'],
    ['Together they are said to threaten Pakistan.', 'gives the article'],
    ['Bajaur: different versions, “demonstrating” hidden coordination.', 'gives the article'],
    ['Left unsaid: what one of the three gains serves the other groups.', 'gives the article'],
    ['“July 2025” dates the attack, not the statement, and no wording is given.', 'gives the article'],
    ['A pull-quote on Bajaur: “jointly claimed”', 'gives the article'],
    ['Bajaur', 'gives the article'],
    ['Where ISKP stands', 'gives the article'],
    ['For Taliban support, no source is given.', 'speaks of the deck'],
    ['In our reading, the triangle rests on Taliban support.', 'speaks of the deck'],
    ['We found no statement by TTP’s spokesman.', 'speaks of the deck'],
    ['The full UN reports would settle it.', 'speaks of the deck'],
    ['Where a ministry, a police office or a newspaper speaks, we name that and not the country.', 'speaks of the deck'],
    ['Each row says what outlets wrote.', 'gives the article'],
    ['How far do the reports of 2025 reach?', 'a question'],
    ['“Their goals remain the same.”', 'quotes only'],
    ['Cautious or firm wording does not move a grade.', 'names nothing of the world'],
    ['The record was checked as of 23 November 2026.', 'names nothing of the world'],
  ])('“%s”: %s', (sentence, why) => {
    expect(rule.judge(sentence)).toEqual({ parts: [], why })
  })

  it('a name in quotation marks is not ours', () => {
    expect(rule.judge('One reads “the Taliban in Kabul” there.').why).toBe('names nothing of the world')
  })
})

it('where the record is written down, a sentence need name nothing', () => {
  expect(rule.judge('Overlap is documented.').why).toBe('names nothing of the world')
  expect(rule.judge('Overlap is documented.', true).why).toBeNull()
  expect(rule.judge('We found no joint statement; the police account leaves it open.', true).parts).toEqual(['the police account leaves it open.'])
  expect(rule.judge('The claim names no period.', true).why).not.toBeNull()
})

it.each([
  ['A shared enemy is not by itself evidence of coordination.', true],
  ['Quarrels in print do not exclude contact, and contact is not alliance.', true],
  ['What an armed group says, taking responsibility or denying it, shows what it says and not what it did.', true],
  ['The sources do not show that this support alone explains Pakistan’s difficulty.', false],
  ['UN monitors describe infiltration, which is not coordination.', false],
  ['Denials are reported, and denials are not proof.', false],
  ['They do not show aims.', false],
])('“%s” is a rule of reasoning, no finding: %s', (sentence, is) => {
  expect(isPrinciple(sentence)).toBe(is)
})

it.each([
  ['At its strongest, in our words, the article argues this.', true],
  ['We looked for some things and did not find them.', true],
  ['Each leaves something unsaid.', true],
  ['The article argues that “in our words” it is so.', false],
])('“%s” opens a passage in our words for the article: %s', (sentence, opens) => {
  expect(opensFrame(sentence)).toBe(opens)
})

it('finds dates, each once, as exactly as they are written', () => {
  expect(datesIn('on 2 July 2025, in May 2024, from 2014–15 on, in 2023, and on 28 June').map(({ words, exact, yearless }) => [words, exact, yearless])).toEqual([
    ['2 July 2025', true, false],
    ['May 2024', true, false],
    ['2014–15', false, false],
    ['28 June', true, true],
    ['2023', false, false],
  ])
})

it('one name has many ways of writing', () => {
  expect(rule.names.unified('ISIL-K, Islamic State Khorasan province and the United Nations')).toBe('ISKP, ISKP and the UN')
  expect(rule.names.in('Police in Kabul told Dawn and the Security Council of TTP-linked accounts.')).toEqual(['kabul', 'dawn', 'security', 'council', 'ttp'])
})
