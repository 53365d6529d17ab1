import { defineRoutesSetup } from '@slidev/types'

/** All slides on one page, for the PDF and for whoever prints from a browser: `/pages?print`. */
export default defineRoutesSetup((routes) => [{ name: 'pages', path: '/pages', component: () => import('./print/PrintPages.vue') }, ...routes])
