/** The reading page as HTML: what Vite runs on this machine, and nobody's browser does. */
import { type Component, createSSRApp } from 'vue'
import { renderToString } from 'vue/server-renderer'
import ReadingPage from './ReadingPage.vue'
import { story } from './story.ts'

type Modules = Readonly<Record<string, { readonly default: Component }>>

const slideForms: Modules = import.meta.glob('../../../components/*.vue', { eager: true })
/** What stands in for a component of that name. */
const readingForms: Modules = import.meta.glob('../components/*.vue', { eager: true })

const nameOf = (path: string): string => /(\w+)\.vue$/.exec(path)![1]!

export async function render(): Promise<{ html: string; title: string; description: string }> {
  const app = createSSRApp(ReadingPage as Component)
  // A component that is not found, or a value that is none, is a fault of the page.
  app.config.warnHandler = (message, _, trace) => {
    throw new Error(`${message}${trace}`)
  }
  const forms = new Map([slideForms, readingForms].flatMap((modules) => Object.entries(modules).map(([path, module]) => [nameOf(path), module.default] as const)))
  for (const [name, component] of forms) app.component(name, component)
  return { html: await renderToString(app), ...story }
}
