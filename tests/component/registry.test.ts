/** The registry says of each component what the component does. */
import { register } from 'virtual:brief/register'
import { expect, it } from 'vitest'
import type { Component } from 'vue'
import { type ComponentName, COMPONENTS } from '../../components/registry.ts'
import type { AttributeKind, ComponentSpec } from '../../engine/story/component.ts'
import { componentsIn } from '../../engine/story/uses.ts'
import { onSlide } from '../support/mount.ts'
import { components } from '../support/usages.ts'

const pages = Object.values(
  import.meta.glob<string>('../fixtures/frozen/{slides.md,pages/*.md}', { query: '?raw', import: 'default', eager: true }),
)
const byName = new Map<string, Component>(components)
const NUMBERS: readonly AttributeKind[] = ['number']
const specs: Readonly<Record<string, ComponentSpec>> = COMPONENTS
/** Every use on a slide of the frozen brief, once. */
const uses = [
  ...new Map(
    pages
      .flatMap((text) => componentsIn(text.replace(/<!--[\s\S]*?-->/g, '').replace(/^(`{3,})[\s\S]*?^\1\s*$/gm, '')))
      .map((use) => [JSON.stringify(use), use]),
  ).values(),
]

const props = (name: string, attributes: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => {
      const prop = key.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
      return [prop, NUMBERS.includes(specs[name]!.attributes[prop]!) ? Number(value) : value]
    }),
  )

it('names only components that are there', () => {
  expect(Object.keys(COMPONENTS).filter((name) => !byName.has(name))).toEqual([])
  expect(uses.length).toBeGreaterThan(30)
})

it('is asked about components that are used somewhere', () => {
  const used = new Set(uses.map(({ name }) => name))
  // Made from a fence that a person writes; the rest is on some slide.
  expect((Object.keys(COMPONENTS) as ComponentName[]).filter((name) => !used.has(name) && name !== 'PageFigure')).toEqual([])
})

it('has as many clicks of each use as the component takes', () => {
  const wrong = uses.flatMap(({ name, attributes }) => {
    const { clicks, wrapper } = onSlide(byName.get(name)!, props(name, attributes))
    const [taken, said] = [clicks.total, specs[name]!.clicks?.(register, attributes) ?? 0]
    wrapper.unmount()
    return taken === said ? [] : [`<${name} ${JSON.stringify(attributes)}> takes ${taken} clicks; the registry says ${said}`]
  })
  expect(wrong).toEqual([])
})
