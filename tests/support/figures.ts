/** Registers with figures of any number of corners, made from the frozen one: its claims, told of other actors with long names. */
import type { Register, RelationSupport } from '../../engine/analysis/register.ts'
import { type FigureData, relationsOf } from '../../engine/analysis/relations.ts'
import { frozenRegister } from './brief.ts'

const NAMES: Readonly<Record<string, string>> = {
  association: 'The national farmers’ association',
  ministry: 'Ministry',
  end: 'The Union of Northern Fishing Towns',
  'trade-council': 'Trade council',
  coast: 'The people of the coast and their boats',
}

/** @param corners 2 to 4 */
export function withCorners(corners: number): Register {
  const base = frozenRegister()
  const ids = Object.keys(NAMES).slice(0, corners)
  const pairs = corners === 2 ? [[ids[0]!, ids[1]!]] : ids.map((id, index) => [id, ids[(index + 1) % corners]!])
  const figure: FigureData = {
    corners: ids,
    middle: 'coast',
    sides: pairs.map((between) => ({ id: between.join('-'), between })),
    toMiddle: { id: 'to-coast' },
    whole: { id: 'whole' },
  }
  const relations = relationsOf(figure, (id) => NAMES[id]!)
  const claims = base.claims.slice(0, 22).map((claim, index) => {
    const { id, kind } = relations[index % relations.length]!
    return { ...claim, relation: id, from: kind === 'to-middle' ? ids[index % corners] : undefined }
  })
  return {
    ...base,
    figure,
    claims,
    actors: Object.entries(NAMES).map(([id, name]) => ({ ...base.actors[0]!, id, name })),
    relations: relations.map(({ id, ...rest }, index): RelationSupport => {
      const own = claims.filter(({ relation }) => relation === id).map((claim) => claim.id)
      const like = base.relations[index % 3]!
      return { ...like, record: rest.kind === 'side' ? like.record : null, relation: id, ...rest, claims: own, authorClaims: own }
    }),
  }
}
