/** On which slide a field of the register can be read. */
import { type ComponentUse, componentsIn } from './evidence.ts'

const lists = (of: string) => (index: number) => ({ name, attributes }: ComponentUse) =>
  name === 'TextList' && attributes['of'] === of && index + 1 >= Number(attributes[':from'] ?? 1) && index + 1 <= Number(attributes[':to'] ?? Infinity)
const shows = (component: string) => () => ({ name }: ComponentUse) => name === component

/** A field by its name, and what shows it; of a list, the number of its entry from 0. */
const SHOWN: readonly (readonly [field: RegExp, by: (index: number) => (use: ComponentUse) => boolean])[] = [
  [/^sides\./, shows('SideRecords')],
  [/^events\./, shows('DatesTable')],
  [/^actors\.[\w-]+\.(?:background|publicName)/, shows('ActorTable')],
  [/^namesNote/, shows('LabelList')],
  [/^[A-Z]\d+\.(?:establishes|doesNotEstablish|descriptor)/, shows('SourceList')],
  [/^sharedWording/, shows('SharedWording')],
  [/^readings\.background/, shows('EventReadings')],
  [/^readings\.onRecord/, shows('ReadingsTable')],
  [/^article\.caveats\[(\d+)\]/, lists('caveats')],
  [/^method\.how\[(\d+)\]/, lists('how')],
  [/^method\.limits\[(\d+)\]/, lists('limits')],
  [/^disclosure/, shows('ReplyAndCorrections')],
]

/** @returns for the name of a field its first slide, 1-based; null where none shows it */
export function slidesOfFields(contents: readonly string[]): (where: string) => number | null {
  const slides = contents.map(componentsIn)
  const first = (shown: (use: ComponentUse) => boolean): number | null => {
    const index = slides.findIndex((uses) => uses.some(shown))
    return index < 0 ? null : index + 1
  }
  return (where) => {
    const claim = /^(C\d+)\.record/.exec(where)?.[1]
    if (claim) return first(({ name, attributes }) => name === 'ClaimCards' && (attributes['ids'] ?? '').split(/\s+/).includes(claim))
    for (const [field, by] of SHOWN) {
      const match = field.exec(where)
      if (match) return first(by(Number(match[1] ?? 0)))
    }
    return null
  }
}
