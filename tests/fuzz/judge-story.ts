/**
 * What becomes of a changed page: refused, with a diagnostic on the changed line or on the slide or note it belongs to; or
 * harmless: Slidev reads the same slides from it (“same”), or slides that differ in words alone, on the changed slide (“as written”).
 */
import { parse } from '@slidev/parser'
import { checkForm, type StoryParts } from '../../engine/story/form.ts'
import { clicksOfCard } from '../../engine/story/card.ts'
import { checkStory } from '../../engine/story/story.ts'
import { type Diagnostic, formatDiagnostics } from '../../engine/register/diagnostics.ts'
import type { Register } from '../../engine/analysis/register.ts'
import { componentsIn } from '../../engine/story/uses.ts'
import type { Components } from '../../engine/story/component.ts'
import type { StoryFile } from '../../engine/brief.ts'
import { changeOf, type Judged } from './judge-register.ts'
import type { StoryMutation } from './story-mutations.ts'

const LIMIT = 5000

const clicks = (note: string) => [...note.matchAll(/\[click(?::(\d+))?\]/gi)].reduce((sum, [, count]) => sum + Number(count ?? 1), 0)

/** What of a slide is more than words. */
const bones = ({ content, frontmatter, note = '' }: { content: string; frontmatter: Record<string, unknown>; note?: string }) =>
  JSON.stringify([
    frontmatter,
    componentsIn(content),
    content.match(/\{\{.*?\}\}/g),
    content.match(/^#+(?=\s)/gm),
    content.match(/^(?:```|~~~|\d+\.|[-*+] |>|\||:::?|<<<).*/gm),
    note.match(/\{\{.*?\}\}/g),
    clicks(note),
  ])

/** Where a component leads to is asked of the whole story, and this is one page. */
const alone = (components: Components): Components =>
  Object.fromEntries(Object.entries(components).map(([name, spec]) => [name, { ...spec, leadsTo: [] }]))

export async function judgeStory(register: Register, parts: StoryParts, base: StoryFile, mutation: StoryMutation): Promise<Judged> {
  const started = performance.now()
  const done = (outcome: Judged['outcome'], why = '', codes: readonly string[] = []): Judged => {
    const milliseconds = performance.now() - started
    return milliseconds > LIMIT
      ? { outcome: 'fault', why: `takes ${Math.round(milliseconds)} ms`, codes, milliseconds }
      : { outcome, why, codes, milliseconds }
  }
  try {
    const { file, text } = mutation
    const change = changeOf(base.text, text)
    const form = checkForm(file, text, parts, true)
    let slides: Awaited<ReturnType<typeof parse>>['slides']
    try {
      ;({ slides } = await parse(text, file))
    } catch (error) {
      // Slidev drops such a chapter: the form must have told.
      if (form.length === 0) return done('fault', `Slidev does not read it, and nothing is told: ${String(error)}`)
      slides = []
    }
    const found: Diagnostic[] = [
      ...form,
      ...slides.flatMap((slide) => {
        const at = { file, line: slide.start + 1, raw: slide.raw }
        const ids = componentsIn(slide.content).flatMap(({ name, attributes }) =>
          name === 'ClaimCards' ? (attributes['ids'] ?? '').trim().split(/\s+/) : [],
        )
        const wanted = ids.reduce((sum, id) => sum + clicksOfCard(register.claims.find((claim) => claim.id === id)?.grade ?? 'N'), 0)
        // As the tests of the story have it: a card's clicks are marked in its notes.
        const marks: Diagnostic[] =
          ids.length > 0 && wanted !== clicks(slide.note ?? '')
            ? [
                {
                  code: 'story-form',
                  file,
                  line: slide.start + 1,
                  field: '',
                  value: `${clicks(slide.note ?? '')} click marks`,
                  expected: `${wanted}`,
                },
              ]
            : []
        return [...checkStory(register, [at], alone(parts.components)), ...marks]
      }),
    ]
    if (found.length > 0) {
      const count = text.split('\n').length
      const odd = found.find(
        ({ line, value, expected }) => line < 1 || line > count || [...value].length > 120 || /[\n\r]/.test(value) || expected === '',
      )
      if (odd) return done('fault', `not a diagnostic one can use: ${JSON.stringify(odd)}`)
      // The slide in which the change is, from its first line to its last: what a slide lacks has no line of its own.
      const lines = text.split('\n')
      const rule = (index: number) => /^---+\s*$/.test(lines[index] ?? '')
      let from = change.first - 1
      while (from > 0 && !(from < change.first - 1 && rule(from) && (lines[from - 1] ?? '').trim() === '')) from--
      // A line of dashes that is gone joins two slides: it is told at the first line that has lost its place.
      let to = change.last + 1
      if (/^---+\s*$/.test(change.removed)) {
        while (to < lines.length && !rule(to - 1)) to++
        to++
      }
      const near = ({ line }: Diagnostic) => line >= from + 1 && line <= to
      return found.some(near)
        ? done('refused', '', [...new Set(found.map(({ code }) => code))])
        : done('fault', `refused elsewhere: ${formatDiagnostics(found.slice(0, 2))}`)
    }
    const before = (await parse(base.text, file)).slides
    if (slides.length !== before.length) return done('fault', `${slides.length} slides in place of ${before.length}, and nothing is told`)
    const differs = slides.flatMap((slide, index) =>
      slide.content === before[index]!.content &&
      (slide.note ?? '') === (before[index]!.note ?? '') &&
      JSON.stringify(slide.frontmatter) === JSON.stringify(before[index]!.frontmatter)
        ? []
        : [index],
    )
    if (differs.length === 0) return done('same')
    // Line ends are not words.
    if (
      differs.every(
        (index) =>
          slides[index]!.content.replaceAll('\r', '') === before[index]!.content &&
          (slides[index]!.note ?? '').replaceAll('\r', '') === (before[index]!.note ?? ''),
      )
    )
      return done('same')
    if (differs.length > 1) return done('fault', `${differs.length} slides differ`)
    const [now, was] = [slides[differs[0]!]!, before[differs[0]!]!]
    const words = (slide: typeof now) =>
      bones({ ...slide, frontmatter: { ...slide.frontmatter, chapter: '', title: '', info: '', keywords: '' } })
    return words(now) === words(was)
      ? done('as written')
      : done('fault', `more than words differs: ${words(now).slice(0, 300)} / ${words(was).slice(0, 300)}`)
  } catch (error) {
    return done('fault', `throws: ${error instanceof Error ? (error.stack ?? '').slice(0, 500) : String(error)}`)
  }
}
