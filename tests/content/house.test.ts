/** What a stranger looks for in a repository: licences, one version of Node, and forms and updates that GitHub can read. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { projectFolder } from '../support/deck-folder.ts'

const read = (file: string) => readFileSync(join(projectFolder, file), 'utf8')
const { license, dependencies, devDependencies, overrides } = JSON.parse(read('package.json')) as {
  license: string
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  overrides: Record<string, string>
}

it('the licences that package.json names are there', () => {
  expect(license.split(' AND ')).toEqual(['MIT', 'CC-BY-4.0'])
  expect(read('LICENSE')).toMatch(/^MIT License\n\nCopyright \(c\) 2026 the Claim by Claim contributors\n/)
  expect(read('LICENSE-CONTENT.md')).toContain('`CC-BY-4.0`')
  for (const [, title] of read('LICENSE-CONTENT.md').matchAll(/`([\w.-]+\/)`/g))
    expect(existsSync(join(projectFolder, title!)), title).toBe(true)
})

it('the release line of Node is the same wherever it is named', () => {
  const line = read('.nvmrc').trim()
  expect(dependencies['node']!.split('.')[0]).toBe(line)
  expect(/NODE_VERSION = "(\d+)"/.exec(read('netlify.toml'))![1]).toBe(line)
  const workflow = read('.github/workflows/pages.yml')
  expect(workflow.match(/node-version-file: \.nvmrc/g)?.length).toBe(workflow.match(/actions\/setup-node@/g)?.length)
  expect(workflow).not.toContain('node-version:')
})

describe('Dependabot', () => {
  interface Update {
    readonly 'package-ecosystem': string
    readonly directory: string
    readonly ignore?: readonly { readonly 'dependency-name': string }[]
  }
  const { version, updates } = parse(read('.github/dependabot.yml')) as { version: number; updates: readonly Update[] }

  it('looks at what is there', () => {
    expect(version).toBe(2)
    for (const { directory, 'package-ecosystem': ecosystem } of updates.filter((each) => each['package-ecosystem'] === 'npm')) {
      expect(existsSync(join(projectFolder, directory, 'package-lock.json')), ecosystem).toBe(true)
    }
    expect(updates.map((each) => each['package-ecosystem'])).toContain('github-actions')
  })

  it('leaves alone what package.json has, and all that it holds by overrides', () => {
    const ignored = updates[0]!.ignore!.map((each) => each['dependency-name'])
    const held = [
      ...Object.keys(dependencies),
      ...Object.keys(devDependencies),
      ...Object.keys(overrides).map((name) => name.replace(/(?!^)@.*$/, '')),
    ]
    const matches = (pattern: string, name: string) => name === pattern || (pattern.endsWith('*') && name.startsWith(pattern.slice(0, -1)))
    expect(ignored.filter((pattern) => !held.some((name) => matches(pattern, name)))).toEqual([])
    const overridden = Object.keys(overrides).map((name) => name.replace(/(?!^)@.*$/, ''))
    expect(overridden.filter((name) => !ignored.some((pattern) => matches(pattern, name)))).toEqual([])
  })
})

/** A new repository on GitHub has these; a form that names another label is shown without it. */
const LABELS = ['bug', 'documentation', 'duplicate', 'enhancement', 'good first issue', 'help wanted', 'invalid', 'question', 'wontfix']

describe.each(readdirSync(join(projectFolder, '.github/ISSUE_TEMPLATE')).filter((file) => file !== 'config.yml'))(
  'the issue form %s',
  (file) => {
    interface Field {
      readonly type: string
      readonly id?: string
      readonly attributes: { readonly label?: string; readonly value?: string; readonly options?: readonly string[] }
    }
    const form = parse(read(`.github/ISSUE_TEMPLATE/${file}`)) as {
      name: string
      description: string
      labels: readonly string[]
      body: readonly Field[]
    }

    it('has what GitHub asks of a form', () => {
      expect(form.name).toBeTruthy()
      expect(form.description).toBeTruthy()
      expect(form.labels.filter((label) => !LABELS.includes(label))).toEqual([])
      const fields = form.body.filter(({ type }) => type !== 'markdown')
      expect(fields.length).toBeGreaterThan(0)
      expect(fields.filter(({ type }) => !['input', 'textarea', 'dropdown', 'checkboxes'].includes(type))).toEqual([])
      const ids = fields.map(({ id }) => id)
      expect(ids.filter((id) => id === undefined || !/^[\w-]+$/.test(id))).toEqual([])
      expect(new Set(ids).size).toBe(ids.length)
      expect(fields.filter(({ attributes }) => !attributes.label)).toEqual([])
      for (const { attributes } of fields.filter(({ type }) => type === 'dropdown'))
        expect(new Set(attributes.options).size).toBeGreaterThan(1)
    })
  },
)
