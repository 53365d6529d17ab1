/** Vue's HTML as it goes out. */
import { expect, it } from 'vitest'
import { finish } from '../../../editions/page/finish.ts'

it('takes out what only a running app needs, and nothing of the text', () => {
  expect(finish('<!--[--><p data-v-1a2b3c4d class=" ">A &amp; B &lt;i&gt; “C”</p><!--]-->').html).toBe('<p>A &amp; B &lt;i&gt; “C”</p>')
})

it('a slide’s headings come below that of its section, or of its chapter', () => {
  expect(finish('<section class="section"><h3>Slide</h3><h2>Part</h2><h3>Of it</h3></section>').html).toBe(
    '<section class="section"><h3>Slide</h3><h4>Part</h4><h5>Of it</h5></section>',
  )
  expect(finish('<section class="section marked"><h2>Part</h2></section>').html).toBe(
    '<section class="section marked"><h3>Part</h3></section>',
  )
})

it('a cell says which column it is of, and stays a cell where CSS makes it a block', () => {
  expect(
    finish(
      '<table><thead><tr><th scope="col">Of</th><th scope="col">Says</th></tr></thead><tbody><tr><th scope="row">A</th><td>b</td></tr></tbody></table>',
    ).html,
  ).toBe(
    '<table role="table" class="stacks"><thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Of</th><th scope="col" role="columnheader">Says</th></tr></thead><tbody role="rowgroup"><tr role="row"><th scope="row" role="rowheader">A</th><td data-label="Says" role="cell">b</td></tr></tbody></table>',
  )
})

it('a style of one element becomes a rule, once for all that have it', () => {
  const { html, css } = finish('<p style="--n:2;">a</p><p class="x" style="--n:2;">b</p>')
  expect(html).toBe('<p class="s0">a</p><p class="x s0">b</p>')
  expect(css).toBe('.s0{--n:2}')
})

it('minutes are counted from the words of each place, and summed', () => {
  const words = (count: number) => 'word '.repeat(count)
  expect(
    finish(
      `<i data-minutes-in-all></i><b data-minutes="a"></b><b data-minutes="b"></b><p id="a">${words(440)}</p><p id="b">${words(20)}</p>`,
    ).html,
  ).toMatch(/^<i>2 min to read in full\.<\/i><b>2 min<\/b><b>1 min<\/b>/)
})

it('of a drawing the name stays, its places are whole pixels, and what a slide would listen on is gone', () => {
  const { html } = finish(
    '<svg class="drawing x" viewBox="0 0 99 50" width="99" height="50" role="img" aria-label="The triangle. What it shows."><g class="part" data-part="p"><path class="hit" d="M0 0L9 9"/><path class="line" fill="none" stroke="currentColor" stroke-width="1.6" d="M1.4 1.4L9.6 9.6"/><text x="1.2" y="3" text-anchor="middle">A</text><text x="4" y="5">B</text></g></svg>',
  )
  expect(html).toContain('aria-label="The triangle"')
  expect(html).not.toMatch(/data-|hit|\.\d|height/)
  expect(html).toMatch(/<text x="1" y="3">A<\/text>/)
  expect(html).toMatch(/<text x="4" y="5" text-anchor="start">B<\/text>/)
})
