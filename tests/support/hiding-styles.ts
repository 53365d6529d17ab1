/**
 * The style sheets, as far as they hide, show or place: for the tests that go through all components. happy-dom tries every rule on every element
 * and its parents, which was half of what these tests cost; colours, sizes and gaps are judged in a real browser
 * (tests/rendered), not here, where nothing is laid out or painted.
 */

/** What decides whether and how something is read, here and for axe. */
const MATTERS =
  /^(?:all|appearance|clip|clip-path|content|content-visibility|display|float|inset|left|list-style.*|opacity|overflow.*|pointer-events|position|right|top|bottom|transform|user-select|visibility)$/

interface Rules {
  readonly cssRules: ArrayLike<CSSRule>
  readonly deleteRule: (index: number) => void
}

const isStyle = (rule: CSSRule): rule is CSSStyleRule => 'style' in rule
const hasRules = (rule: CSSRule): rule is CSSRule & Rules => 'cssRules' in rule

function keepWhatHides(rules: Rules): void {
  for (let index = rules.cssRules.length - 1; index >= 0; index--) {
    const rule = rules.cssRules[index]!
    if (!isStyle(rule)) {
      if (hasRules(rule)) keepWhatHides(rule)
      continue
    }
    const { style } = rule
    const matters = Array.from({ length: style.length }, (_, at) => style.item(at)).some((property) => MATTERS.test(property))
    if (!matters) rules.deleteRule(index)
  }
}

/** Takes from the document's style sheets, for good, the rules that only decorate. */
export function keepStylesThatHide(): void {
  for (const { sheet } of document.querySelectorAll('style')) if (sheet) keepWhatHides(sheet)
}

/** Of each rule that can hide something, whatever it depends on. */
export function* selectorsThatHide({ cssRules }: Rules): Generator<string> {
  for (const rule of Array.from(cssRules)) {
    if (isStyle(rule) && (rule.style.display === 'none' || /hidden|collapse/.test(rule.style.visibility))) yield rule.selectorText
    if (hasRules(rule)) yield* selectorsThatHide(rule)
  }
}
