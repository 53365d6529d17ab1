/** The fields of the register that say something about the world in the deck's own voice, and what stands beside each. */
import type { Register, Source } from '../analysis/register.ts'
import type { Needs } from '../story/evidence.ts'

export interface FieldText {
  /** `C04.record.finding`. */
  readonly where: string
  readonly text: string
  /** Says what the record has: every sentence counts that is not marked as another's. */
  readonly record: boolean
  /** One statement, though no sentence. */
  readonly whole: boolean
  readonly sources: readonly Source[]
  /** What stands beside it in the same entry. */
  readonly beside: string
  readonly needs: Needs
}

/**
 * Every field of prose, and whether its sentences are looked at. `record`: every sentence is about the world, unless it
 * says that it is not. `rule`: those that the rule finds. `whole`: one statement each. `no`: none, and why.
 */
export const FIELDS: readonly { readonly field: string; readonly how: 'record' | 'rule' | 'whole' | 'no'; readonly why: string }[] = [
  { field: 'claims[].record.finding, establishes, doesNotEstablish', how: 'record', why: 'what the record says of a claim, and what it does not show' },
  { field: 'sides[].finding, doesNotEstablish', how: 'record', why: 'what the record holds of a side' },
  { field: 'events[].record.finding', how: 'record', why: 'what the record says of a date' },
  { field: 'sources[].establishes, doesNotEstablish', how: 'record', why: 'what a source shows, and what it does not' },
  { field: 'sources[].descriptor', how: 'whole', why: 'who an outlet is and what stake it may have: our words, and a source cannot be cited for itself' },
  { field: 'actors[].background', how: 'record', why: 'who a group is' },
  { field: 'actors[].publicName', how: 'whole', why: 'that a public list or usage has the name' },
  { field: 'actors[].why, labels[].why, namesNote', how: 'rule', why: 'reasons for a name; some state a fact' },
  { field: 'interpretations.background.finding, onRecord[].says', how: 'record', why: 'what is on record of the event that is read in more than one way' },
  { field: 'interpretations.interpretations, fits, takenBy; pullQuotes', how: 'no', why: 'our reading, marked as ours' },
  { field: 'interpretations.notOnRecord, undecided', how: 'no', why: 'what we did not find, and what that leaves open' },
  { field: 'sharedWording[].statement', how: 'record', why: 'what stands on other pages' },
  { field: 'article.caveats, method.how, method.limits, disclosure', how: 'rule', why: 'about the text and our work; some state a fact' },
  { field: 'claims[].record.qualifier, sides[].qualifier, events[].name, covers', how: 'no', why: 'a few words at the head of a finding, which counts' },
  { field: 'claims[].gist, short, attribution, flags, ratings; steps; thesis', how: 'no', why: 'what the article says, in our words' },
  { field: 'inferences, undercuts, tensions', how: 'no', why: 'our reading of the article, marked as ours' },
  { field: 'claims[].request; requests', how: 'no', why: 'what one could ask for, of whom, and what each outcome would mean: no finding' },
  { field: 'actors[].role', how: 'no', why: 'begins with “In the article”' },
  { field: 'labels[].ours', how: 'no', why: 'a word of ours in place of one of the article: a choice, no finding' },
  { field: 'article.unknown, method.passes[].saw, reply, corrections', how: 'no', why: 'what the text at hand lacks, and what we did' },
  { field: 'method.notFound', how: 'no', why: 'what we did not find: about our search' },
  { field: 'quotes, translations, titles, names, dates and addresses of sources', how: 'no', why: 'somebody else’s words, or what identifies a source' },
]

export function registerFields(register: Register): FieldText[] {
  const byId = new Map(register.sources.map((source) => [source.id, source]))
  const named = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? [])
  const found: FieldText[] = []
  const add = (how: 'record' | 'rule' | 'whole', texts: Readonly<Record<string, string | null | undefined>>, sources: readonly Source[] = [], beside = '') => {
    const given = Object.entries(texts).flatMap(([where, text]) => (text ? [{ where, text }] : []))
    const all = [beside, ...given.map(({ text }) => text)].join('\n')
    found.push(...given.map(({ where, text }) => ({ where, text, record: how === 'record', whole: how === 'whole', sources, beside: all, needs: sources.length === 0 ? 'names and words' : /doesNotEstablish$/.test(where) ? 'nothing' : 'names' } as const)))
  }

  for (const { id, record } of register.claims) {
    if (!record) continue
    add('record', { [`${id}.record.finding`]: record.finding, [`${id}.record.establishes`]: record.establishes, [`${id}.record.doesNotEstablish`]: record.doesNotEstablish }, named(record.citations.map(({ source }) => source)))
  }
  for (const { relation, name, record } of register.relations) if (record) add('record', { [`sides.${relation}.finding`]: record.finding, [`sides.${relation}.doesNotEstablish`]: record.doesNotEstablish }, named(record.sources), name)
  for (const { id, name, record } of register.events) if (record) add('record', { [`events.${id}.finding`]: record.finding }, named(record.sources), name)
  // One that nothing cites is on no slide: nobody is told what it shows.
  for (const source of register.sources.filter(({ citedBy }) => citedBy.length > 0)) {
    add('record', { [`${source.id}.establishes`]: source.establishes, [`${source.id}.doesNotEstablish`]: source.doesNotEstablish }, [source])
    add('whole', { [`${source.id}.descriptor`]: source.descriptor })
  }
  for (const { id, name, background, publicName, why } of register.actors) {
    add('record', { [`actors.${id}.background`]: background?.text }, named(background?.sources ?? []), name)
    add('whole', { [`actors.${id}.publicName`]: publicName ? `${name} in ${publicName.usage}: ${publicName.name}` : null })
    add('rule', { [`actors.${id}.why`]: why })
  }
  for (const { label, why, sources } of register.labels) add('rule', { [`labels.“${label}”.why`]: why }, named(sources), label)
  for (const [index, { statement, source }] of register.sharedWording.entries()) add('record', { [`sharedWording[${index}]`]: statement }, named([source]))
  const { interpretations } = register
  if (interpretations) add('record', { 'interpretations.background.finding': interpretations.background.finding }, named(interpretations.background.sources))
  for (const [index, { says, sources }] of (interpretations?.onRecord ?? []).entries()) add('record', { [`interpretations.onRecord[${index}].says`]: says }, named(sources))
  const { article, method, disclosure, namesNote } = register
  const lists = { 'article.caveats': article.caveats, 'method.how': method.how, 'method.limits': method.limits, disclosure }
  for (const [name, texts] of Object.entries(lists)) for (const [index, text] of texts.entries()) add('rule', { [`${name}[${index}]`]: text })
  add('rule', { namesNote })
  return found
}
