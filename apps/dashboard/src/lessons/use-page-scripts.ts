import { useEffect, useState } from 'react'

type PageScripts = { names: string[]; code: string }

/** Loads the scripts of a page; undefined until they are loaded. */
export function usePageScripts(route: string): PageScripts | 'not-found' | undefined {
  const [scripts, setScripts] = useState<PageScripts | 'not-found'>()

  useEffect(() => {
    const controller = new AbortController()
    fetchScripts(route, controller.signal).then(setScripts, () => {
      if (!controller.signal.aborted) setScripts('not-found')
    })
    return () => controller.abort()
  }, [route])

  return scripts
}

// Next names the script of a page after its route.
async function fetchScripts(
  route: string,
  signal: AbortSignal,
): Promise<PageScripts | 'not-found'> {
  const pageScripts = [...document.scripts].filter(({ src }) =>
    src.includes(`/chunks/pages${route}-`),
  )
  const urls = [...new Set(pageScripts.map(({ src }) => src))]
  if (urls.length === 0) return 'not-found'
  const responses = await Promise.all(urls.map((url) => fetch(url, { signal })))
  const texts = await Promise.all(responses.map((response) => response.text()))
  return {
    names: urls.map((url) => new URL(url).pathname.split('/').at(-1) ?? url),
    code: texts.join('\n'),
  }
}
