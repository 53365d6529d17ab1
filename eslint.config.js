import { defineConfig, globalIgnores } from 'eslint/config'
import vue from 'eslint-plugin-vue'
import typescript from 'typescript-eslint'

/**
 * The rooms from the bottom up: a room may import from those below it, never from one above or beside it.
 *
 *   register ← analysis ← story, figures ← audit ← brief ← composables ← components ← layouts, slidev ← editions ← setup, cli
 *
 * `tests` may import all, and nothing imports them.
 */
const SHIPPED = ['register', 'analysis', 'story', 'figures']
const ENGINE = [...SHIPPED, 'audit']
const ROOMS = [...ENGINE, 'composables', 'components', 'layouts', 'slidev', 'editions', 'setup', 'cli', 'tests']

/**
 * @param {string[]} files the room the rule is for
 * @param {string[]} allowed rooms it may import
 * @param {import('eslint').Linter.RulesRecord} [rules] what else holds there
 * @param {{ regex: string, message: string, allowTypeImports?: boolean }[]} [patterns] other imports it may not have
 * @returns {import('eslint').Linter.Config}
 */
const room = (files, allowed, rules = {}, patterns = []) => ({
  files,
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^\\.{1,2}/(.*/)?(${ROOMS.filter((each) => !allowed.includes(each)).join('|')})/`,
            message: `Data flows one way: this room may import ${allowed.join(', ')}. See “The rooms” in eslint.config.js.`,
          },
          ...patterns,
        ],
      },
    ],
    ...rules,
  },
})

const ONLY_PUBLIC = {
  regex: '^@slidev/client/',
  message: 'Only the public API, `@slidev/client`; what is internal goes through slidev/internals.ts.',
}
const AS_TEXT = {
  selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|srcdoc)$/]',
  message: 'The register’s text is shown as text, never run as HTML.',
}
/** @type {import('eslint').Linter.RulesRecord} */
const STATIC = {
  'no-restricted-syntax': [
    'error',
    { selector: 'ImportExpression', message: 'Import at the top of the file, where the rule on who imports what sees it.' },
    AS_TEXT,
  ],
}
/** @type {import('eslint').Linter.RulesRecord} */
const PURE = {
  ...STATIC,
  'no-console': 'error',
  'no-restricted-globals': ['error', 'window', 'document', 'navigator', 'location', 'localStorage', 'self'],
}
const PLAIN = {
  regex: '^(vue|vite|@vue/.*|@slidev/.*|virtual:.*|node:fs.*)$',
  message: 'The engine is plain TypeScript: no Vue, no Slidev, no DOM; only engine/brief.ts reads the disk.',
}

/** So that neither zod nor yaml nor the diff library ships to the browser. */
const BUILD_TIME = {
  regex:
    '/engine/(audit/.*|brief|files|analysis/(differences|load|pull-quotes|register)|register/(diagnostics|fingerprint|hidden-characters|parse|rules|schema|shape|yaml-source)|story/(form|story|uses))(\\.ts)?$',
  allowTypeImports: true,
  message: 'This part of the engine runs at build time; import its types only (`import type`), and data from composables/register.ts.',
}

export default defineConfig(
  globalIgnores(['**/dist/', '.mutate/', '**/public/', 'engine/register/schema/*.json', '.slidev/', 'coverage/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  typescript.configs.recommended,
  vue.configs['flat/recommended'],
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
      'vue/no-restricted-v-bind': [
        'error',
        { argument: '/^(inner|outer)-?html$/i', message: 'The register’s text is shown as text, never run as HTML.' },
        { argument: 'srcdoc' },
      ],
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/no-undef-properties': 'error',
      'vue/no-unused-refs': 'error',
    },
  },
  // Slidev names a layout after its file: `layout: step`.
  { files: ['layouts/*.vue'], rules: { 'vue/multi-word-component-names': 'off' } },

  // In .vue files vue-tsc checks the types; rules that need them would cost a second program.
  {
    files: ['**/*.ts'],
    // To this parser an imported component is an error type.
    ignores: ['tests/component/**'],
    extends: [typescript.configs.recommendedTypeCheckedOnly],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Nothing here has a `this`: what is taken off an object is a plain function.
      '@typescript-eslint/unbound-method': 'off',
      // Slidev's hooks ask for a promise, whether or not there is something to wait for.
      '@typescript-eslint/require-await': 'off',
    },
  },

  room(['engine/register/**/*.ts'], ['register'], PURE, [PLAIN]),
  room(['engine/analysis/**/*.ts'], ['register', 'analysis'], PURE, [PLAIN]),
  room(['engine/story/**/*.ts'], ['register', 'analysis', 'story'], PURE, [PLAIN]),
  // What reads Mermaid's drawing runs in the page that draws it.
  room(['engine/figures/**/*.ts'], ['register', 'analysis', 'figures'], { ...PURE, 'no-restricted-globals': 'off' }, [PLAIN]),
  room(['engine/audit/**/*.ts'], ['register', 'analysis', 'audit'], PURE, [PLAIN]),
  room(['engine/*.ts'], ENGINE, STATIC),
  room(['composables/**/*.ts'], [...SHIPPED, 'composables'], STATIC, [ONLY_PUBLIC, BUILD_TIME]),
  room(['components/**'], [...SHIPPED, 'composables', 'components'], STATIC, [
    ONLY_PUBLIC,
    BUILD_TIME,
    { regex: '^virtual:', message: 'Components read the register through composables/register.ts.' },
  ]),
  room(['layouts/**'], [...SHIPPED, 'composables', 'components', 'layouts'], STATIC, [ONLY_PUBLIC, BUILD_TIME]),
  room(['slidev/**'], [...ENGINE, 'composables', 'components', 'slidev']),
  room(['editions/**'], [...ENGINE, 'composables', 'components', 'slidev', 'editions']),
  room(['setup/**'], [...ENGINE, 'composables', 'components', 'layouts', 'slidev', 'editions', 'setup']),
  room(['cli/**'], [...ENGINE, 'slidev', 'editions', 'cli']),
)
