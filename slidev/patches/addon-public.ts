/** A brief in a folder has the project as its Slidev addon, and is handed out without the project's own `public/`. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const COPIES = [
  ['vite-plugin-static-copy:build', ['writeBundle']],
  ['vite-plugin-static-copy:serve', ['buildStart', 'configureServer', 'closeBundle']],
] as const

export function keepAddonPublic(plugins: readonly Plugin[], command: 'build' | 'serve'): void {
  const [name, hooks] = COPIES.find(([each]) => each.endsWith(command))!
  const [plugin, ...more] = plugins.filter((each) => each.name === name)
  if (!plugin || more.length > 0 || hooks.some((hook) => plugin[hook] === undefined)) {
    const known = `by one plugin “${name}” with ${hooks.join(', ')}`
    throw new Error(`Slidev copies the files of an addon in another way than slidev/patches/addon-public.ts knows: ${known}.`)
  }
  for (const hook of hooks) delete plugin[hook]
}

export const addonPublicPlugin = (addons: readonly string[]): Plugin => ({
  name: 'claim-by-claim:addon-public',
  configResolved({ plugins, command }) {
    if (addons.some((addon) => existsSync(join(addon, 'public')))) keepAddonPublic(plugins, command)
  },
})
