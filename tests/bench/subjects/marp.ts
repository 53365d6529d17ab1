/** A Marp deck, made by its command. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { getBrowser } from '../../../editions/browser/browser.ts'
import { temporaryFolder } from '../../support/deck.ts'
import { run } from './commands.ts'
import { copyMermaid, peerFolder, peerSlides, peerVersion } from './peers.ts'
import { triangleSlide } from './slides.ts'
import type { Subject } from './subject.ts'

const SCRIPT = `<script type="module">
import mermaid from './mermaid/mermaid.esm.min.mjs'
mermaid.initialize({ startOnLoad: false })
await mermaid.run()
</script>`

export async function marp(): Promise<Subject> {
  const { folder, remove } = temporaryFolder('bench-marp')
  const program = join(peerFolder('@marp-team/marp-cli'), 'marp-cli.js')
  const source = join(folder, 'slides.md')
  const slides = (await peerSlides()).map(({ heading, body, script }) => `# ${heading}\n\n${body}\n\n<!--\n${script}\n-->`)
  writeFileSync(source, `---\nmarp: true\nlang: en\ntitle: Claim by Claim\n---\n\n${slides.join('\n\n---\n\n')}\n\n${SCRIPT}\n`)
  copyMermaid(folder)
  return {
    name: `Marp ${peerVersion('@marp-team/marp-cli')}`,
    what: 'as many slides with the same headings and scripts, the same triangle by Mermaid in the browser',
    folder,
    first: '',
    triangle: `#${await triangleSlide()}`,
    build: () => run([source, '--html', '--output', join(folder, 'index.html')], { program, cwd: folder }),
    pdf: async () =>
      run([source, '--html', '--pdf', '--allow-local-files', '--output', join(folder, 'slides.pdf')], {
        program,
        cwd: folder,
        env: { CHROME_PATH: (await getBrowser()).path, CHROME_NO_SANDBOX: '1' },
      }),
    remove,
  }
}
