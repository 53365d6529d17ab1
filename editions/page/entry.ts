/** Runs on this machine, in no browser. */
import { type Component, type ComponentPublicInstance, createSSRApp } from 'vue'
import { renderToString } from 'vue/server-renderer'
import PageRoot from './PageRoot.vue'
import { type sections, story } from '../../composables/page-story.ts'

const slideForms = import.meta.glob<Component>(['../../components/*/*.vue', '!**/*.page.vue'], { eager: true, import: 'default' })
const pageForms = import.meta.glob<Component>('../../components/*/*.page.vue', { eager: true, import: 'default' })

const nameOf = (path: string): string => /(\w+)(?:\.page)?\.vue$/.exec(path)![1]!

/** The slide that a component is on, for a message. */
function placeOf(instance: ComponentPublicInstance | null): string {
  for (let each = instance; each; each = each.$parent) {
    const { section } = each.$props as { section?: (typeof sections)[number] }
    if (section) return `slide ${section.slide} “${section.title}”`
  }
  return 'the reading page'
}

/** @throws Error that names the slide at fault */
export async function render(): Promise<{ html: string; title: string; description: string }> {
  const app = createSSRApp(PageRoot as Component)
  app.config.errorHandler = (error, instance) => {
    throw new Error(`${placeOf(instance)}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
  // A component that is not found is a fault of the page. Of an error Vue tells us twice.
  app.config.warnHandler = (message, instance) => {
    if (!message.startsWith('Unhandled error')) throw new Error(`${placeOf(instance)}: ${message}`)
  }
  // A page form comes after the slide form of the same name, and replaces it.
  const forms = new Map([slideForms, pageForms].flatMap(Object.entries<Component>).map(([path, form]) => [nameOf(path), form]))
  for (const [name, form] of forms) app.component(name, form)
  return { html: await renderToString(app), ...story }
}
