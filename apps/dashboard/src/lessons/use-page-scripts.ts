import { useEffect, useState } from 'react'

type PageScripts = { names: string[]; code: string }

/** The scripts that a page brings of its own, once the browser has looked into them. */
export function usePageScripts(route: string): PageScripts | 'none' | undefined {
  const [scripts, setScripts] = useState<PageScripts | 'none'>()

  useEffect(() => {
    const leaving = new AbortController()
    readScripts(route, leaving.signal).then(setScripts, () => {
      if (!leaving.signal.aborted) setScripts('none')
    })
    return () => leaving.abort()
  }, [route])

  return scripts
}

// Next names a page's own script by its route.
async function readScripts(route: string, signal: AbortSignal): Promise<PageScripts | 'none'> {
  const own = [...document.scripts].filter(({ src }) => src.includes(`/chunks/pages${route}-`))
  const addresses = [...new Set(own.map(({ src }) => src))]
  if (addresses.length === 0) return 'none'
  const answers = await Promise.all(addresses.map((address) => fetch(address, { signal })))
  const codes = await Promise.all(answers.map((answer) => answer.text()))
  return {
    names: addresses.map((address) => new URL(address).pathname.split('/').at(-1) ?? address),
    code: codes.join('\n'),
  }
}
