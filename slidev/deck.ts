/** What this project has to tell a brief with: its layouts, and the components that a slide may name. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { COMPONENTS } from '../components/registry.ts'
import type { Deck } from '../engine/brief.ts'

export const projectFolder: string = fileURLToPath(new URL('..', import.meta.url))

/** Paths of a folder's components, by name, without the forms for the page. */
const vueIn = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(join(projectFolder, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.vue') && !name.endsWith('.page.vue'))
      .map((name) => [basename(name, '.vue'), join(projectFolder, folder, name)]),
  )

/** Text that a component's template has of its own: tags and what is filled in left out. */
const typedText = (template: string): string =>
  template
    .replace(/^<template>|<\/template>[\s\S]*$/g, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/\{\{[\s\S]*?\}\}/g, '…')
    .replace(/<\/?(?:b|i|strong|span|template|a|SlideLink)\b(?:"[^"]*"|[^<>"])*>/g, ' ')
    .replace(/<(?:"[^"]*"|[^<>"])*>/g, '\n\n')

/** The typed text of a component and of those within it, each once. */
function typedIn(name: string, files = vueIn('components'), seen = new Set<string>()): string[] {
  const path = files.get(name)
  if (seen.has(name) || path === undefined) return []
  seen.add(name)
  const source = readFileSync(path, 'utf8')
  const template = source.slice(source.indexOf('<template>'))
  return [typedText(template), ...[...template.matchAll(/<([A-Z]\w*)/g)].flatMap(([, inner]) => typedIn(inner!, files, seen))]
}

export const deck: Deck = {
  components: COMPONENTS,
  layouts: [...vueIn('layouts').keys()],
  typedIn: (name) => typedIn(name),
}
