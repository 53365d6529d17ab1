import { defineRoutesSetup } from '@slidev/types'
import type { Component } from 'vue'
import { fetchScripts } from './scripts.ts'

/** With the scripts at hand: which pages there are depends on them. */
const printPages = () => fetchScripts().then(() => import('./print/PrintPages.vue') as Promise<{ default: Component }>)

/** All slides on one page, for the PDF and for whoever prints from a browser: `/pages?print`. */
export default defineRoutesSetup((routes) => [{ name: 'pages', path: '/pages', component: printPages }, ...routes])
