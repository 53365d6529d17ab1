/** The page's style sheet takes colours, typefaces and tables from styles/, and says so when it cannot. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { FONTS, pageStyles, pageTokens } from '../../../editions/page/styles.ts'

const tokens = readFileSync(new URL('../../../styles/tokens.css', import.meta.url), 'utf8')
const coloursIn = (css: string) => [...css.matchAll(/--(?:paper|wash|ink|quiet|rule|accent): #\w+/g)].map(([declaration]) => declaration)

it('light and dark are those of the slides, dark by the reader’s system', () => {
  const css = pageTokens(tokens)
  expect(css).not.toContain('html.dark')
  const [light, dark] = css.split('@media (prefers-color-scheme: dark) {\n:root {')
  expect(coloursIn(light!)).toHaveLength(6)
  expect(coloursIn(dark!)).toHaveLength(6)
  expect([...coloursIn(light!), ...coloursIn(dark!)]).toEqual(coloursIn(tokens))
})

it.each([
  ['no dark block', tokens.replace('html.dark {', '.dark {'), 'found it 0 times'],
  ['two dark blocks', `${tokens}\nhtml.dark .x { color: red }`, 'found it 2 times'],
])('%s stops the build and names the file', (_, css, found) => {
  expect(() => pageTokens(css)).toThrow(new RegExp(`^styles/tokens\\.css: .*${found}`))
})

it('a typeface that is named is also copied, and only from beside the page', () => {
  const named = [...pageStyles().matchAll(/url\('([^']+)'\)/g)].map(([, address]) => address)
  expect(named).toEqual(FONTS.map((font) => `fonts/${font.split('/').at(-1)}`))
})
