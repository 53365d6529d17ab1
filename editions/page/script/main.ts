/** Everything the page says is there without a script. */
import { addCopyLinks } from './copy-link.ts'
import { addFinder } from './find.ts'
import { addMarks } from './marks.ts'
import { offerPosition } from './position.ts'
import { addWhere } from './where.ts'

offerPosition()
addCopyLinks()
addFinder()
addMarks()
addWhere()
