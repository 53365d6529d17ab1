/**
 * Marks as an artifact what a browser paints outside every tag: grounds, rules and ornament. A reader of a tagged PDF then
 * knows that nothing is missed there (PDF/UA: all content is tagged or an artifact).
 *
 * Reads content streams as Skia writes them, an operator at the end of each line.
 */

/** Operators that begin or go on with a path, paint one, and end one without painting. */
const PATH = new Set(['m', 'l', 'c', 'v', 'y', 're', 'h'])
const PAINT = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*'])
const ALONE = new Set(['Do', 'sh'])

const operatorOf = (line: string): string => line.slice(line.lastIndexOf(' ') + 1)

export function markArtifacts(content: string): string {
  const out: string[] = []
  /** Sequences that are open: tagged content, or an artifact that the browser marked itself. */
  let depth = 0
  /** Where in `out` the path begins that is being made; -1 where none is. */
  let path = -1
  for (const line of content.split('\n')) {
    const operator = operatorOf(line)
    if (operator.endsWith('BDC') || operator.endsWith('BMC')) depth++
    else if (operator === 'EMC') depth--
    if (depth > 0 || operator === 'EMC') {
      path = -1
      out.push(line)
    }
    else if (PATH.has(operator)) {
      if (path < 0) path = out.length
      out.push(line)
    }
    else if (PAINT.has(operator)) {
      out.splice(path < 0 ? out.length : path, 0, '/Artifact BMC')
      out.push(line, 'EMC')
      path = -1
    }
    else if (ALONE.has(operator)) out.push('/Artifact BMC', line, 'EMC')
    else if (operator === 'BT') out.push('/Artifact BMC', line)
    else if (operator === 'ET') out.push(line, 'EMC')
    else {
      // Between a path and its painting stands only a clip, which is no painting.
      if (operator === 'n') path = -1
      out.push(line)
    }
  }
  return out.join('\n')
}

/** Whether something is painted outside every marked sequence: what the function above leaves none of. */
export const paintsUnmarked = (content: string): boolean => markArtifacts(content) !== content
