/** `npm run engines` gets Firefox and WebKitGTK, for the tests in them, with apt-get as root. Exit code 1 where one is still missing. */
import { findFirefox, findWebKit, getEngines, here } from './find.ts'

try {
  const missing = await getEngines()
  for (const finding of [findFirefox(here), findWebKit(here)]) {
    if ('found' in finding)
      console.log(typeof finding.found === 'string' ? finding.found : Object.values(finding.found).filter(Boolean).join('\n'))
  }
  if (missing.length > 0) throw new Error(missing.join('\n'))
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
