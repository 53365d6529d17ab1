/** Which full stop ends no sentence. One list for the article's text and for the deck's own sentences. */

/** Always followed by more: a title, or a word that introduces something. */
const GO_ON = new Set(
  'e.g i.e vs cf approx mr mrs ms mx messrs dr prof gen col lt sgt capt maj cmdr adm brig sen rep gov rev hon fr st mt'.split(' '),
)
/** Followed by a number; without one, “No.” is an answer. */
const BEFORE_NUMBER = new Set('no nos sent p pp art sec fig vol ch para'.split(' '))
/** May stand at the end of a sentence too, as a single letter may. */
const EITHER = new Set('etc u.s u.n u.k e.u a.m p.m jr sr inc ltd co corp dept ca'.split(' '))
const INITIAL = /^\p{Lu}$|^(?:\p{Lu}\.)+\p{Lu}$/u
/** Words that begin a sentence and, with a capital, are hardly ever part of a name. */
const OPENERS = new Set(
  (
    'the a an he she it they we you this that these those there his her its their our my your who what when where why how which ' +
    'and but or so yet nor for as if in on at by to from with without after before since while although though because until unless ' +
    'once not no nobody none some many most all every both each one another such still then now even only also however therefore thus'
  ).split(' '),
)

/** Whether a text goes on after a full stop; `before` ends with it. */
export function goesOnAfterStop(before: string, after: string): boolean {
  const [word] = /[\p{L}.]*$/u.exec(before.slice(-12))!
  const name = word.toLowerCase()
  if (GO_ON.has(name)) return true
  if (BEFORE_NUMBER.has(name) && /^\s*\p{N}/u.test(after)) return true
  // The number of an entry in a list.
  if (/^\s*\p{N}+$/u.test(before)) return true
  if (!EITHER.has(name) && !INITIAL.test(word)) return false
  const [next] = /^[^\p{L}\p{N}]*(?:[\p{L}\p{N}]+)?/u.exec(after)!
  const bare = next.replace(/^[^\p{L}\p{N}]+/u, '')
  return !(/^\p{Lu}/u.test(bare) && OPENERS.has(bare.toLowerCase()))
}
