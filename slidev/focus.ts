/**
 * Slidev takes the arrow keys for a focused button or link, so after a click on one the deck would not move on. A pointer
 * click gives the focus back (`detail` is 0 for a key press). A keyboard user's stays until Escape.
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
  // Before a component hears it, which may keep it for itself.
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && giveBack('.slidev-page *'), { capture: true })
}
