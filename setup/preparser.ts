/**
 * What Slidev is told before it reads the Markdown:
 * - counts in presenter notes, written `{{ gradeable }}`, are filled in from the register;
 * - `slidev export` learns where the browser is, since the project installs none with its packages.
 *
 * Nothing here throws: Slidev would drop the chapter and go on. Faults are for the brief's plugin to tell.
 */
import { definePreparserSetup } from '@slidev/types'
import { getBrowser } from '../editions/browser/browser.ts'
import { folderOf, registerIn } from '../engine/brief.ts'
import { fillCounts } from '../engine/story/story.ts'

export default definePreparserSetup(async ({ filepath, mode }) => {
  const folder = folderOf(filepath)
  const register = folder === null ? null : registerIn(folder).register
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
