/** What slidev/internals.ts and slidev/routes.ts take from Slidev is where it was and takes what it took. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { forEachCase } from '../support/faults.ts'

const client = dirname(createRequire(import.meta.url).resolve('@slidev/client/package.json'))
const file = (path: string) => readFileSync(join(client, path), 'utf8')

describe('Slidev still has', () => {
  it('what the page of all slides rests on', () =>
    forEachCase(
      [
        [
          'composables/useClicks.ts',
          /export function createFixedClicks\(\s*route\?: SlideRoute[^,]*,\s*currentInit: MaybeRefOrGetter<number>/,
        ],
        ['composables/useNav.ts', /export function useFixedNav\(\s*currentSlideRoute: SlideRoute,\s*clicksContext: ClicksContext,/],
        ['composables/useNav.ts', /export function useNav\(\)/],
        ['composables/useNav.ts', /isPrintMode = computed\(\(\) => query\.value\.has\('print'\)/],
        ['constants.ts', /export const CLICKS_MAX = 999999/],
        ['constants.ts', /export const injectionSlideScale = /],
        ['internals/PrintSlideClick.vue', /const \{ nav \} = defineProps<\{\s*nav: SlidevContextNav/],
        ['internals/PrintSlideClick.vue', /class="print-slide-container"/],
        ['setup/routes.ts', /setups\.reduce\(\(routes, setup\) => setup\(routes\), routes\)/],
        // The page that slidev/routes.ts fetches all slides for.
        ['setup/routes.ts', /name: 'overview',\s+path: '\/overview',\s+component: \(\) => import\(/],
      ],
      (path, pattern) => {
        expect(file(path)).toMatch(pattern)
      },
    ))
})
