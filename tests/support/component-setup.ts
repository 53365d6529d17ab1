import { config, enableAutoUnmount } from '@vue/test-utils'
import { afterEach, beforeEach } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'

// What Vue only warns of (an unknown component, a missing prop, a key used twice) is a fault.
config.global.config.warnHandler = (message, _, trace) => {
  throw new Error(`Vue warns: ${message}${trace}`)
}
// Slidev's directive; in these tests a component counts its own steps or has none.
config.global.directives = { click: {} }
enableAutoUnmount(afterEach)

// Slidev's router, where a link asks for it; a slide's number is a path.
const history = createMemoryHistory()
history.replace('/7')
const router = createRouter({ history, routes: [{ path: '/:no', component: { render: () => null } }] })
config.global.plugins.push(router)
beforeEach(() => router.replace('/7'))
