import { fileURLToPath } from 'node:url'
import { normalizePath, type Plugin, type ResolvedConfig, type Rollup } from 'vite'

export type Part = readonly [written: string | RegExp, instead: string | ((...found: string[]) => string)]

/** A path with slashes and without a query. */
export const pathOf = (id: string): string => id.replaceAll('\\', '/').replace(/\?.*$/, '')

/**
 * @param module what the code is, and `knownBy` the file that says how Slidev has it; both for the message
 * @throws Error where a part is not there exactly once: a new version of Slidev must not go on unpatched
 *
 * @example rewrite('a + 1', [['+ 1', '+ step']], 'composables/useNav.ts', 'slidev/patches/x.ts') // 'a + step'
 */
export const rewrite = (code: string, parts: readonly Part[], module: string, knownBy: string): string =>
  parts.reduce((text, [written, instead]) => {
    const pattern = typeof written === 'string' ? RegExp.escape(written) : written.source
    const count = [...text.matchAll(new RegExp(pattern, 'gm'))].length
    if (count !== 1) {
      const found = `“${String(written)}” occurs ${count} times in ${module}, not once`
      throw new Error(`Slidev is written in another way than ${knownBy} knows: ${found}. Write it there as Slidev has it now.`)
    }
    return text.replace(new RegExp(pattern, 'm'), typeof instead === 'string' ? () => instead : instead)
  }, code)

/** A module of Slidev's client, changed by the patch whose file has the name. */
export interface Rewriting {
  readonly name: string
  /** Such as `composables/useNav.ts`. */
  readonly module: string
  readonly parts: readonly Part[]
  /** An import of what the parts use. */
  readonly head?: string
}

export const rewritten = (code: string, { name, module, parts, head = '' }: Rewriting): string =>
  head + rewrite(code, parts, module, `slidev/patches/${name}.ts`)

export const rewriting = (patch: Rewriting): Plugin => ({
  name: `claim-by-claim:${patch.name}`,
  enforce: 'pre',
  transform: {
    // The dev server names a package's module with its version behind it.
    filter: { id: new RegExp(`/@slidev/client/${RegExp.escape(patch.module)}(?:\\?v=\\w+)?$`) },
    handler: (code) => ({ code: rewritten(code, patch), map: null }),
  },
})

/** An import of our own file, from a module of Slidev. */
export const importOf = (names: string, url: URL): string =>
  `import { ${names} } from ${JSON.stringify(normalizePath(fileURLToPath(url)))}\n`

/** Of the build and of each environment, to be changed in place. */
export const outputsOf = ({ build, environments }: ResolvedConfig): Rollup.OutputOptions[] =>
  [{ build }, ...Object.values(environments)].flatMap((each) => each.build.rolldownOptions.output ?? [])
