import { type CustomPlugin, optimize } from 'svgo'

/** What page.css says of every mark of that class. */
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
        for (const [attribute, value] of Object.entries(COMMON[first] ?? {}))
          if (attributes[attribute] === value) delete attributes[attribute]
        if (name !== 'text') return
        // In the middle unless it says otherwise.
        if (attributes['text-anchor'] === 'middle') delete attributes['text-anchor']
        else attributes['text-anchor'] ??= 'start'
      },
    },
  }),
}

/** The style sheet paints what has a class, whatever attributes say. */
const overrides = {
  convertShapeToPath: false,
  removeUnknownsAndDefaults: false,
  removeUselessStrokeAndFill: false,
  mergePaths: false,
  moveElemsAttrsToGroup: false,
  moveGroupAttrsToElems: false,
} as const

/** A drawing in HTML, as small as it can be without looking different: in whole pixels, without what a slide listens on. */
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
