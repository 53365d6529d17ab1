/** How the line of what would settle a claim begins: what the record says already is not “to settle”. */
import type { RecordStatus } from '../../engine/register/vocabulary.ts'

const LEADS: Readonly<Record<RecordStatus, string>> = {
  corroborated: 'What settles it:',
  'partly corroborated': 'To settle it:',
  contested: 'To settle it:',
  contradicted: 'What settles it:',
  'not found': 'To settle it:',
  'not checkable': 'To make it checkable:',
  'not checked': 'To settle it:',
}

export const requestLead = (status: RecordStatus): string => LEADS[status]
