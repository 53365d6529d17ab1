import { useNav } from '@slidev/client'
import { defineRoutesSetup } from '@slidev/types'
import { type Component, defineAsyncComponent, defineComponent, h } from 'vue'
import type { RouteRecordRaw } from 'vue-router'
import { fetchScripts } from '../slidev/patches/scripts.ts'

type Load = () => Promise<{ default: Component }>

/** With the scripts at hand: which pages there are depends on them. */
const printPages = () => fetchScripts().then(() => import('../slidev/print/PrintPages.vue') as Promise<{ default: Component }>)

/**
 * Slidev's page of all slides with their notes draws itself anew for each slide that comes. With all at hand before it
 * begins, it is there in half the time.
 */
const withAllSlides = (load: Load) =>
  defineComponent(() => {
    const { slides } = useNav()
    const Page = defineAsyncComponent(() => Promise.all(slides.value.map((slide) => slide.load())).then(load))
    return () => h(Page)
  })

/** All slides on one page, for the PDF and for whoever prints from a browser: `/pages?print`. */
export default defineRoutesSetup((routes) => [
  { name: 'pages', path: '/pages', component: printPages },
  ...routes.map((route) => (route.name === 'overview' ? { ...route, component: withAllSlides(route.component as Load) } as RouteRecordRaw : route)),
])
