/** Every drawing of the deck: those made from the register, and the Mermaid fences that a person writes in a page. */
import { load } from '@slidev/parser/fs'
import { dirname, relative } from 'node:path'
import { type Diagnostic, show } from '../../engine/register/diagnostics.ts'
import type { Diagram } from '../../engine/figures/spec.ts'
import { fenceDiagram, fencesIn } from '../../engine/figures/fence.ts'
import { registerDiagrams } from '../../engine/figures/index.ts'
import type { Register } from '../../engine/analysis/register.ts'

export interface Diagrams {
  readonly diagrams: readonly Diagram[]
  /** Fences that lack what a reader needs. */
  readonly diagnostics: readonly Diagnostic[]
}

/** @param entry absolute path of slides.md */
export async function allDiagrams(register: Register, entry: string): Promise<Diagrams> {
  const root = dirname(entry)
  const { slides } = await load({ userRoot: root, roots: [] }, entry)
  const diagrams: Diagram[] = registerDiagrams(register)
  const diagnostics: Diagnostic[] = []
  for (const { source } of slides) {
    const file = relative(root, source.filepath).replaceAll('\\', '/')
    for (const { code, line } of fencesIn(source.raw)) {
      const at = source.start + 1 + line
      const fault = (value: string, expected: string) => diagnostics.push({ code: 'drawing-without-words', file, line: at, field: 'mermaid', value: show(value), expected })
      const diagram = fenceDiagram(code)
      if (typeof diagram === 'string') fault(code.split('\n')[0] ?? '', diagram)
      else if (diagrams.some(({ name }) => name === diagram.name)) fault(diagram.title, 'an accTitle of its own: another drawing has this one')
      else diagrams.push(diagram)
    }
  }
  return { diagrams, diagnostics }
}
