import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { FigureSpec } from '../../engine/figures/spec.ts'
import { writeFileAtomic } from '../atomic-write.ts'

export const figureFolder = (brief: string): string => join(brief, 'public/diagrams')
/** As a person would type it. */
export const figurePath = (name: string): string => `public/diagrams/${name}.svg`
const fileOf = (folder: string, name: string) => join(folder, `${name}.svg`)

const { version: mermaidVersion } = createRequire(import.meta.url)('mermaid/package.json') as { version: string }
/** Our way of drawing, without comments: a change of it makes every picture stale. */
const way = ['layout.ts', 'long-names.ts', 'shapes.ts', 'labels.ts', 'figure.ts']
  .map((file) => `../../engine/figures/${file}`)
  .concat('draw.ts')
  .map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'))
  .map((code) => code.replaceAll(/^import .*$|^ *\/\*\*[\s\S]*?\*\/|^ *\/\/.*$/gm, '').replaceAll(/\s+/g, ' '))
  .join('')

export const sourceHash = (spec: FigureSpec): string =>
  createHash('sha256')
    .update(JSON.stringify([way, mermaidVersion, spec]))
    .digest('hex')
    .slice(0, 16)

/** The hash that a picture carries; undefined where it is none of ours. */
export const hashIn = (svg: string): string | undefined => /<svg [^>]*\bdata-source="([0-9a-f]+)"/.exec(svg)?.[1]

export function readFigure(name: string, folder: string): string | undefined {
  const file = fileOf(folder, name)
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

export const staleFigures = (specs: readonly FigureSpec[], folder: string): { readonly name: string; readonly why: string }[] =>
  specs.flatMap((spec) => {
    const svg = readFigure(spec.name, folder)
    if (svg === undefined) return [{ name: spec.name, why: 'missing' }]
    return hashIn(svg) === sourceHash(spec) ? [] : [{ name: spec.name, why: 'drawn from something else' }]
  })

export const writeFigure = (name: string, svg: string, folder: string): void => writeFileAtomic(fileOf(folder, name), svg)

/** Removes pictures that no spec has. @returns their names */
export function removeOthers(specs: readonly FigureSpec[], folder: string): string[] {
  const files = existsSync(folder) ? readdirSync(folder) : []
  const pictures = files.filter((file) => file.endsWith('.svg')).map((file) => file.slice(0, -4))
  const others = pictures.filter((name) => !specs.some((spec) => spec.name === name))
  for (const name of others) rmSync(fileOf(folder, name))
  return others
}
