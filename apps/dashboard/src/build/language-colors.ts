/** The colors of languages by name, as JSON: those of GitHub's Linguist. */
export async function serializeLanguageColors(): Promise<string> {
  const languages = Object.values(await import('linguist-languages'))
  return JSON.stringify(
    Object.fromEntries(
      languages.flatMap((language) =>
        'color' in language ? [[language.name, language.color]] : [],
      ),
    ),
  )
}
