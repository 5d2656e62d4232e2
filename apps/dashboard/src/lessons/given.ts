import type { GetServerSidePropsContext } from 'next'

/** A property of what `getServerSideProps` was given, and its value in words. */
export type Given = { name: string; value: string }

// https://nextjs.org/docs/pages/api-reference/functions/get-server-side-props#context-parameter
const names = [
  'params',
  'req',
  'res',
  'query',
  'resolvedUrl',
  'draftMode',
  'preview',
  'previewData',
  'locale',
  'locales',
  'defaultLocale',
] as const

/** Tells each property that Next documents, and which of them are absent. */
export function givenBy(context: GetServerSidePropsContext): Given[] {
  return names.map((name) => ({
    name,
    value: name in context ? inWords(context[name]) : 'absent',
  }))
}

function inWords(value: unknown): string {
  if (value === undefined) return 'undefined'
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const { name } = value.constructor
    // The whole of a request would be in the page for everybody to read.
    if (name !== 'Object') return name
  }
  return JSON.stringify(value)
}
