/** That slidev/patches/scripts-plugin.ts knows how the installed Slidev writes the data of a slide. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { scriptsPlugin, withScriptLater } from '../../slidev/patches/scripts-plugin.ts'
import { projectFolder } from '../support/deck-folder.ts'

/** As Slidev 53 has it. */
const code = (data: object) => `export const meta = shallowReactive({
  get layout(){ return frontmatter.layout },
  slide: {
    ...(${JSON.stringify(data)}),
    frontmatter,
    no: 3,
  },
  __clicksContext: null,
})`

describe('the data of a slide', () => {
  const script = '<p>“$&” and $1, <span class="slidev-note-click-mark" data-clicks="1"></span>then) },</p>'
  const changed = withScriptLater(code({ title: 'A $& title', noteHTML: script, images: [] }), 3)

  it('is without its script, and asks for it', () => {
    expect(changed.script).toBe(script)
    expect(changed.code).not.toContain('slidev-note-click-mark')
    expect(changed.code).toContain(
      '...({"title":"A $& title","images":[]}),\n    get note() { return scriptTextOf(3) },\n    set note(_) {},\n    get noteHTML() { return scriptOf(3) },\n    frontmatter,',
    )
    expect(changed.code).toMatch(/^import \{ scriptOf, scriptTextOf \} from ".*\/slidev\/patches\/scripts\.ts"\n/)
  })

  it('stops a build where it is written in another way', () => {
    expect(() => withScriptLater('export const meta = {}', 3)).toThrow('another way')
    expect(() => withScriptLater(code({ title: 'no script' }), 3)).toThrow('another way')
  })
})

it('the installed Slidev writes it as above', () => {
  const folder = join(projectFolder, 'node_modules/@slidev/cli/dist')
  const written = readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .filter((text) => text.includes('__clicksContext: null'))
  expect(written).toHaveLength(1)
  expect(written[0]).toContain('`    ...(${JSON.stringify(slideBase)}),`')
  expect(written[0]).toContain('...withRenderedNote(slide)')
  expect(written[0]).toMatch(/regexSlideSourceId = \/__slidev_\(\\d\+\)\\\.\(md\|frontmatter\)\$\//)
})

it('a chunk gets all scripts in the order of the slides, and none found stops the build', () => {
  const hooks = scriptsPlugin() as unknown as {
    readonly configResolved: (config: { readonly command: 'build' }) => void
    readonly load: (id: string) => string
    readonly transform: { readonly handler: (code: string, id: string) => unknown }
    readonly renderChunk: (code: string) => { readonly code: string } | undefined
  }
  hooks.configResolved({ command: 'build' })
  const module = hooks.load('\0virtual:scripts')
  expect(() => hooks.renderChunk(module)).toThrow('No slide’s script')
  hooks.transform.handler(code({ noteHTML: 'second $& `' }), '/deck/slides.md__slidev_2.frontmatter')
  hooks.transform.handler(code({ noteHTML: 'first' }), '/deck/slides.md__slidev_1.frontmatter')
  expect(hooks.renderChunk(module)!.code).toBe(
    `export const scripts = JSON.parse(${JSON.stringify(JSON.stringify(['first', 'second $& `']))})`,
  )
  expect(hooks.renderChunk('export const other = 1')).toBeUndefined()
})
