/** What to ask for, in order: computed from what would fall, and covering what carries a conclusion. */
import { describe, expect, it } from 'vitest'
import { loadRegisterFromDisk } from '../../claims/files.ts'
import { reachEveryConclusion, type Request, requestsByLoad, shortestList } from '../../claims/settling.ts'

const { register } = loadRegisterFromDisk()
if (!register) throw new Error('The register does not load: npm run verify')

const reached = ({ fall }: Request) => fall.conclusions.filter(({ fate }) => fate === 'withdrawn' || fate === 'all').map(({ id }) => id)
const touched = ({ fall }: Request) => fall.conclusions.filter(({ fate }) => fate === 'some').length

describe('requestsByLoad', () => {
  const requests = requestsByLoad(register)

  it('has everything one could ask for, once', () => {
    expect(requests.map(({ wanted }) => wanted.id).toSorted()).toEqual(register.wanted.map(({ id }) => id).toSorted())
  })

  it('puts first what more of the conclusions hangs on', () => {
    for (const [index, request] of requests.entries()) {
      const next = requests[index + 1]
      if (!next) continue
      expect(reached(request).length, request.wanted.id).toBeGreaterThanOrEqual(reached(next).length)
      if (reached(request).length === reached(next).length) expect(touched(request), request.wanted.id).toBeGreaterThanOrEqual(touched(next))
    }
  })

  it('changes its order with the argument: where nothing is argued, the order of the file stands', () => {
    const flat = { ...register, inferences: [], conclusions: [], claims: register.claims.map((claim) => ({ ...claim, loadBearing: false })) }
    expect(requestsByLoad(flat).map(({ wanted }) => wanted.id)).toEqual(register.wanted.map(({ id }) => id))
    expect(shortestList(flat)).toEqual([])
  })
})

describe('shortestList', () => {
  const list = shortestList(register)

  it('settles every claim that carries a conclusion, each in one place', () => {
    expect(list.flatMap(({ loadBearing }) => loadBearing).toSorted()).toEqual(register.claims.filter(({ loadBearing }) => loadBearing).map(({ id }) => id).toSorted())
  })

  it('has nothing that could be left out', () => {
    for (const { wanted, loadBearing } of list) expect(loadBearing.length, wanted.id).toBeGreaterThan(0)
  })
})

describe('reachEveryConclusion', () => {
  const list = shortestList(register)

  it('reaches every conclusion, and no request of it is idle', () => {
    const first = reachEveryConclusion(list)
    expect(new Set(first.flatMap(reached))).toEqual(new Set(register.conclusions))
    for (const left of first) expect(new Set(first.filter((request) => request !== left).flatMap(reached)).size).toBeLessThan(register.conclusions.length)
  })

  it('takes no fewer where fewer would do: no single request reaches all', () => {
    expect(list.some((request) => reached(request).length === register.conclusions.length)).toBe(reachEveryConclusion(list).length === 1)
  })

  it('of nothing is nothing', () => {
    expect(reachEveryConclusion([])).toEqual([])
  })
})
