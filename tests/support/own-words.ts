/** Where the deck's own words stand: Markdown, notes, components, lists of words, YAML. Quotes are left out. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { parse as parseComponent } from 'vue/compiler-sfc'
import { isMap, isPair, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import { projectFolder } from './deck-folder.ts'
import { loadSlides, withoutCode } from './slides.ts'
import type { Unit } from './wording.ts'

/** Fields of the YAML that hold somebody else's words, a name, an address or a key. */
const NOT_OURS = new Set([
  'quote',
  'theirs',
  'label',
  'articleNames',
  'title',
  'titleTranslation',
  'originator',
  'publisher',
  'translation',
  'cues',
  'words',
  'marker',
  'publicName',
  'url',
  'was',
])

const read = (file: string) => readFileSync(join(projectFolder, file), 'utf8')
const filesIn = (folder: string, ending: string) =>
  readdirSync(join(projectFolder, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)

/** Frontmatter and component attributes are keys; what a reader sees is left. */
const readable = (markdown: string) => markdown.replace(/<[A-Za-z/][^<>]*>/g, (tag) => tag.replace(/[^\n]/g, ' '))

export async function slideUnits(brief = projectFolder): Promise<Unit[]> {
  return (await loadSlides(brief)).flatMap(({ file, line, content, note }) => [
    { file, line, text: readable(withoutCode(content)) },
    { file: `${file}, notes of the slide`, line, text: note },
  ])
}

/** Each scalar, on the line where it begins. */
export const yamlUnits = (claims = 'claims'): Unit[] =>
  filesIn(claims, '.yaml')
    .filter((file) => file !== `${claims}/fingerprint.yaml`)
    .flatMap((file) => wordsOfYaml(file, read(file)))

export function wordsOfYaml(file: string, source: string): Unit[] {
  const lines = new LineCounter()
  const units: Unit[] = []
  visit(parseDocument(source, { lineCounter: lines }), {
    Pair: (_, { key }) => (isScalar(key) && NOT_OURS.has(String(key.value)) ? visit.SKIP : undefined),
    Scalar: (key, scalar, path) => {
      const parent = path.at(-1)
      if (key === 'key' && isPair(parent)) return
      if (typeof scalar.value === 'string' && scalar.range && !isMap(scalar))
        units.push({ file, line: lines.linePos(scalar.range[0]).line, text: scalar.value })
    },
  })
  return units
}

/** Strings of TypeScript: what could reach a slide. Names of modules are left out. */
export function wordsOfScript(file: string, source: string, firstLine = 1): Unit[] {
  const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true)
  const units: Unit[] = []
  const look = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node))
      units.push({ file, line: firstLine + parsed.getLineAndCharacterOfPosition(node.getStart()).line, text: node.text })
    ts.forEachChild(node, look)
  }
  look(parsed)
  return units
}

interface TemplateNode {
  readonly type: number
  readonly content?: string | { readonly content: string }
  readonly children?: readonly TemplateNode[]
  readonly props?: readonly {
    readonly type: number
    readonly name: string
    readonly value?: { readonly content: string }
    readonly exp?: { readonly content: string }
  }[]
  readonly loc: { readonly start: { readonly line: number } }
}
const TEXT = 2
const INTERPOLATION = 5
const ATTRIBUTE = 6
const KEYS = new Set(['class', 'id', 'style', 'lang', 'dir', 'rel', 'target', 'scope', 'role'])

/** Text, attributes and the strings in bindings of a component's template, and the strings of its script. */
export function wordsOfComponent(file: string, source: string): Unit[] {
  const { descriptor } = parseComponent(source, { filename: file, ignoreEmpty: false })
  const units: Unit[] = []
  const strings = (code: string, line: number) => units.push(...wordsOfScript(file, `(${code})`, line))
  const look = (node: TemplateNode): void => {
    const { line } = node.loc.start
    if (node.type === TEXT && typeof node.content === 'string') units.push({ file, line, text: node.content })
    if (node.type === INTERPOLATION && typeof node.content === 'object') strings(node.content.content, line)
    for (const prop of node.props ?? []) {
      if (prop.type === ATTRIBUTE && prop.value && !KEYS.has(prop.name)) units.push({ file, line, text: prop.value.content })
      else if (prop.exp && prop.name !== 'for' && prop.name !== 'slot') strings(prop.exp.content, line)
    }
    for (const child of node.children ?? []) look(child)
  }
  if (descriptor.template?.ast) look(descriptor.template.ast as unknown as TemplateNode)
  for (const script of [descriptor.script, descriptor.scriptSetup])
    if (script) units.push(...wordsOfScript(file, script.content, script.loc.start.line))
  return units
}

export const componentUnits = (): Unit[] =>
  ['components', 'layouts'].flatMap((folder) => filesIn(folder, '.vue')).flatMap((file) => wordsOfComponent(file, read(file)))
export const vocabularyUnits = (): Unit[] =>
  [
    'engine/register/vocabulary.ts',
    'engine/register/numbers.ts',
    'engine/analysis/interpretations.ts',
    'engine/analysis/withdrawal.ts',
    'engine/story/search.ts',
    'components/stage/shortcuts.ts',
    ...filesIn('engine/figures', '.ts'),
  ].flatMap((file) => wordsOfScript(file, read(file)))
