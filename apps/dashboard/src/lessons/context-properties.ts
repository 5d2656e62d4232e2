import type { GetServerSidePropsContext } from 'next'

/** A property of the context of `getServerSideProps`, and its value as text. */
export type ContextProperty = { name: string; value: string }

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

/** Lists every property that Next documents, and which of them are absent. */
export function listContextProperties(context: GetServerSidePropsContext): ContextProperty[] {
  return names.map((name) => ({
    name,
    value: name in context ? formatValue(context[name]) : 'absent',
  }))
}

function formatValue(value: unknown): string {
  if (value === undefined) return 'undefined'
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const { name } = value.constructor
    // Only the class name: the page is public, and a whole request is not.
    if (name !== 'Object') return name
  }
  return JSON.stringify(value)
}
