import { type CustomPlugin, optimize } from 'svgo'

/** What the style sheet says of every mark of that class (editions/page/page.css). */
const COMMON: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  line: { fill: 'none', stroke: 'currentColor', 'stroke-width': '1.6' },
  box: { fill: 'none', stroke: 'currentColor', 'stroke-width': '1.4' },
  tip: { fill: 'currentColor' },
  ground: { fill: '#fff' },
}

const withoutCommon: CustomPlugin = {
  name: 'without-common',
  fn: () => ({
    element: {
      enter({ name, attributes }) {
        const [first = ''] = (attributes['class'] ?? '').split(' ')
        for (const [attribute, value] of Object.entries(COMMON[first] ?? {})) if (attributes[attribute] === value) delete attributes[attribute]
        if (name !== 'text') return
        // In the middle unless it says otherwise.
        if (attributes['text-anchor'] === 'middle') delete attributes['text-anchor']
        else attributes['text-anchor'] ??= 'start'
      },
    },
  }),
}

/** What has a class is painted by the style sheet, whatever attributes say. */
const overrides = {
  convertShapeToPath: false,
  removeUnknownsAndDefaults: false,
  removeUselessStrokeAndFill: false,
  mergePaths: false,
  moveElemsAttrsToGroup: false,
  moveGroupAttrsToElems: false,
} as const

/**
 * A drawing of public/diagrams, as HTML has it, as small as it can be without looking other than it does: in whole pixels,
 * and without what a slide would listen on.
 */
export const slimFigure = (svg: string): string =>
  optimize(svg, {
    floatPrecision: 0,
    plugins: [
      { name: 'removeElementsByAttr', params: { class: 'hit' } },
      withoutCommon,
      { name: 'preset-default', params: { overrides } },
      { name: 'removeAttrs', params: { attrs: ['svg:(xmlns|font-family|height)', 'data-(part|group|claim|source)'] } },
    ],
  }).data
