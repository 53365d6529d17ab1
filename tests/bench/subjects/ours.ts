/** The deck as it is. */
import { join } from 'node:path'
import { projectFolder, temporaryFolder } from '../../support/deck.ts'
import { run } from './commands.ts'
import { triangleSlide } from './slides.ts'
import type { Subject } from './subject.ts'

export async function ours(): Promise<Subject> {
  const { folder, remove } = temporaryFolder('bench-ours')
  return {
    name: 'this deck',
    what: 'as `npm run build` makes it, with its reading page and data',
    folder,
    first: '1',
    triangle: String(await triangleSlide()),
    reading: 'read/',
    build: () => run(['build', '--out', folder]),
    pdf: () => run(['export', '--output', join(folder, 'briefing.pdf')], { program: join(projectFolder, 'cli/main.ts') }),
    remove,
  }
}
