import { defineConfig, globalIgnores } from 'eslint/config'
import vue from 'eslint-plugin-vue'
import typescript from 'typescript-eslint'

/**
 * Who may import what. Data flows one way: the register (claims/), then composables/ and components/, then
 * layouts/ and the story; setup/ and editions/ stand outside. An exception goes here, with its reason.
 *
 * @param {string[]} files folder the rule is for
 * @param {string[]} forbidden folders it may not import
 * @param {import('eslint').Linter.RulesRecord} [rules] what else holds there
 * @param {{ regex: string, message: string, allowTypeImports?: boolean }[]} [patterns] other imports it may not have
 * @returns {import('eslint').Linter.Config}
 */
const house = (files, forbidden, rules = {}, patterns = []) => ({
  files,
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [
          { regex: `^\\.{1,2}/(.*/)?(${forbidden.join('|')})/`, message: 'Data flows one way; see eslint.config.js, “Who may import what”.' },
          { regex: '^@slidev/client/', message: 'Only the public API, `@slidev/client`.' },
          ...patterns,
        ],
      },
    ],
    'no-restricted-syntax': [
      'error',
      { selector: 'ImportExpression', message: 'Import at the top of the file, where the rule on who imports what sees it.' },
      { selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|srcdoc)$/]', message: 'The register’s text is shown as text, never run as HTML.' },
    ],
    ...rules,
  },
})

/** What reads and checks the YAML: at build time only, so that neither zod nor yaml nor the diff library ships to the browser. */
const buildTimeOnly = {
  regex: '/claims/(commands/.*|own/.*|diagnostics|differences|files|fingerprint|load|pull-quotes|read|register|rules|schema|shape|yaml-source)(\\.ts)?$',
  allowTypeImports: true,
  message: 'This part of claims/ runs at build time; import its types only (`import type`), and data from composables/register.ts.',
}

export default defineConfig(
  globalIgnores(['dist/', '.mutate/', 'public/', 'claims/schema/', '.slidev/', 'coverage/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  typescript.configs.recommended,
  vue.configs['flat/recommended'],
  // Layout is kept by hand; these would argue about line breaks only.
  { rules: vue.configs['no-layout-rules'].rules ?? {} },
  { files: ['**/*.vue'], languageOptions: { parserOptions: { parser: typescript.parser } } },
  {
    rules: {
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      // `({ windows: _, ...rest })` is how a field is left out.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
      'vue/no-v-html': 'error',
      'vue/no-v-text-v-html-on-component': 'error',
      'vue/no-restricted-v-bind': ['error', { argument: '/^(inner|outer)-?html$/i', message: 'The register’s text is shown as text, never run as HTML.' }, { argument: 'srcdoc' }],
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/no-undef-properties': 'error',
      'vue/no-unused-refs': 'error',
    },
  },
  // Slidev names a layout after its file: `layout: step`.
  { files: ['layouts/*.vue'], rules: { 'vue/multi-word-component-names': 'off' } },

  // Rules that need types, for plain TypeScript; in .vue files vue-tsc checks the types and these would cost a second program.
  {
    files: ['**/*.ts'],
    // The parser that knows .vue files is vue-tsc's alone: to this one an imported component is an error type.
    ignores: ['tests/component/**'],
    extends: [typescript.configs.recommendedTypeCheckedOnly],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Nothing here has a `this`: what is taken off an object is a plain function.
      '@typescript-eslint/unbound-method': 'off',
      // Slidev's hooks and the browser probe ask for a promise, whether or not there is something to wait for.
      '@typescript-eslint/require-await': 'off',
    },
  },

  house(['claims/**/*.ts'], ['components', 'composables', 'editions', 'setup', 'layouts', 'tests'], {
    'no-console': 'error',
    'no-restricted-globals': ['error', 'window', 'document', 'navigator', 'location', 'localStorage', 'self'],
  }, [{ regex: '^(vue|vite|@vue/.*|@slidev/.*|virtual:.*)$', message: 'claims/ is plain TypeScript: no Vue, no Slidev, no DOM.' }]),
  // A command talks to the person who runs it.
  { files: ['claims/commands/**'], rules: { 'no-console': 'off' } },
  house(['composables/**/*.ts'], ['components', 'editions', 'setup', 'layouts', 'tests'], {}, [buildTimeOnly]),
  house(['components/**'], ['editions', 'setup', 'layouts', 'tests'], {}, [
    buildTimeOnly,
    { regex: '^virtual:', message: 'Components read the register through composables/register.ts.' },
  ]),
  house(['layouts/**'], ['editions', 'setup', 'tests'], {}, [buildTimeOnly]),
  { files: ['editions/**/*.ts', 'setup/**/*.ts'], rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [{ regex: '^\\.{1,2}/(.*/)?tests/', message: 'Tests import the project, never the other way.' }] }] } },
)
