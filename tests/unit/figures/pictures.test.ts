/** The pictures of public/diagrams: those of the register and the pages as they are, clean, and with all that their source says. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TRIANGLES } from '../../../engine/figures/triangle.ts'
import { hashIn, figureFolder, readFigure, removeOthers, sourceHash, staleFigures, writeFigure } from '../../../editions/figures/store.ts'
import { figureOf } from '../../../editions/figures/pictures.ts'
import { forEachCase } from '../../support/faults.ts'
import { type SvgElement, elementsOf, textOf } from '../../support/svg.ts'
import { squeezed } from '../../support/texts.ts'
import { frozenBrief, frozenFolder, frozenRegister } from '../../support/brief.ts'

const register = frozenRegister()
const { figures: specs } = await frozenBrief()

/** Mermaid's source, from the picture. */
const sourceIn = (svg: string) =>
  /<metadata>([\s\S]*?)<\/metadata>/.exec(svg)?.[1]?.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))

const picture = (name: string) => figureOf(readFigure(name, figureFolder(frozenFolder))!)
const partOf = (name: string, id: string) => [...elementsOf(picture(name).tree)].find(([, attributes]) => attributes['data-part'] === id)!

it('there is one for each drawing, and no other', () => {
  expect(readdirSync(figureFolder(frozenFolder)).toSorted()).toEqual(specs.map(({ name }) => `${name}.svg`).toSorted())
  expect(staleFigures(specs, figureFolder(frozenFolder))).toEqual([])
})

