import { useNav } from '@slidev/client'
import { type Component, defineAsyncComponent, defineComponent, h } from 'vue'
import type { RouteRecordRaw } from 'vue-router'
import { fetchScripts } from './patches/scripts.ts'

type Load = () => Promise<{ default: Component }>

/** Which pages there are depends on the scripts. */
const printPages = () => fetchScripts().then(() => import('./print/PrintPages.vue') as Promise<{ default: Component }>)

/** Slidev redraws its page of all slides for each slide that loads. With all loaded before, it is there in half the time. */
const withAllSlides = (load: Load) =>
  defineComponent(() => {
    const { slides } = useNav()
    const Page = defineAsyncComponent(() => Promise.all(slides.value.map((slide) => slide.load())).then(load))
    return () => h(Page)
  })

/** Adds the annex, and all slides on one page for print: `/pages?print`. */
export const deckRoutes = (routes: readonly RouteRecordRaw[]): RouteRecordRaw[] => [
  { name: 'annex', path: '/annex', component: () => import('./AnnexView.vue') as Promise<{ default: Component }> },
  { name: 'pages', path: '/pages', component: printPages },
  ...routes.map((route) =>
    route.name === 'overview' ? ({ ...route, component: withAllSlides(route.component as Load) } as RouteRecordRaw) : route,
  ),
]
