/**
 * A brief in a folder of its own has the project as its Slidev addon. Slidev would hand out the addon's `public/` with
 * every deck, under `theme/`: pictures of the project's own brief. Here it does not. A build stops where Slidev no longer
 * copies them as is known here.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** The plugins that copy for a build and for a server, and what of each does it. */
const COPIES = [
  ['vite-plugin-static-copy:build', ['writeBundle']],
  ['vite-plugin-static-copy:serve', ['buildStart', 'configureServer', 'closeBundle']],
] as const

/** @throws Error where one of them is not there, or does not copy by that hook */
export function keepAddonPublic(plugins: readonly Plugin[], command: 'build' | 'serve'): void {
  const [name, hooks] = COPIES.find(([each]) => each.endsWith(command))!
  const found = plugins.filter((plugin) => plugin.name === name)
  if (found.length !== 1 || hooks.some((hook) => found[0]![hook] === undefined))
    throw new Error(`Slidev copies the files of an addon in another way than slidev/patches/addon-public.ts knows: ${found.length} plugins “${name}” with ${hooks.join(', ')}, not one. Write it there as Slidev has it now.`)
  for (const hook of hooks) delete found[0]![hook]
}

/** @param addons folders of the addons */
export function addonPublicPlugin(addons: readonly string[]): Plugin {
  return {
    name: 'claim-by-claim:addon-public',
    configResolved({ plugins, command }) {
      if (addons.some((addon) => existsSync(join(addon, 'public')))) keepAddonPublic(plugins, command)
    },
  }
}
