import { useNav } from '@slidev/client'
import { type Component, defineAsyncComponent, defineComponent, h } from 'vue'
import type { RouteRecordRaw } from 'vue-router'
import { fetchScripts } from './patches/scripts.ts'

type Load = () => Promise<{ default: Component }>

/** The scripts come first: which pages there are depends on them. */
const printPages = () => fetchScripts().then(() => import('./print/PrintPages.vue') as Promise<{ default: Component }>)

/**
 * Slidev redraws its page of all slides with their notes for each slide that loads. If all are loaded before it begins, the
 * page is there in half the time.
 */
const withAllSlides = (load: Load) =>
  defineComponent(() => {
    const { slides } = useNav()
    const Page = defineAsyncComponent(() => Promise.all(slides.value.map((slide) => slide.load())).then(load))
    return () => h(Page)
  })

/** Adds the annex, and all slides on one page, for the PDF and for printing from a browser: `/pages?print`. */
export const deckRoutes = (routes: readonly RouteRecordRaw[]): RouteRecordRaw[] => [
  { name: 'annex', path: '/annex', component: () => import('./AnnexView.vue') as Promise<{ default: Component }> },
  { name: 'pages', path: '/pages', component: printPages },
  ...routes.map((route) => (route.name === 'overview' ? { ...route, component: withAllSlides(route.component as Load) } as RouteRecordRaw : route)),
]
