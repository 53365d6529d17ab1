/** The story and the register agree: every claim is told, in order, once; every slide can be spoken and found. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectFolder } from '../support/deck-folder.ts'
import { markdownFaults } from '../support/markdown-rules.ts'
import { cardsOn, clickMarks, componentsIn, loadSlides, nameOf, withoutCode } from '../support/slides.ts'
import { ownRegister } from '../support/brief.ts'
import { forEachCase } from '../support/faults.ts'

const register = ownRegister()
const slides = await loadSlides()
const steps = slides.filter(({ layout }) => layout === 'step')
const each = slides.map((slide) => [nameOf(slide), slide] as const)

describe('the steps', () => {
  it('show every claim on one slide, in the order of the article', () => {
    expect(steps.flatMap(cardsOn)).toEqual(register.claims.map(({ id }) => id))
  })

  it('show every sentence of the article, pull-quotes too', () => {
    const shown = new Set(steps.flatMap(cardsOn).map((id) => register.claims.find((claim) => claim.id === id)?.sentence))
    const missing = register.sentences.filter(({ id, role }) => role !== 'apparatus' && !shown.has(id)).map(({ id }) => id)
    expect(missing).toEqual([])
  })

  it('show each claim under its own step', () => {
    const misplaced = steps.flatMap((slide) =>
      cardsOn(slide)
        .filter((id) => register.claims.find((claim) => claim.id === id)?.step !== slide.frontmatter['step'])
        .map((id) => `${id} on slide ${slide.no}`),
    )
    expect(misplaced).toEqual([])
  })

  it('come in the order of the argument, all of them', () => {
    const named = slides.flatMap(({ frontmatter }) => (frontmatter['step'] === undefined ? [] : [frontmatter['step']]))
    const runs = named.filter((step, index) => step !== named[index - 1])
    expect(runs).toEqual(register.steps.map(({ id }) => id))
    expect(steps.filter(({ frontmatter }) => frontmatter['step'] === undefined).map(({ no }) => no)).toEqual([])
  })
})

describe('every slide', () => {
  it('has a heading of its own', () =>
    forEachCase(each, (_, { heading, content, no }) => {
      expect(heading).not.toBe('')
      expect(content.match(/^# .+$/gm) ?? []).toHaveLength(1)
      expect(slides.filter((other) => other.heading === heading).map((other) => other.no)).toEqual([no])
    }))

  it('has notes that can be spoken', () =>
    forEachCase(each, (_, { note, layout }) => {
      const words = note.replace(/\[click(?::\d+)?\]/gi, ' ').match(/\p{L}[\p{L}’-]*|\{\{.*?\}\}/gu) ?? []
      expect(words.length).toBeGreaterThanOrEqual(layout === 'reference' ? 15 : 40)
    }))

  it('holds words and components only', () =>
    forEachCase(each, (_, { content }) => {
      expect(markdownFaults(withoutCode(content))).toEqual([])
    }))
})

describe('the pages', () => {
  it('are named once each, in the order of their numbers', () => {
    const imported = [...readFileSync(join(projectFolder, 'slides.md'), 'utf8').matchAll(/^src: \.\/pages\/(.+)$/gm)].map(
      ([, file]) => file,
    )
    expect(imported).toEqual(
      readdirSync(join(projectFolder, 'pages'))
        .filter((file) => file.endsWith('.md'))
        .sort(),
    )
    expect(imported.map((file) => /^\d\d(?=-[a-z0-9-]+\.md$)/.exec(file!)?.[0])).toEqual(
      imported.map((_, index) => String(index + 1).padStart(2, '0')),
    )
  })
})

it('no heading says that it is a part: a long list is in the annex', () => {
  expect(slides.filter(({ heading }) => /\bpart \d/i.test(heading)).map(({ no, heading }) => `${no} ${heading}`)).toEqual([])
})

describe('the close-ups', () => {
  const used = (name: string) => slides.flatMap(({ content }) => componentsIn(content).filter((each) => each.name === name))

  it('show every tension on exactly one slide', () => {
    const shown = used('TensionList').flatMap(({ attributes }) =>
      register.tensions.slice(Number(attributes['from']) - 1, Number(attributes['to'])).map(({ id }) => id),
    )
    expect(shown).toEqual(register.tensions.map(({ id }) => id))
  })

  it('show every pull-quote beside the body on exactly one slide, in the order of the article', () => {
    expect(used('PullQuotePair').map(({ attributes }) => attributes['sentence'])).toEqual(
      register.pullQuotes.map(({ sentence }) => sentence),
    )
  })

  it.each(['EventInterpretations', 'InterpretationsTable', 'SharedWording'])('show <%s> once', (name) => {
    expect(used(name)).toHaveLength(1)
  })
})

describe('click marks', () => {
  it('are counted in a note', () =>
    forEachCase(
      [
        ['First. [click] Then. [click] Last.', 2],
        ['[click:3] Three at a time.', 3],
        ['No click.', 0],
      ],
      (note, count) => {
        expect(clickMarks(note)).toBe(count)
      },
    ))
})

describe('markdownFaults', () => {
  it('finds what is neither words nor components', () =>
    forEachCase(
      [
        ['A colour, #a0b1c2, typed.', 'colour'],
        ['<p style="margin: 0">x</p>', 'style'],
        ['<div class="mt-4">x</div>', 'class'],
        ['# Heading {.text-xl}', 'class'],
        ['See https://example.org/page.', 'address'],
        ['There are 42 of them.', 'number'],
        ['In 2021 it began.', 'number'],
      ],
      (content, kind) => {
        expect(markdownFaults(content)).toEqual([expect.stringContaining(kind) as string])
      },
    ))

  it('finds nothing else', () =>
    forEachCase(
      [
        ['# Sources cited, part 3 of 11\n\n<SourceList :page="3" :of="11" />'],
        ['<ClaimCards ids="C01 C02" />'],
        ['<p>The month, “October 2021”, is quoted.</p>'],
        ['There are {{ claims }} of them.'],
        ['1. first\n2. second'],
        ['<template #article>'],
      ],
      (content) => {
        expect(markdownFaults(withoutCode(content))).toEqual([])
      },
    ))
})
