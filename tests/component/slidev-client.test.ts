/** That what `slidev-env.d.ts` declares and the stand-in gives is what the installed Slidev has. */
import { readFileSync } from 'node:fs'
import { register } from 'virtual:brief/register'
import { expect, expectTypeOf, it } from 'vitest'
import type { Register } from '../../engine/analysis/register.ts'
import * as standIn from '../support/slidev-client.ts'

const ours = Object.keys(standIn).filter((name) => name !== 'slideKey' && name !== 'deck')
const source = (path: string) => readFileSync(`node_modules/@slidev/client/${path}`, 'utf8')

it('Slidev exports every name that is declared', () => {
  const declared = /declare module '@slidev\/client' \{(.*?)^\}/ms.exec(readFileSync('slidev-env.d.ts', 'utf8'))![1]!
  expect([...declared.matchAll(/export (?:function|const) (\w+)/g)].map(([, name]) => name).sort()).toEqual([...ours].sort())
  const exported = [...source('index.ts').matchAll(/export \{([^}]*)\}/g)].flatMap(([, names]) =>
    names!.split(',').map((name) => name.trim()),
  )
  expect(exported).toEqual(expect.arrayContaining(ours))
})

it('a slide’s context has every field that is declared', () => {
  const returned = /return \{(.*?)\}/s.exec(source('context.ts'))![1]!
  for (const field of ['$clicksContext', '$clicks', '$page', '$renderContext', '$frontmatter'])
    expect(returned).toMatch(new RegExp(`^\\s+\\${field},$`, 'm'))
  expect(source('context.ts')).toContain('const $clicksContext = injectLocal(injectionClicksContext)!.value')
})

it('the register is typed: a slip in slidev-env.d.ts would make it `any` without a word', () => {
  expectTypeOf(register).not.toBeAny()
  expectTypeOf(register).toEqualTypeOf<Register>()
})
