/** Which file a module of the built deck goes into. */
import { expect, it } from 'vitest'
import { fileOf, isLoadedWith } from '../../slidev/patches/chunks.ts'
import { forEachCase } from '../support/faults.ts'

/** Who imports whom. */
const IMPORTERS: Readonly<Record<string, readonly string[]>> = {
  '/deck/main.ts': [],
  '/deck/composables/useTitle.ts': ['/deck/main.ts', '/deck/components/Card.vue'],
  '/node_modules/@slidev/client/pages/play.vue': [],
  '/deck/components/Bar.vue?vue&type=script': ['/node_modules/@slidev/client/pages/play.vue'],
  '/deck/slides.md__slidev_1.md': [],
  '/deck/pages/x.md__slidev_12.md': [],
  '/deck/components/Cover.vue': ['/deck/slides.md__slidev_1.md'],
  '/deck/engine/register/numbers.ts': ['/deck/components/Cover.vue', '/deck/components/Card.vue'],
  '/deck/components/Card.vue': ['/deck/pages/x.md__slidev_12.md', '/deck/components/Ring.vue'],
  '/deck/components/Ring.vue': ['/deck/components/Card.vue'],
  '/node_modules/vue/index.js': ['/deck/main.ts'],
  '/node_modules/other/index.js': ['/deck/components/Card.vue'],
  '\0virtual:brief/register': ['/deck/components/Card.vue'],
  '\0virtual:brief/article': ['/deck/components/Cover.vue'],
  '\0virtual:brief/story': ['/deck/components/Card.vue'],
}
const moduleOf = (id: string) => (IMPORTERS[id] ? { id, isEntry: id === '/deck/main.ts', importers: [...IMPORTERS[id]] } : null)
const slidevs = (id: string) => (id.includes('/vue/') ? 'modules/vue' : undefined)

it('each module goes into its file', () =>
  forEachCase(
    [
      ['/node_modules/vue/index.js', 'modules/vue', 'Slidev’s division goes first'],
      ['/deck/main.ts', 'deck', 'the program'],
      ['/deck/composables/useTitle.ts', 'deck', 'what the program imports, whoever else does'],
      ['/node_modules/@slidev/client/pages/play.vue', 'deck', 'the view of a slide'],
      ['/deck/components/Bar.vue?vue&type=script', 'deck', 'and what it imports'],
      ['/deck/components/Cover.vue', null, 'what the first slide shows'],
      ['/deck/engine/register/numbers.ts', null, 'what the first slide shares with others'],
      ['\0virtual:brief/article', null, 'a part of the register that the first slide shows'],
      ['\0virtual:brief/register', 'register', 'the register'],
      ['/deck/components/Card.vue', 'parts', 'what the other slides show'],
      ['/deck/components/Ring.vue', 'parts', 'in circles too'],
      ['\0virtual:brief/story', 'parts', 'what is computed of the story'],
      ['/node_modules/other/index.js', null, 'a package that Slidev’s division does not know'],
    ],
    (...[id, file]) => {
      expect(fileOf(id, moduleOf, slidevs)).toBe(file)
    },
  ))

it('who is not known imports nothing', () => {
  expect(isLoadedWith(() => true, '/nowhere', moduleOf)).toBe(false)
})
