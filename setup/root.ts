/**
 * A jump to a slide after so many clicks takes the other windows along.
 *
 * Slidev tells them where the deck is as soon as the address has changed, and then a slide that is not yet mounted counts
 * no clicks: the room would see the slide before its first step. When the slide has counted them, the same address is
 * given once more, which changes nothing here and makes Slidev tell the others again.
 */
import { useNav } from '@slidev/client'
import { defineRootSetup } from '@slidev/types'
import { watch } from 'vue'
import { useRouter } from 'vue-router'

export default defineRootSetup(() => {
  const router = useRouter()
  const { clicks } = useNav()
  const address = () => router.currentRoute.value.fullPath
  watch([clicks, address], ([, now], [, before]) => {
    if (now === before) void router.replace(now)
  })
})
