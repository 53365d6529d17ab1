import { describe, expect, it } from 'vitest'
import {
  componentUnits,
  slideUnits,
  vocabularyUnits,
  wordsOfComponent,
  wordsOfScript,
  wordsOfYaml,
  yamlUnits,
} from '../support/own-words.ts'
import { letterFolder } from '../support/brief.ts'
import { projectFolder } from '../support/deck-folder.ts'
import { wordingFaults } from '../support/wording.ts'
import { expectNone, forEachCase } from '../support/faults.ts'

describe('the wording is even-handed in', () => {
  it.each([
    ['this brief', projectFolder, 60],
    ['the letter', letterFolder, 30],
  ])('the slides and their notes: %s', async (_, folder, atLeast) => {
    const units = await slideUnits(folder)
    expect(units.length).toBeGreaterThan(atLeast)
    expectNone(units.flatMap(wordingFaults))
  })

  it.each([
    ['the components and layouts', componentUnits, 100],
    ['the closed lists of words', vocabularyUnits, 50],
    ['the register', yamlUnits, 500],
    ['the register of the letter', () => yamlUnits('briefs/letter/claims'), 150],
  ] as const)('%s', (_, units, atLeast) => {
    const all = units()
    expect(all.length).toBeGreaterThan(atLeast)
    expectNone(all.flatMap(wordingFaults))
  })
})

describe('the rules find', () => {
  it('each banned word', () =>
    forEachCase(
      [
        ['The article alleges a link.', 'alleges'],
        ['It admits as much.', 'admits'],
        ['The piece insists on this.', 'insists'],
        ['a so-called expert', 'so-called'],
        ['This is propaganda.', 'propaganda'],
        ['The claim is false.', 'false'],
        ['a fake report', 'fake'],
        ['That lies.', 'lies'],
        ['long since debunked', 'debunked'],
        ['a myth', 'myth'],
        ['This is misleading.', 'misleading'],
        ['a straw man', 'straw man'],
        ['It is a slippery slope.', 'slippery slope'],
        ['a terrorist group', 'terrorist'],
        ['their barbarism', 'barbarism'],
        ['the Taliban regime', 'regime'],
        ['Khawariji ideology', 'Khawariji'],
        ['October [sic] 2021', '[sic]'],
        ['No source!', 'e!'],
        ['✗ not found', '✗'],
        ['The author says what he thinks.', 'author says what he'],
        ['Of course it does.', 'Of course'],
      ],
      (text, found) => {
        expect(wordingFaults({ file: 'x.md', line: 3, text })).toEqual([expect.stringMatching(/^x\.md:3 /) as string])
        expect(wordingFaults({ file: 'x.md', line: 3, text })[0]).toContain(`“${found}”`)
      },
    ))

  it('the line of a word', () => {
    expect(wordingFaults({ file: 'x.md', line: 3, text: 'Fine.\n\nA myth.' })[0]).toMatch(/^x\.md:5 /)
  })

  it('nothing in what is quoted, nor in words that only look like one', () =>
    forEachCase(
      [
        ['The article calls them “terrorist outfits”, in its own words.'],
        ['“No source given” describes the article’s text. It does not say the claim is false.'],
        ['“No source given” is not “false”'],
        ['A source says “the ‘regime’ fell”.'],
        ['The author gives no date. A spokesman said so; his words are quoted.'],
        ['A claim is a register entry; the article argues that it holds.'],
        ['It relies on believers.'],
        ['A police counter-terrorism chief said so.'],
      ],
      (text) => {
        expect(wordingFaults({ file: 'x.md', line: 1, text })).toEqual([])
      },
    ))
})

describe('the deck’s own words are read from', () => {
  it('YAML: all but quotes, with their line', () => {
    const yaml =
      '- id: C01\n  quote: a terrorist act\n  gist: a myth\n  dated: { words: regime, event: fall }\n  articleNames:\n    - { name: Taliban regime, sentence: S01 }\n  limits:\n    - one thing\n'
    expect(wordsOfYaml('x.yaml', yaml)).toEqual([
      { file: 'x.yaml', line: 1, text: 'C01' },
      { file: 'x.yaml', line: 3, text: 'a myth' },
      { file: 'x.yaml', line: 4, text: 'fall' },
      { file: 'x.yaml', line: 8, text: 'one thing' },
    ])
  })

  it('scripts: strings and templates, not modules or code', () => {
    expect(
      wordsOfScript('x.ts', "import x from 'false'\nconst a = false ? 'one' : `two ${a} three`").map(({ text, line }) => [line, text]),
    ).toEqual([
      [2, 'one'],
      [2, 'two '],
      [2, ' three'],
    ])
  })

  it('components: text, labels, strings in bindings', () => {
    const source =
      '<script setup lang="ts">\nconst label = \'from the script\'\n</script>\n\n<template>\n  <p :class="{ a: false }" aria-label="a label" :title="`bound ${label}`">Text {{ label ? \'in\' : label }}</p>\n</template>\n'
    const found = wordsOfComponent('x.vue', source)
      .map(({ text, line }) => [line, text.trim()])
      .filter(([, text]) => text !== '')
    expect(found).toEqual(
      expect.arrayContaining([
        [2, 'from the script'],
        [6, 'a label'],
        [6, 'bound'],
        [6, 'Text'],
        [6, 'in'],
      ]),
    )
    expect(found.map(([, text]) => text)).not.toContain('false')
  })
})
