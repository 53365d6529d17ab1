/** The story as chapters and sections of one page. */
import { loadPageStory } from '../../../editions/page/story.ts'
import { COMPONENTS } from '../../../components/registry.ts'
import { expect, it } from 'vitest'
import { outlineOf, pagePlace, scriptOf, type StorySlide } from '../../../engine/story/outline.ts'
import { frozenBrief, frozenFolder } from '../../support/brief.ts'

const story = await loadPageStory(frozenFolder)
const {
  story: { slides },
} = await frozenBrief()
const steps = [{ id: 'one', number: 1, title: 'First' }]
const slide = (title: string, more: Partial<StorySlide> = {}): StorySlide => ({
  title,
  layout: 'default',
  chapter: undefined,
  step: undefined,
  content: `# ${title}\n\nText.\n`,
  note: 'Said.',
  ...more,
})

it('every slide of the deck is in exactly one section, in order, and the step’s chapters bear its name', () => {
  const found = story.chapters.flatMap(({ sections }) => sections.map((section) => section.slide))
  expect(found).toEqual(slides.map(({ no }) => no))
  for (const step of story.register.steps) expect(story.chapters.map(({ title }) => title)).toContain(`Step ${step.number}: ${step.title}`)
})

it('the deck and the page name a slide’s place alike', () => {
  for (const { anchor, slide: no, title } of story.chapters.flatMap(({ sections }) => sections)) {
    expect(pagePlace(no)).toBe(anchor)
    expect(title).toBe(slides[no - 1]!.title)
  }
})

it('a section is what its slide shows without the heading, and what is said there', () => {
  const [chapter] = outlineOf(
    [slide('Two', { chapter: 'Tensions', content: '# Two\n\n<TensionList :from="1" :to="2" />\n', note: 'One. [click] Two.' })],
    steps,
    COMPONENTS,
  )
  expect(chapter!.sections).toEqual([
    {
      anchor: 's1',
      title: 'Two',
      slide: 1,
      layout: 'default',
      step: undefined,
      content: '\n<TensionList :from="1" :to="2" />\n',
      script: [],
      unmarked: false,
      said: [['One.'], ['Two.']],
    },
  ])
})

it('a chapter that is taken up again keeps its name; the slide before it goes by its own', () => {
  const chapters = outlineOf(
    [
      slide('The rule', { chapter: 'How to read' }),
      slide('The case', { chapter: 'The case' }),
      slide('The grades', { chapter: 'How to read' }),
      slide('The record', { chapter: 'How to read' }),
    ],
    steps,
    COMPONENTS,
  )
  expect(chapters.map(({ title, anchor }) => [title, anchor])).toEqual([
    ['The rule', 'chapter-the-rule'],
    ['The case', 'chapter-the-case'],
    ['How to read', 'chapter-how-to-read'],
  ])
})

it('two chapters of one name, each of several slides, are refused with what to do', () => {
  const two = (name: string) => [slide(`${name} 1`, { chapter: name }), slide(`${name} 2`, { chapter: name })]
  expect(() =>
    outlineOf([...two('A'), ...two('B'), ...two('A').map((each) => ({ ...each, title: `${each.title} more` }))], steps, COMPONENTS),
  ).toThrow(/“chapter-a”.*frontmatter/)
})

it('a script is divided at its clicks, and each part into paragraphs', () => {
  expect(scriptOf('One.\nStill one.\n\nTwo.\n\n[click] Three.\n\n[click:2] Four.')).toEqual([
    ['One. Still one.', 'Two.'],
    ['Three.'],
    ['Four.'],
  ])
  expect(scriptOf('')).toEqual([[]])
})
