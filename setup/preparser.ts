/**
 * What the Markdown needs before Slidev reads it:
 * - counts in presenter notes, written `{{ gradeable }}`, are filled in from the register;
 * - an id in a slide that the register does not hold stops the build, with its slide;
 * - `slidev export` is told where the browser is, since the project installs none with its packages.
 */
import { definePreparserSetup } from '@slidev/types'
import { formatDiagnostics } from '../claims/diagnostics.ts'
import { loadRegisterFromDisk } from '../claims/files.ts'
import { fillCounts, unknownIds } from '../claims/story.ts'
import { getBrowser } from '../editions/browser.ts'

export default definePreparserSetup(async ({ mode }) => {
  const { register, diagnostics } = loadRegisterFromDisk()
  // The Vite plugin reports the faults; here there is only nothing to fill in.
  if (!register) {
    console.error(formatDiagnostics(diagnostics))
    return []
  }
  const browser = mode === 'export' ? await getBrowser() : undefined
  return [
    {
      name: 'claim-by-claim',
      transformSlide: async (content, frontmatter: Record<string, unknown>) => {
        const unknown = unknownIds(register, content, frontmatter)
        if (unknown.length > 0)
          throw new Error(`Slide “${/^# (.*)$/m.exec(content)?.[1] ?? 'without a heading'}” names ${unknown.join(', ')}, which the register does not hold.`)
        // Slidev reads its settings from the first slide's frontmatter; a path given on the command line wins over this.
        if (browser) frontmatter['export'] = { executablePath: browser.path, ...(frontmatter['export'] as object | undefined) }
        return undefined
      },
      transformNote: async (note) => (note === undefined ? undefined : fillCounts(register, note)),
    },
  ]
})
