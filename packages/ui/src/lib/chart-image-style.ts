/** Classes of a chart image: the property that has a color, its token, and the color of each theme. */
export const imageColors = [
  ['image', 'fill', '--bgColor-default', '#ffffff', '#0d1117'],
  ['image', 'stroke', '--borderColor-default', '#d1d9e0', '#3d444d'],
  ['text', 'fill', '--fgColor-muted', '#59636e', '#9198a1'],
  ['title', 'fill', '--fgColor-default', '#1f2328', '#f0f6fc'],
  ['message', 'fill', '--fgColor-default', '#1f2328', '#f0f6fc'],
  ['grid', 'stroke', '--borderColor-default', '#d1d9e0', '#3d444d'],
  ['axis', 'stroke', '--borderColor-emphasis', '#818b98', '#656c76'],
  ['mark', 'stroke', '--borderColor-emphasis', '#818b98', '#656c76'],
  ['event', 'stroke', '--fgColor-default', '#1f2328', '#f0f6fc'],
  ['bars', 'stroke', '--data-blue-color-emphasis', '#006edb', '#0576ff'],
  ['line', 'stroke', '--data-purple-color-emphasis', '#894ceb', '#975bf1'],
  ['area', 'fill', '--data-purple-color-emphasis', '#894ceb', '#975bf1'],
  ['last', 'fill', '--data-purple-color-emphasis', '#894ceb', '#975bf1'],
  ['above', 'stroke', '--data-green-color-emphasis', '#30a147', '#2f6f37'],
  ['below', 'stroke', '--data-red-color-emphasis', '#df0c24', '#eb3342'],
  ['level0', 'stroke', '--bgColor-neutral-muted', '#818b981f', '#656c7633'],
  ['level', 'stroke', '--data-blue-color-emphasis', '#006edb', '#0576ff'],
] as const

const selectors: Record<string, string> = {
  text: 'text',
  level: '.level1,.level2,.level3,.level4',
}

/** The style sheet of a chart image. Programs that do not know `prefers-color-scheme` show it light. */
export const imageStyle = [
  'text{font:12px -apple-system,BlinkMacSystemFont,Segoe UI,Noto Sans,Helvetica,Arial,sans-serif}',
  ...imageColors.map(([name, property, , light]) => rule(name, property, light)),
  '.title{font-size:16px;font-weight:600}',
  '.message{font-size:14px;text-anchor:middle}',
  '.small{font-size:11px}',
  '.grid,.axis,.line,.bars,.mark,.event{fill:none}',
  '.mark{stroke-dasharray:2 3}',
  '.event,.line{stroke-width:2;stroke-linejoin:round}',
  '.area{fill-opacity:.12}',
  '.partial{opacity:.5}',
  '.level1{stroke-opacity:.3}.level2{stroke-opacity:.5}.level3{stroke-opacity:.75}',
  '@media(prefers-color-scheme:dark){',
  ...imageColors.map(([name, property, , , dark]) => rule(name, property, dark)),
  '}',
].join('')

function rule(name: string, property: string, color: string): string {
  return `${selectors[name] ?? `.${name}`}{${property}:${color}}`
}
