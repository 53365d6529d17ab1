/** A drawing as small as it can be without looking other than it does: SVGO takes out what is not seen, our style sheet what all parts share. */
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

/** @param svg a drawing of public/diagrams, as HTML has it */
export const slimFigure = (svg: string): string =>
  optimize(svg, {
    // Whole pixels.
    floatPrecision: 0,
    plugins: [
      withoutCommon,
      // What has a class is painted by the style sheet, whatever attributes say.
      { name: 'preset-default', params: { overrides: { convertShapeToPath: false, removeUnknownsAndDefaults: false, removeUselessStrokeAndFill: false, mergePaths: false, moveElemsAttrsToGroup: false, moveGroupAttrsToElems: false } } },
      { name: 'removeAttrs', params: { attrs: ['svg:(xmlns|font-family|height)'] } },
    ],
  }).data
