import { all, element } from './element.ts'

export function addCopyLinks(): void {
  for (const claim of all('.claim[id]')) {
    const { id } = claim
    const words = document.createTextNode('Copy link')
    const say = (now: string) => {
      words.data = now
      setTimeout(() => (words.data = 'Copy link'), 2000)
    }
    const onclick = () => {
      const address = new URL(`#${id}`, location.href)
      address.search = ''
      // Without permission, or on a page that is not secure, the address bar has it.
      history.replaceState(history.state, '', `#${id}`)
      const copied = navigator.clipboard?.writeText(address.href) ?? Promise.reject(new Error('no clipboard'))
      copied.then(
        () => say('Copied'),
        () => say('In the address bar'),
      )
    }
    const of = element('span', { class: 'visually-hidden' }, ` to ${id}`)
    claim.querySelector('.ids')!.append(' ', element('button', { type: 'button', class: 'copy', onclick }, words, of))
  }
}
