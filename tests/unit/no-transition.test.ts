/** Slidev's group of slides, as the deck has it. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compileTemplate, parse } from 'vue/compiler-sfc'
import { noTransition } from '../../slidev/patches/no-transition.ts'
import { rewriting, rewritten } from '../../slidev/patches/rewrite.ts'
import { loadSlides } from '../support/slides.ts'

describe('Slidev’s group of slides', () => {
  const code = readFileSync(new URL('../../node_modules/@slidev/client/internals/SlidesShow.vue', import.meta.url), 'utf8')

  it('is a plain element, with the slides in it and nothing that waits for the end of a transition', () => {
    const { descriptor, errors } = parse(rewritten(code, noTransition))
    expect(errors).toEqual([])
    const source = descriptor.template!.content
    expect(source).toMatch(/<div\s+id="slideshow"\s+:class="\{/)
    expect(source).not.toMatch(/TransitionGroup|currentTransition|onAfterLeave|<component/)
    const compiled = compileTemplate({ source, filename: 'SlidesShow.vue', id: 'show' })
    expect(compiled.errors).toEqual([])
    expect(compiled.code).toContain('SlideWrapper')
  })

  it.each(noTransition.parts.map(([written]) => String(written)))('a build stops where it is no longer there, or twice: %j', (written) => {
    expect(() => rewritten(code.replace(written, 'other'), noTransition)).toThrow(/occurs 0 times in internals\/SlidesShow\.vue, not once/)
    expect(() => rewritten(`${code}\n${written}`, noTransition)).toThrow(/occurs 2 times .*, not once/)
  })
})

it('no slide asks for a transition, which it would not get', async () => {
  for (const { frontmatter, heading } of await loadSlides()) expect(frontmatter['transition'] ?? 'none', heading).toBe('none')
})

it('a patch reaches its module as the dev server names it too, and no part of a component alone', () => {
  const { filter } = rewriting(noTransition).transform as { filter: { id: RegExp } }
  const module = '/d/node_modules/@slidev/client/internals/SlidesShow.vue'
  expect(
    ['', '?v=5cef99ca', '?vue&type=style&index=0', '?v=5cef99ca&vue&type=style'].map((query) => filter.id.test(module + query)),
  ).toEqual([true, true, false, false])
})
