let colors: Record<string, string> | undefined
let names: ReadonlyMap<string, string> | undefined

/**
 * The color of a language at GitHub, if it has one. `next.config.ts` inlines the table into code of the
 * server, so a page sends only the colors that it shows.
 */
export function languageColor(name: string): string | undefined {
  const table = readColors()
  return Object.hasOwn(table, name) ? table[name] : undefined
}

/** A language as GitHub spells it, in whatever case it was typed; an unknown one stays as it is. */
export function languageName(typed: string): string {
  names ??= new Map(Object.keys(readColors()).map((name) => [name.toLowerCase(), name]))
  return names.get(typed.toLowerCase()) ?? typed
}

function readColors(): Record<string, string> {
  colors ??= JSON.parse(process.env.LANGUAGE_COLORS ?? '{}') as Record<string, string>
  return colors
}