describe('each picture', () => {
  const svgOf = (name: string) => readFigure(name, figureFolder(frozenFolder)) ?? ''
  const pictures = specs.map((spec) => [spec.name, { spec, svg: svgOf(spec.name), ...picture(spec.name) }] as const)

  it('carries the hash of its source, and the source', () =>
    forEachCase(pictures, (_, { spec, svg }) => {
      expect(hashIn(svg)).toBe(sourceHash(spec))
      expect(sourceIn(svg)).toBe(spec.source)
    }))

  it('has a name and a description', () =>
    forEachCase(pictures, (_, { spec, title, description }) => {
      expect([title, description]).toEqual([spec.title, spec.description])
    }))

  it('is shapes and text: no HTML, no style, no script, no id that a second drawing could have too', () =>
    forEachCase(pictures, (_, { svg, tree }) => {
      const names = new Set([...elementsOf(tree)].map(([tag]) => tag))
      expect([...names].filter((tag) => !['svg', 'g', 'path', 'rect', 'circle', 'text', 'tspan'].includes(tag))).toEqual([])
      expect(svg).not.toMatch(/foreignObject|<style|<script|\sid=|\sstyle=|url\(|\son\w+=|<image|href/i)
    }))

  it('has no colour of its own: ink, nothing, or the paper under a label', () =>
    forEachCase(pictures, (_, { tree }) => {
      for (const [, attributes] of elementsOf(tree)) {
        expect(['none', 'currentColor', '#fff', undefined]).toContain(attributes['fill'])
        if (attributes['fill'] === '#fff') expect(attributes['class']).toBe('ground')
        expect(['none', 'currentColor', undefined]).toContain(attributes['stroke'])
      }
    }))

  it('says all that its source says', () =>
    forEachCase(pictures, (_, { spec, tree }) => {
      const text = squeezed(textOf(tree))
      const decode = (words: string) => words.replace(/#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
      const labels = spec.source.startsWith('gantt')
        ? [...spec.source.matchAll(/^ {2}(.+?) :t\d+,/gm)].map(([, label]) => label!)
        : [...spec.source.matchAll(/(\w+)?[ ([]+"([^"]*)"/g)]
            .filter(([, id]) => spec.parts[id ?? '']?.kind !== 'strut')
            .map(([, , label]) => label!)
      expect(labels.length).toBeGreaterThan(2)
      // A circle of a grade is drawn, not written.
      for (const label of labels) expect(text).toContain(squeezed(decode(label.replaceAll('<br/>', ' ')).replace(/^[○◔◑◕●–] /, '')))
    }))

  it('has every part of its source, to be named and chosen', () =>
    forEachCase(pictures, (_, { spec, tree }) => {
      const drawn = new Set([...elementsOf(tree)].flatMap(([, attributes]) => attributes['data-part'] ?? []))
      const parts = new Set(
        Object.values(spec.parts)
          .filter(({ kind }) => kind !== 'strut')
          .map(({ id }) => id),
      )
      expect([...drawn].toSorted()).toEqual([...parts].toSorted())
    }))

  it('has text of 14 px and more, and room on a slide', () =>
    forEachCase(pictures, (_, { spec, tree }) => {
      const root = [...elementsOf(tree)][0]![1]
      expect(Number(root['font-size'])).toBeGreaterThanOrEqual(14)
      const [, , width, height] = root['viewBox']!.split(' ').map(Number)
      expect(width).toBeLessThanOrEqual(spec.room.width)
      expect(height).toBeLessThanOrEqual(spec.room.height)
    }))
})

it('the timeline has every bar whole: no label over it', () => {
  const elements = [...elementsOf(picture('timeline').tree)]
  const box = ([, { x, y, width, height }]: SvgElement) => ({
    x: Number(x),
    y: Number(y),
    right: Number(x) + Number(width),
    bottom: Number(y) + Number(height),
  })
  const bars = elements.filter(([, attributes]) => attributes['class']?.split(' ')[0] === 'box').map(box)
  expect(bars.length).toBeGreaterThan(10)
  for (const bar of bars) expect(bar.right - bar.x).toBeGreaterThanOrEqual(5)
  for (const ground of elements.filter(([, attributes]) => attributes['class'] === 'ground').map(box))
    expect(
      bars.filter(
        (bar) =>
          Math.min(bar.right, ground.right) - Math.max(bar.x, ground.x) > 0 &&
          Math.min(bar.bottom, ground.bottom) - Math.max(bar.y, ground.y) > 2,
      ),
    ).toEqual([])
})

describe('the triangles', () => {
  const box = (name: string, id: string) => {
    const [, { x, y, width, height }] = [...elementsOf(partOf(name, id))].find(
      ([tag, attributes]) => tag === 'rect' && attributes['class'] === 'box',
    )!
    return { x: Number(x) + Number(width) / 2, y: Number(y) + Number(height) / 2 }
  }
  const ids = ['taliban', 'iskp', 'ttp', 'pakistan']
  const sides = register.relations.filter(({ kind }) => kind === 'side')

  it('keep their corners in one place', () => {
    for (const view of TRIANGLES)
      for (const id of ids) expect(box(`triangle-${view}`, id), `${id}, ${view}`).toEqual(box('triangle-drawn', id))
  })

  it('are triangles: no corner near the line of the others, Pakistan inside', () => {
    const [a, b, c, p] = ids.map((id) => box('triangle-drawn', id)) as [
      ReturnType<typeof box>,
      ReturnType<typeof box>,
      ReturnType<typeof box>,
      ReturnType<typeof box>,
    ]
    type Point = typeof a
    const twice = (x: Point, y: Point, z: Point) => (y.x - x.x) * (z.y - x.y) - (z.x - x.x) * (y.y - x.y)
    const longest = Math.max(
      ...[
        [a, b],
        [b, c],
        [c, a],
      ].map(([x, y]) => Math.hypot(x!.x - y!.x, x!.y - y!.y)),
    )
    // The height over the longest side, as a share of that side.
    expect(Math.abs(twice(a, b, c)) / longest ** 2).toBeGreaterThan(0.45)
    expect(new Set([twice(a, b, p), twice(b, c, p), twice(c, a, p)].map(Math.sign)).size).toBe(1)
  })

  it('join the corners they are said to join', () => {
    for (const view of TRIANGLES) {
      for (const side of sides) {
        const line = [...elementsOf(partOf(`triangle-${view}`, side.relation))].find(([, attributes]) => attributes['class'] === 'line')!
        const [x1, y1, x2, y2] = line[1]['d']!.match(/-?[\d.]+/g)!.map(Number) as [number, number, number, number]
        for (const [end, [x, y]] of [
          [side.ends[0]!, [x1, y1]],
          [side.ends[1]!, [x2, y2]],
        ] as const) {
          const corner = box(`triangle-${view}`, end)
          expect(Math.hypot(corner.x - x, corner.y - y), `${side.name} at ${end}`).toBeLessThan(50)
        }
      }
    }
  })

  it('give each grade its own pattern, and the record none', () => {
    const patternOf = (view: string, side: string) => {
      const [, attributes] = [...elementsOf(partOf(`triangle-${view}`, side))].find(([, { class: name }]) => name === 'line')!
      return `${attributes['stroke-width']} ${attributes['stroke-dasharray'] ?? 'solid'}`
    }
    const grades = sides.map(({ bestGrade }) => bestGrade)
    expect(new Set(sides.map(({ relation }) => patternOf('sourced', relation))).size).toBe(new Set(grades).size)
    expect(sides.map(({ relation }) => patternOf('record', relation))).toEqual(sides.map(() => patternOf('drawn', sides[0]!.relation)))
  })
})

describe('the store', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pictures-'))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true })
  })
  const [one, other] = specs as [(typeof specs)[number], (typeof specs)[number]]

  it('knows a picture that is missing, and one of another source', () => {
    writeFigure(one.name, readFigure(one.name, figureFolder(frozenFolder))!, folder)
    expect(staleFigures([one, other], folder)).toEqual([{ name: other.name, why: 'missing' }])
    expect(staleFigures([{ ...one, source: `${one.source}\n` }], folder)).toEqual([{ name: one.name, why: 'drawn from something else' }])
    expect(staleFigures([{ ...one, parts: {} }], folder)).toHaveLength(1)
    writeFileSync(join(folder, `${one.name}.svg`), '<svg>')
    expect(staleFigures([one], folder)).toEqual([{ name: one.name, why: 'drawn from something else' }])
  })

  it('writes whole files only, and takes away what nothing draws any more', () => {
    writeFigure(one.name, 'a', folder)
    writeFigure('old', 'b', folder)
    writeFileSync(join(folder, 'note.txt'), 'not ours')
    expect(removeOthers([one], folder)).toEqual(['old'])
    expect(readdirSync(folder).toSorted()).toEqual([`${one.name}.svg`, 'note.txt'])
    expect(removeOthers([one], join(folder, 'nowhere'))).toEqual([])
  })
})
