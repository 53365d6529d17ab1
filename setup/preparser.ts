/**
 * What Slidev is told before it reads the Markdown:
 * - counts in presenter notes, written `{{ gradeable }}`, are filled in from the register;
 * - `slidev export` learns where the browser is, since the project installs none with its packages.
 *
 * Nothing here throws: Slidev would drop the chapter and go on. Faults are the plugins' to tell.
 */
import { definePreparserSetup } from '@slidev/types'
import { loadRegisterFromDisk } from '../engine/files.ts'
import { fillCounts } from '../engine/story/story.ts'
import { getBrowser } from '../editions/browser/browser.ts'

export default definePreparserSetup(async ({ mode }) => {
  const { register } = loadRegisterFromDisk()
  if (!register) return []
  const browser = mode === 'export' ? await getBrowser() : undefined
  return [
    {
      name: 'claim-by-claim',
      // Slidev reads its settings from the first slide's frontmatter; a path given on the command line wins over this.
      transformSlide: async (_, frontmatter: Record<string, unknown>) => {
        if (browser) frontmatter['export'] = { executablePath: browser.path, ...(frontmatter['export'] as object | undefined) }
        return undefined
      },
      transformNote: async (note) => (note === undefined ? undefined : fillCounts(register, note)),
    },
  ]
})
