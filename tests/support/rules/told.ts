import type { Measurement } from './measurement.ts'

/** Which slide it is, of how many, and whether the deck has moved to it rather than begun there. */
export interface Place {
  readonly no: number
  readonly of: number
  readonly heading: string
  readonly moved: boolean
}

/** The document's title names the slide, and a screen reader is told of it politely as the deck moves. */
export function told({ title, announced }: Measurement, { no, of, heading, moved }: Place): string[] {
  const words = moved ? `Slide ${no} of ${of}: ${heading}` : ''
  return [
    ...(title.startsWith(`${no}. ${heading}`) ? [] : [`the title is “${title}”`]),
    ...(announced === null
      ? ['nothing would be said politely']
      : announced === words
        ? []
        : [`a screen reader is told “${announced}”, not “${words}”`]),
  ]
}
