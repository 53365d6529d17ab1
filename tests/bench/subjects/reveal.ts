/** A deck of reveal.js, written by hand as its users do. */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { temporaryFolder } from '../../support/deck.ts'
import { copyMermaid, peerFolder, peerSlides, peerVersion } from './peers.ts'
import { triangleSlide } from './slides.ts'
import type { Subject } from './subject.ts'

const FILES = ['reset.css', 'reveal.css', 'theme/white.css', 'reveal.mjs', 'plugin/notes.mjs']

export async function reveal(): Promise<Subject> {
  const { folder, remove } = temporaryFolder('bench-reveal')
  for (const file of FILES) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    copyFileSync(join(peerFolder('reveal.js'), 'dist', file), join(folder, file))
  }
  copyMermaid(folder)
  const slides = (await peerSlides()).map(
    ({ heading, body, script }) => `<section><h1>${heading}</h1>${body}<aside class="notes">${script}</aside></section>`,
  )
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Claim by Claim</title>
<link rel="stylesheet" href="reset.css">
<link rel="stylesheet" href="reveal.css">
<link rel="stylesheet" href="theme/white.css">
</head>
<body>
<div class="reveal"><div class="slides">
${slides.join('\n')}
</div></div>
<script type="module">
import Reveal from './reveal.mjs'
import RevealNotes from './plugin/notes.mjs'
import mermaid from './mermaid/mermaid.esm.min.mjs'
mermaid.initialize({ startOnLoad: false })
await Reveal.initialize({ hash: true, transition: 'none', plugins: [RevealNotes] })
await mermaid.run()
</script>
</body>
</html>
`,
  )
  return {
    name: `reveal.js ${peerVersion('reveal.js')}`,
    what: 'as many slides with the same headings and scripts, the same triangle by Mermaid in the browser',
    folder,
    first: '',
    triangle: `#/${(await triangleSlide()) - 1}`,
    remove,
  }
}
