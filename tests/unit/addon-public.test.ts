/** A brief in a folder is handed out without the pictures of the project's own. */
import type { Plugin } from 'vite'
import { describe, expect, it } from 'vitest'
import { keepAddonPublic } from '../../slidev/patches/addon-public.ts'

const nothing = () => undefined
const copying = (): Plugin[] => [
  { name: 'another', writeBundle: nothing },
  { name: 'vite-plugin-static-copy:build', writeBundle: nothing },
  { name: 'vite-plugin-static-copy:serve', buildStart: nothing, configureServer: nothing, closeBundle: nothing },
]

describe('what Slidev copies of an addon', () => {
  it.each(['build', 'serve'] as const)('is not copied in a %s, and nothing else is touched', (command) => {
    const plugins = copying()
    keepAddonPublic(plugins, command)
    expect(plugins.map(({ name, ...hooks }) => [name, Object.keys(hooks).length])).toEqual([
      ['another', 1],
      ['vite-plugin-static-copy:build', command === 'build' ? 0 : 1],
      ['vite-plugin-static-copy:serve', command === 'build' ? 3 : 0],
    ])
  })

  it.each([
    ['gone', []],
    ['there twice', [...copying(), ...copying()]],
    ['with another hook', [{ name: 'vite-plugin-static-copy:build', closeBundle: nothing }]],
  ])('stops the build where the plugin is %s', (_, plugins) => {
    expect(() => keepAddonPublic(plugins, 'build')).toThrow('in another way than slidev/patches/addon-public.ts knows')
  })
})
