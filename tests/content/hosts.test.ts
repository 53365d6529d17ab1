/** The settings of the hosts: read as they read them, and held against what the project has. */
import { parse as parseToml } from 'smol-toml'
import { parse as parseYaml } from 'yaml'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readOptions } from '../../cli/export-options.ts'
import { projectFolder } from '../support/deck-folder.ts'
import { forEachCase } from '../support/faults.ts'

const read = (file: string) => readFileSync(join(projectFolder, file), 'utf8')
const { scripts, engines } = JSON.parse(read('package.json')) as { scripts: Record<string, string>; engines: { node: string } }

interface Step {
  readonly run?: string
  readonly uses?: string
  readonly id?: string
  readonly with?: Readonly<Record<string, unknown>>
  readonly env?: Readonly<Record<string, string>>
}
interface Job {
  readonly needs?: string
  readonly if?: string
  readonly permissions?: Readonly<Record<string, string>>
  readonly environment?: { readonly name: string }
  readonly steps: readonly Step[]
}
const workflow = parseYaml(read('.github/workflows/pages.yml')) as {
  on: Record<string, { branches?: string[] } | null>
  permissions: Record<string, string>
  jobs: Record<string, Job>
}
const netlify = parseToml(read('netlify.toml')) as unknown as {
  build: { command: string; publish: string; environment: { NODE_VERSION: string } }
  redirects?: unknown
  headers: { for: string; values: Record<string, string> }[]
}
const vercel = JSON.parse(read('vercel.json')) as {
  installCommand: string
  buildCommand: string
  outputDirectory: string
  redirects: { source: string; destination: string; permanent: boolean }[]
  rewrites: { source: string; destination: string }[]
  headers: { source: string; headers: { key: string; value: string }[] }[]
}

describe('the workflow', () => {
  const { jobs } = workflow
  const runs = (job: string) => jobs[job]!.steps.flatMap(({ run }) => run ?? [])

  it('runs on what goes to main, and on what asks to', () => {
    expect(workflow.on['push']).toEqual({ branches: ['main'] })
    expect(Object.keys(workflow.on)).toContain('pull_request')
    // That would give a stranger’s change the rights of the project.
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target')
  })

  it('checks all that the project checks before it publishes', () => {
    expect(runs('check')).toEqual([
      'npm ci',
      'npm run format:check',
      'npm run lint',
      'npm run typecheck',
      'npm run verify',
      'npm run verify -- briefs/letter tests/fixtures/letter.txt',
      'npm test',
      'npm run test:delivered',
      'npm run build -- briefs/letter',
    ])
    expect(jobs['build']!.needs).toBe('check')
    expect(jobs['publish']!.needs).toBe('build')
    expect(jobs['build']!.if).toBe(`github.event_name != 'pull_request' && github.ref == 'refs/heads/main'`)
  })

  it('calls scripts that there are', () => {
    const called = Object.keys(jobs)
      .flatMap(runs)
      .flatMap((run) => [...run.matchAll(/npm run ([\w-]+)/g)].map(([, name]) => name!))
    expect(called.filter((name) => !(name in scripts))).toEqual([])
  })

  it('gives no job more rights than it needs', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' })
    expect(Object.fromEntries(Object.entries(jobs).map(([name, { permissions }]) => [name, permissions ?? null]))).toEqual({
      check: null,
      audit: null,
      build: { contents: 'read', pages: 'read' },
      publish: { pages: 'write', 'id-token': 'write' },
    })
  })

  it('names every action by its commit, one commit each, and leaves no token behind', () => {
    const steps = Object.values(jobs).flatMap((job) => job.steps)
    const used = [...new Set(steps.flatMap(({ uses }) => uses ?? []))]
    expect(used.filter((uses) => !/^actions\/[\w-]+@[0-9a-f]{40}$/.test(uses))).toEqual([])
    expect(new Set(used.map((uses) => uses.split('@')[0])).size).toBe(used.length)
    for (const step of steps.filter(({ uses }) => uses?.startsWith('actions/checkout')))
      expect(step.with).toMatchObject({ 'persist-credentials': false })
  })

  it('takes path and address from what the Pages action says, and types neither', () => {
    const at = jobs['build']!.steps.findIndex(({ id }) => id === 'pages')
    const step = jobs['build']!.steps.findIndex(({ run }) => run?.includes('export'))
    expect(step).toBeGreaterThan(at)
    expect(jobs['build']!.steps[step]).toEqual({
      run: 'npm run export -- --base "$BASE_PATH/"',
      env: { BASE_PATH: '${{ steps.pages.outputs.base_path }}', CLAIM_SITE: '${{ steps.pages.outputs.base_url }}' },
    })
    for (const path of ['', '/repo']) expect(readOptions(['--base', `${path}/`])).toMatchObject({ base: `${path}/`, pdf: true })
  })
})

/** As a pattern of Vercel’s is read: strictly, from end to end. */
const rewritten = (address: string) => new RegExp(`^${vercel.rewrites[0]!.source}$`).test(address)

describe('Vercel', () => {
  it('sends the addresses of the deck to it', () =>
    forEachCase(['/', '/12', '/presenter/12', '/presenter/', '/overview', '/notes', '/pages'], (address) => {
      expect(rewritten(address)).toBe(true)
    }))

  it('sends no other address to it', () =>
    forEachCase(
      [
        '/read/',
        '/read/other',
        '/assets/gone-1.js',
        '/claims.csv',
        '/claims.jsonld',
        '/briefing.pdf',
        '/sw.js',
        '/favicon.svg',
        '/link-preview.png',
      ],
      (address) => {
        expect(rewritten(address)).toBe(false)
      },
    ))

  it('gives the reading page its slash, which its links count on', () => {
    expect(vercel.redirects).toEqual([{ source: '/read', destination: '/read/', permanent: false }])
    expect(vercel.rewrites).toHaveLength(1)
    expect(vercel.rewrites[0]!.destination).toBe('/index.html')
  })
})

describe('both hosts', () => {
  const onVercel = Object.fromEntries(
    vercel.headers.map(({ source, headers }) => [
      source.replace('(.*)', '*'),
      Object.fromEntries(headers.map(({ key, value }) => [key, value])),
    ]),
  )
  const onNetlify = Object.fromEntries(netlify.headers.map(({ for: where, values }) => [where, values]))

  it('build all but the PDF, into dist', () => {
    expect(netlify.build).toMatchObject({ command: 'npm run export -- --without-pdf', publish: 'dist' })
    expect(vercel).toMatchObject({ installCommand: 'npm ci', buildCommand: 'npm run export -- --without-pdf', outputDirectory: 'dist' })
    expect(readOptions(netlify.build.command.split(' -- ')[1]!.split(' '))).toMatchObject({ pdf: false, base: '/' })
    expect(Number(netlify.build.environment.NODE_VERSION)).toBeGreaterThanOrEqual(Number(/\d+/.exec(engines.node)![0]))
  })

  it('say the same in their headers, and what a page cannot say itself', () => {
    expect(onNetlify).toEqual(onVercel)
    expect(onNetlify['/*']).toMatchObject({ 'Content-Security-Policy': `frame-ancestors 'self'`, 'X-Content-Type-Options': 'nosniff' })
    expect(onNetlify['/assets/*']!['Cache-Control']).toContain('immutable')
  })

  it('have one place that says where addresses lead: _redirects goes before netlify.toml', () => {
    expect(netlify.redirects).toBeUndefined()
  })

  it('name no other host', () => {
    for (const file of ['netlify.toml', 'vercel.json', '.github/workflows/pages.yml']) expect(read(file)).not.toMatch(/https?:\/\//)
  })
})
