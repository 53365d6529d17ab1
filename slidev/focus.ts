/**
 * While a button or link has the focus, arrow keys do not move the deck. A pointer's click gives it back (`detail` is 0 for a
 * key press); a keyboard user's stays until Escape.
 */
export function giveBackFocus(): void {
  if (typeof document === 'undefined') return
  const giveBack = (from: string) => {
    const { activeElement } = document
    if ((activeElement instanceof HTMLElement || activeElement instanceof SVGElement) && activeElement.matches(from)) activeElement.blur()
  }
  document.addEventListener('click', ({ detail }) => {
    if (detail > 0) giveBack('.slidev-page *, nav :is(a, button)')
  })
  // Before a component, which may keep the key for itself.
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && giveBack('.slidev-page *'), { capture: true })
}
