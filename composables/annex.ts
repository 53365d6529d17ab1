/** Whether a table stands in the annex, where its rows have addresses, or on a slide, where they must not have them again. */
import { inject, type InjectionKey, provide } from 'vue'
import { annexPlace } from '../engine/story/annex.ts'

const key: InjectionKey<true> = Symbol('annex')

/** Called in the setup of the annex. */
export const provideAnnex = (): void => provide(key, true)

/** Called in the setup of a table. @returns names of places in the annex; on a slide none */
export function useAnnexPlace(): (...of: Parameters<typeof annexPlace>) => string | undefined {
  return inject(key, false) ? annexPlace : () => undefined
}
