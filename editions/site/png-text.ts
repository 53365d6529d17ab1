/** Words within a PNG (its iTXt chunks), so that a picture carries what it shows and what it was made from. */
import { crc32 } from 'node:zlib'

const SIGNATURE = 8
/** Keyword, then: not compressed, no language, no translated keyword. */
const HEAD = '\0\0\0\0\0'

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const around = Buffer.alloc(8)
  around.writeUInt32BE(data.byteLength, 0)
  around.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)])
}

const sizeAt = (png: Buffer, at: number): number => 12 + png.readUInt32BE(at)

/** @param texts by keyword, of Latin letters */
export function withTexts(png: Uint8Array, texts: Readonly<Record<string, string>>): Buffer {
  const bytes = Buffer.from(png)
  // After the header, which comes first.
  const at = SIGNATURE + sizeAt(bytes, SIGNATURE)
  const chunks = Object.entries(texts).map(([keyword, text]) => chunk('iTXt', Buffer.from(`${keyword}${HEAD}${text}`, 'utf8')))
  return Buffer.concat([bytes.subarray(0, at), ...chunks, bytes.subarray(at)])
}

export function textsIn(png: Uint8Array): Readonly<Record<string, string>> {
  const bytes = Buffer.from(png)
  const texts: Record<string, string> = {}
  for (let at = SIGNATURE; at + 12 <= bytes.byteLength; at += sizeAt(bytes, at)) {
    if (bytes.toString('latin1', at + 4, at + 8) !== 'iTXt') continue
    const data = bytes.toString('utf8', at + 8, at + sizeAt(bytes, at) - 4)
    const end = data.indexOf(HEAD)
    if (end > 0) texts[data.slice(0, end)] = data.slice(end + HEAD.length)
  }
  return texts
}

/** Width and height in pixels. */
export const sizeOf = (png: Uint8Array): readonly [number, number] => [Buffer.from(png).readUInt32BE(16), Buffer.from(png).readUInt32BE(20)]
