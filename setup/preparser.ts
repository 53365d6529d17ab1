/**
 * Two things the Markdown needs before Slidev reads it: counts in presenter notes, written `{{ gradeable }}`, are
 * filled in from the register; and an id in a slide that the register does not hold stops the build, with its slide.
 */
import { definePreparserSetup } from '@slidev/types'
import { formatDiagnostics } from '../claims/diagnostics.ts'
import { loadRegisterFromDisk } from '../claims/files.ts'
import { fillCounts, unknownIds } from '../claims/story.ts'

export default definePreparserSetup(() => {
  const { register, diagnostics } = loadRegisterFromDisk()
  // The Vite plugin reports the faults; here there is only nothing to fill in.
  if (!register) {
    console.error(formatDiagnostics(diagnostics))
    return []
  }
  return [
    {
      name: 'claim-by-claim',
      transformSlide: async (content, frontmatter) => {
        const unknown = unknownIds(register, content, frontmatter)
        if (unknown.length > 0)
          throw new Error(`Slide “${/^# (.*)$/m.exec(content)?.[1] ?? 'without a heading'}” names ${unknown.join(', ')}, which the register does not hold.`)
        return undefined
      },
      transformNote: async (note) => (note === undefined ? undefined : fillCounts(register, note)),
    },
  ]
})
