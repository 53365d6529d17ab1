/** The story as chapters and sections of one page. */
import { loadPageStory } from '../../../editions/page/story.ts'
import { COMPONENTS } from '../../../components/registry.ts'
import { describe, expect, it } from 'vitest'
import { withoutPart } from '../../../engine/story/chapters.ts'
import { pagePlace } from '../../../engine/story/page-place.ts'
import { outlineOf, scriptOf, type StorySlide } from '../../../engine/story/outline.ts'
import { frozenBrief, frozenFolder } from '../../support/brief.ts'

const story = await loadPageStory(frozenFolder)
const { story: { slides } } = await frozenBrief()
const steps = [{ id: 'one', number: 1, title: 'First' }]
const slide = (title: string, more: Partial<StorySlide> = {}): StorySlide => ({ title, layout: 'default', chapter: undefined, step: undefined, content: `# ${title}\n\nText.\n`, note: 'Said.', ...more })

it('every slide of the deck is in exactly one section, in order, and the step’s chapters bear its name', () => {
  const found = story.chapters.flatMap(({ sections }) => sections.flatMap((section) => section.slides))
  expect(found).toEqual(slides.map(({ no }) => no))
  for (const step of story.register.steps) expect(story.chapters.map(({ title }) => title)).toContain(`Step ${step.number}: ${step.title}`)
})

it('the deck and the page name a slide’s place alike', () => {
  const titles = slides.map(({ title }) => title)
  for (const { anchor, slides: own, title } of story.chapters.flatMap(({ sections }) => sections)) {
    for (const no of own) expect(pagePlace(titles, no)).toBe(anchor)
    expect(title).toBe(withoutPart(titles[own[0]! - 1]!))
  }
})

describe('a list over several slides', () => {
  const [chapter] = outlineOf([1, 2].map((page) => slide(`A list, part ${page} of 2`, { chapter: 'Lists', content: `# A list, part ${page} of 2\n\n<TensionList :page="${page}" :of="2" />\n`, note: `Page ${page}.` })), steps, COMPONENTS)

  it('is one section, whole, with what was said at each', () => {
    expect(chapter!.sections).toEqual([{ anchor: 's1', title: 'A list', slides: [1, 2], layout: 'default', step: undefined, content: '\n<TensionList :page="1" :of="1" />\n', script: [], unmarked: false, scripts: [[['Page 1.']], [['Page 2.']]] }])
  })
})

it('a chapter that is taken up again keeps its name; the slide before it goes by its own', () => {
  const chapters = outlineOf([slide('The rule', { chapter: 'How to read' }), slide('The case', { chapter: 'The case' }), slide('The grades', { chapter: 'How to read' }), slide('The record', { chapter: 'How to read' })], steps, COMPONENTS)
  expect(chapters.map(({ title, anchor }) => [title, anchor])).toEqual([['The rule', 'chapter-the-rule'], ['The case', 'chapter-the-case'], ['How to read', 'chapter-how-to-read']])
})

it('a slide to look things up within the story belongs to its chapter; after the story it stays in the deck, but for the sources', () => {
  const chapters = outlineOf(
    [
      slide('Method', { chapter: 'Method' }),
      slide('Gaps', { layout: 'reference' }),
      slide('Limits', { chapter: 'Method' }),
      slide('Close', { layout: 'cover' }),
      slide('Rows', { layout: 'reference', content: '# Rows\n\n<EvidenceSheet :page="1" :of="1" />\n' }),
      slide('Sources', { layout: 'reference', content: '# Sources\n\n<SourceList :page="1" :of="1" />\n' }),
    ],
    steps,
    COMPONENTS,
  )
  expect(chapters.map(({ title, reference, inDeck, sections }) => [title, reference, inDeck, sections.length])).toEqual([['Method', false, false, 3], ['Close', false, false, 1], ['Rows', true, true, 1], ['Sources', true, false, 1]])
})

it('two chapters of one name, each of several slides, are refused with what to do', () => {
  const two = (name: string) => [slide(`${name} 1`, { chapter: name }), slide(`${name} 2`, { chapter: name })]
  expect(() => outlineOf([...two('A'), ...two('B'), ...two('A').map((each) => ({ ...each, title: `${each.title} more` }))], steps, COMPONENTS)).toThrow(/“chapter-a”.*frontmatter/)
})

it('a script is divided at its clicks, and each part into paragraphs', () => {
  expect(scriptOf('One.\nStill one.\n\nTwo.\n\n[click] Three.\n\n[click:2] Four.')).toEqual([['One. Still one.', 'Two.'], ['Three.'], ['Four.']])
  expect(scriptOf('')).toEqual([[]])
})
