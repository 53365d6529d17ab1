import { defineTransformersSetup } from '@slidev/types'
import { figureFence } from '../slidev/drawn-fence.ts'

export default defineTransformersSetup(() => ({ pre: [], preCodeblock: [], codeblocks: [figureFence], postCodeblock: [], post: [] }))
