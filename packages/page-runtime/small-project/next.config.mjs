const forSeconds = [{ key: 'Cache-Control', value: 'public, s-maxage=5' }]

export default {
  basePath: '/small',
  pageExtensions: ['page.jsx', 'route.js'],
  headers: async () => [
    { source: '/edge/:id', headers: forSeconds },
    { source: '/_next/data/:build/edge/:id.json', headers: forSeconds },
  ],
}
