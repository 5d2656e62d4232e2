let colors: Record<string, string> | undefined

/**
 * The color of a language at GitHub, if it has one. `next.config.ts` inlines the table into code of the
 * server, so a page sends only the colors that it shows.
 */
export function languageColor(name: string): string | undefined {
  colors ??= JSON.parse(process.env.LANGUAGE_COLORS ?? '{}') as Record<string, string>
  return Object.hasOwn(colors, name) ? colors[name] : undefined
}
