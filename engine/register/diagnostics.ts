import { showHidden } from './hidden-characters.ts'

export const DIAGNOSTIC_CODES = [
  'missing-file',
  'unknown-file',
  'malformed-yaml',
  'wrong-shape',
  'unknown-key',
  'duplicate-id',
  'dangling-id',
  'quote-not-verbatim',
  'quote-crosses-sentences',
  'quote-in-other-sentence',
  'quote-occurs-twice',
  'quote-too-short',
  'words-not-in-article',
  'voice-mismatch',
  'sentence-without-claim',
  'sentence-without-step',
  'attribution-mismatch',
  'grade-unsupported',
  'grade-mismatch',
  'flag-on-opinion',
  'certainty-mismatch',
  'record-mismatch',
  'record-uncited',
  'side-without-record',
  'relation-mismatch',
  'event-without-date',
  'citation-too-long',
  'citation-not-verbatim',
  'inference-cycle',
  'pull-quote-mismatch',
  'shared-wording-mismatch',
  'text-mismatch',
  'seal-broken',
  'unknown-count',
  'story-form',
  'drawing-without-words',
  'drawing-stale',
] as const
export type DiagnosticCode = (typeof DIAGNOSTIC_CODES)[number]

export interface Diagnostic {
  readonly code: DiagnosticCode
  /** From the brief’s folder. */
  readonly file: string
  /** 1-based; 1 where the whole file is meant. */
  readonly line: number
  /** `C05.grade`, `inferences.I03.premises[1]`; empty for a whole file. */
  readonly field: string
  /** Cut at 120 characters. */
  readonly value: string
  /** Or what to do. */
  readonly expected: string
}

/** A value as one line of text for a diagnostic; what cannot be seen, or would steer a terminal, by its number. */
export function show(value: unknown): string {
  if (value === undefined) return '(nothing)'
  const text = showHidden(typeof value === 'string' ? `“${value.replace(/\r?\n|\r/g, '↵')}”` : JSON.stringify(value))
  const points = [...text]
  return points.length > 120 ? `${points.slice(0, 119).join('')}…` : text
}

/** Editors make `file:line` a link. */
export function formatDiagnostic({ code, file, line, field, value, expected }: Diagnostic): string {
  const where = field ? `${file}:${line} · ${field}` : `${file}:${line}`
  return `${where}\n  found    ${value}\n  expected ${expected}  [${code}]`
}

/** `where`: the register, or the story told from it. */
export function formatDiagnostics(diagnostics: readonly Diagnostic[], where = 'the register'): string {
  const count = diagnostics.length === 1 ? '1 fault' : `${diagnostics.length} faults`
  return `${diagnostics.map(formatDiagnostic).join('\n')}\n${count} in ${where}. Nothing was built from it.`
}
