/** Operators that make a path, and that paint one. */
const PATH = new Set(['m', 'l', 'c', 'v', 'y', 're', 'h'])
const PAINT = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*'])
const ALONE = new Set(['Do', 'sh'])

const operatorOf = (line: string): string => line.slice(line.lastIndexOf(' ') + 1)

/**
 * Marks as an artifact what a browser paints outside every tag, such as rules (PDF/UA: all content is tagged or an artifact).
 * Reads content streams as Skia writes them, an operator at the end of each line.
 */
export function markArtifacts(content: string): string {
  const out: string[] = []
  /** Open sequences: tagged content, or the browser's own artifacts. */
  let depth = 0
  /** Where in `out` the current path begins; -1 where there is none. */
  let path = -1
  for (const line of content.split('\n')) {
    const operator = operatorOf(line)
    if (operator.endsWith('BDC') || operator.endsWith('BMC')) depth++
    else if (operator === 'EMC') depth--
    if (depth > 0 || operator === 'EMC') {
      path = -1
      out.push(line)
    } else if (PATH.has(operator)) {
      if (path < 0) path = out.length
      out.push(line)
    } else if (PAINT.has(operator)) {
      out.splice(path < 0 ? out.length : path, 0, '/Artifact BMC')
      out.push(line, 'EMC')
      path = -1
    } else if (ALONE.has(operator)) out.push('/Artifact BMC', line, 'EMC')
    else if (operator === 'BT') out.push('/Artifact BMC', line)
    else if (operator === 'ET') out.push(line, 'EMC')
    else {
      // A clip, which is no painting.
      if (operator === 'n') path = -1
      out.push(line)
    }
  }
  return out.join('\n')
}
