import type { SlidevPreparserExtension } from '@slidev/types'
import { folderOf, registerIn } from '../engine/brief.ts'
import { fillCounts } from '../engine/story/story.ts'

/**
 * Fills counts in presenter notes, written `{{ gradeable }}`, and tells `slidev export` where the browser is. Nothing here
 * throws, since Slidev would drop the chapter and go on; the brief's plugin reports what is wrong.
 *
 * @param findBrowser given where a browser is needed
 */
export async function beforeParsing(
  file: string,
  findBrowser?: () => Promise<{ readonly path: string }>,
): Promise<SlidevPreparserExtension[]> {
  const folder = folderOf(file)
  const register = folder === null ? null : registerIn(folder).register
  if (!register) return []
  const browser = await findBrowser?.()
  return [
    {
      name: 'claim-by-claim',
      // A path given on the command line wins over this.
      transformSlide: async (_, frontmatter: Record<string, unknown>) => {
        if (browser) frontmatter['export'] = { executablePath: browser.path, ...(frontmatter['export'] as object | undefined) }
        return undefined
      },
      transformNote: async (note) => (note === undefined ? undefined : fillCounts(register, note)),
    },
  ]
}
