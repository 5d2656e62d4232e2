import type { NextConfig } from 'next'

const forSeconds = [{ key: 'Cache-Control', value: 'public, s-maxage=5' }]

/** The rules of `headers()`. */
export const rules = [
  { source: '/edge/:id', headers: forSeconds },
  { source: '/_next/data/:build/edge/:id.json', headers: forSeconds },
]

/** What ends the name of a page's file. */
export const pageExtensions = ['page.jsx', 'route.js']

const config: NextConfig = { basePath: '/small', pageExtensions, headers: async () => rules }

export default config
