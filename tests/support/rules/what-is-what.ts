/** What the measuring takes for what: small print, what one click shows, lines that say something. Each entry has its reason. */

/** What may be smaller than body text, and why. Everything else is body. */
export const SMALL_PRINT: readonly { readonly selector: string; readonly reason: string }[] = [
  { selector: '.slidev-layout.reference', reason: 'a page to look things up in, not to present: 14 px by design' },
  { selector: '.slidev-layout > footer', reason: 'the rule at the foot, the same on every slide, and the slide’s number' },
  { selector: '.slidev-layout > .chapter', reason: 'a label: the chapter’s name' },
  { selector: '.small-strip > .caption', reason: 'a label: what the strip at the foot is' },
  { selector: '.rail', reason: 'a label: the place in the argument' },
  { selector: '.heads', reason: 'labels: the heads of the two columns' },
  { selector: '.ids', reason: 'ids of claim and sentence' },
  { selector: 'ol.steps h2 > .span', reason: 'ids of sentences, beside the name of a step' },
  { selector: '.citations', reason: 'a source line' },
  { selector: '.actors .source', reason: 'a source line' },
  { selector: '.note', reason: 'ids of claims, in few words: on which claims a claim rests; 16 px' },
  { selector: '.record > .label', reason: 'a label: the record’s date' },
  {
    selector: 'svg.drawing',
    reason: 'labels in a drawing, 14 px and more, in few words; what is to be read stands beside it at the body’s size',
  },
  { selector: '.tally caption', reason: 'a label: the head of the tally' },
  { selector: '.fits thead .our-reading', reason: 'a label: whose words stand in the column' },
  { selector: '.source-links, .source-line', reason: 'a source line' },
  { selector: '.strip .number, .spans', reason: 'numbers of sentences and names of steps, as wide as their columns' },
  { selector: '.certainty h2, .certainty li > .number', reason: 'labels: the heads of the bands, and numbers of sentences' },
  { selector: '.text-strip > .hint', reason: 'where more is found, and how to choose' },
  {
    selector: '.withdraw .others, .withdraw button, .withdraw .more, .withdraw .whose',
    reason: 'ids of claims to choose, in the corners that the drawing leaves free',
  },
  { selector: '.conclusions', reason: 'a table in a corner that the drawing leaves free: 16 px, its head 14 px' },
  { selector: '.text-strip .claim', reason: 'claims in few words, up to three in a line: 16 px' },
  { selector: '.requests thead, .requests .held, .requests .id', reason: 'labels: the heads of columns; and who would hold a thing' },
  { selector: '.score caption, .score .tag', reason: 'the heads of tables, and tags in them: 16 px' },
  { selector: '.crossed thead, .crossed .tag', reason: 'the heads of columns, and tags: 16 px' },
]

/** What is revealed in one click though it stands in several places, and why. */
export const REVEALED_WHOLE: readonly { readonly selector: string; readonly reason: string }[] = [
  { selector: '.card.opinion', reason: 'an opinion has no grade and no record: its one remark has two ends' },
]

/** What shows something else at each click, and reveals nothing; and why. */
export const CHANGED_BY_CLICKS: readonly { readonly selector: string; readonly reason: string }[] = [
  { selector: '.withdraw', reason: 'each click withdraws other claims from the same argument' },
]

/** What is read in an order of its own, and why. */
export const READ_APART: readonly { readonly selector: string; readonly reason: string }[] = [
  { selector: '.certainty section li', reason: 'words placed over their sentences, read sentence by sentence' },
  { selector: 'svg.drawing', reason: 'a drawing lies in two dimensions; what it says stands beside it as a list, in order' },
]

/** Lines that say something, so that they must be seen; all others only part or decorate. Sides of a box, the stroke of a shape, the line under a text. */
export const MEANING_BORDERS: readonly {
  readonly selector: string
  readonly sides: readonly ('top' | 'right' | 'bottom' | 'left' | 'stroke' | 'underline')[]
  readonly reason: string
}[] = [
  { selector: '.frame rect', sides: ['stroke'], reason: 'a grade’s border, dotted to solid' },
  { selector: '.glyph :is(circle, path[stroke])', sides: ['stroke'], reason: 'a grade’s circle, or the dash of an opinion' },
  {
    selector: '.voice, .strip .pull-quote .cell, .small-strip .pull-quote',
    sides: ['left'],
    reason: 'a double bar: a pull-quote, or reported speech',
  },
  { selector: '.rail li[aria-current], .small-strip .lit', sides: ['bottom'], reason: 'a line: where in the argument one is' },
  { selector: '.strip .lit', sides: ['top'], reason: 'a line: where in the argument one is' },
  {
    selector: 'button:not(:disabled, .close, .cell)',
    sides: ['top', 'right', 'bottom', 'left'],
    reason: 'the edge of a button; one that cannot be used may be faint',
  },
  { selector: '.slidev-layout a', sides: ['underline'], reason: 'a link: what has a line under it can be followed' },
  {
    selector: '.drawing :is(.part, .arm):not(.fallen, .lost-all) > :is(.line, .box)',
    sides: ['stroke'],
    reason: 'a side, an arrow, a box of a drawing; what has fallen away with a withdrawn claim is faint, and its words say so',
  },
]
