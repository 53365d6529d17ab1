/** The marks of the article's side: grade, voice, flags. Words first; the drawing repeats them. */
import { describe, expect, it } from 'vitest'
import FlagNotes from '../../components/claim/FlagNotes.vue'
import GradeGlyph from '../../components/grade/GradeGlyph.vue'
import GradeTag from '../../components/grade/GradeTag.vue'
import VoiceMark from '../../components/claim/VoiceMark.vue'
import { FLAG_WORDS, FLAGS, type Grade, GRADES, GRADES_AND_OPINION } from '../../engine/register/vocabulary.ts'
import { built, claimOfGrade, someClaim } from '../support/claims.ts'
import { heard, onSlide, the, tidy } from '../support/mount.ts'
import { forEachCase } from '../support/faults.ts'

const mounted = (component: typeof GradeTag | typeof GradeGlyph, grade: Grade) => onSlide(component, { grade }).element

describe('GradeGlyph', () => {
  it('is a drawing that no screen reader meets', () =>
    forEachCase(GRADES_AND_OPINION, (grade) => {
      const glyph = mounted(GradeGlyph, grade)
      expect(glyph.getAttribute('aria-hidden')).toBe('true')
      expect(heard(glyph)).toBe('')
    }))

  it('fills a quarter more at each grade, from an empty circle to a full one', () => {
    const paths = GRADES.map((grade) => mounted(GradeGlyph, grade).querySelector('path')?.getAttribute('d') ?? null)
    // From 12 o'clock to 3, 6 and 9: the sector's end, and whether it takes the long way round.
    expect(paths).toEqual([
      null,
      'M8 8L8 2A6 6 0 0 1 14 8Z',
      'M8 8L8 2A6 6 0 0 1 8 14Z',
      'M8 8L8 2A6 6 0 1 1 2 8Z',
      'M8 2A6 6 0 1 1 8 14A6 6 0 1 1 8 2Z',
    ])
    expect(GRADES.map((grade) => mounted(GradeGlyph, grade).querySelectorAll('circle[fill="none"]').length)).toEqual([1, 1, 1, 1, 1])
  })

  it('is a dash, no circle, for opinion', () => {
    const glyph = mounted(GradeGlyph, 'N')
    expect(glyph.querySelector('circle')).toBeNull()
    expect(the(glyph, 'path').getAttribute('d')).toBe('M3 8h10')
  })

  it('takes the colour of the text, so that nothing hangs on it', () => {
    for (const grade of GRADES_AND_OPINION)
      for (const shape of mounted(GradeGlyph, grade).children)
        for (const name of ['fill', 'stroke']) expect([null, 'none', 'currentColor']).toContain(shape.getAttribute(name))
  })
})

describe('GradeTag', () => {
  it('is heard and seen in words', () =>
    forEachCase(
      [
        ['S0', 'S0 No source given'],
        ['S1', 'S1 Source not named'],
        ['S2', 'S2 Named, not traceable'],
        ['S3', 'S3 Traceable'],
        ['S4', 'S4 Cited'],
        ['N', 'N Opinion, not graded'],
      ] as const,
      (grade, words) => {
        const tag = mounted(GradeTag, grade)
        expect(heard(tag)).toBe(words)
        expect(tidy(tag.textContent)).toBe(words)
      },
    ))

  it('has a frame of its own for each grade: dotted, dashed, long-dashed, solid, bold', () => {
    const frames = GRADES.map((grade) => {
      const style = getComputedStyle(the(mounted(GradeTag, grade), '.frame rect'))
      return `${style.getPropertyValue('stroke-dasharray')} / ${style.getPropertyValue('stroke-width')}`
    })
    expect(new Set(frames).size).toBe(GRADES.length)
  })

  it('has no frame for opinion, which is not a grade, and one for every grade', () => {
    const frames = (grade: Grade) => mounted(GradeTag, grade).querySelectorAll('.frame rect')
    expect(frames('N')).toHaveLength(0)
    for (const grade of GRADES) expect(frames(grade)).toHaveLength(1)
  })

  it('hides every drawing from a screen reader and has no name but its words', () => {
    for (const grade of GRADES_AND_OPINION) {
      const tag = mounted(GradeTag, grade)
      for (const drawing of tag.querySelectorAll('svg')) expect(drawing.getAttribute('aria-hidden')).toBe('true')
      for (const name of ['aria-label', 'title', 'role']) expect(tag.hasAttribute(name)).toBe(false)
    }
  })
})

describe('VoiceMark', () => {
  it.each([
    ['author', ''],
    ['pull-quote', 'Pull-quote: may be an editor’s words'],
    ['reported', 'Reported speech'],
  ])('%s: “%s”', (voice, words) => {
    const { element } = onSlide(VoiceMark, { voice })
    // The author's own voice leaves a comment node: nothing to hear, nothing to see.
    expect(element instanceof Element ? heard(element) : '').toBe(words)
  })
})

describe('FlagNotes', () => {
  const plain = claimOfGrade('S0')
  const notes = (changes: Parameters<typeof built>[1]) => onSlide(FlagNotes, { claim: built(plain, changes) }).element

  it('says each flag in words', () =>
    forEachCase(FLAGS, (flag) => {
      expect(heard(notes({ flags: [flag], certainty: { level: 'plain', cues: [] } }))).toBe(FLAG_WORDS[flag])
    }))

  it('quotes the cue words, with how sure they sound', () => {
    expect(heard(notes({ flags: [], certainty: { level: 'boosted', cues: ['never', 'at the heart of'] } }))).toBe(
      'sounds firm: “never”, “at the heart of”',
    )
  })

  it.each([
    ['hedged', 'cautious'],
    ['plain', 'plain'],
    ['boosted', 'firm'],
  ] as const)('says %s as “%s”', (level, word) => {
    expect(heard(notes({ flags: [], certainty: { level, cues: ['at most'] } }))).toBe(`sounds ${word}: “at most”`)
  })

  it('says both, the cues first', () => {
    expect(heard(notes({ flags: ['when', 'how-many'], certainty: { level: 'hedged', cues: ['seemingly'] } }))).toBe(
      'sounds cautious: “seemingly” when? how many?',
    )
  })

  it('is not there where there is nothing to say', () => {
    expect(notes({ flags: [], certainty: { level: 'plain', cues: [] } })).not.toBeInstanceOf(Element)
  })

  it('quotes each cue of the register as the article has it', () => {
    const claim = someClaim('with cue words', ({ certainty }) => certainty.cues.length > 0)
    for (const cue of claim.certainty.cues) expect(heard(onSlide(FlagNotes, { claim }).element)).toContain(`“${cue}”`)
  })
})
