import { defineTransformersSetup } from '@slidev/types'
import { drawnFence } from '../slidev/drawn-fence.ts'

export default defineTransformersSetup(() => ({ pre: [], preCodeblock: [], codeblocks: [drawnFence], postCodeblock: [], post: [] }))
