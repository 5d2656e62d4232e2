/** The response to a document request, and to the data request of a client navigation. */
export type RuntimeResponses = { html: string; data: string }

type Row = {
  /** What getServerSideProps does. */
  code: string
  /** The last segment of the probe's path. */
  outcome: string
  node: RuntimeResponses
  edge: RuntimeResponses
}

/**
 * What happens to a response on each runtime. e2e/tests/lesson-runtime-responses.spec.ts compares it
 * with the running build, and fails if a release of Next changes it.
 */
export const runtimeResponses: readonly Row[] = [
  {
    code: 'res.statusCode = 418',
    outcome: 'status',
    node: { html: '418, the page', data: '418, JSON' },
    edge: { html: '200, the page', data: '200, JSON' },
  },
  {
    code: "res.setHeader('X-Probe', …)",
    outcome: 'header',
    node: { html: 'sent', data: 'sent' },
    edge: { html: 'dropped', data: 'dropped' },
  },
  {
    code: "res.setHeader('Set-Cookie', …)",
    outcome: 'cookie',
    node: { html: 'sent', data: 'sent' },
    edge: { html: 'dropped', data: 'dropped' },
  },
  {
    code: 'setCacheHeaders(res, …)',
    outcome: 'cache-control',
    node: { html: 'sent', data: 'sent' },
    edge: { html: 'dropped', data: 'dropped' },
  },
  {
    code: 'return { notFound: true }',
    outcome: 'not-found',
    node: { html: '404, the 404 page', data: '404, JSON' },
    edge: { html: '500, empty body', data: '500, empty body' },
  },
  {
    code: 'return { redirect: … }',
    outcome: 'redirect',
    node: { html: '307 to /learn/runtime/node', data: '200, JSON' },
    edge: { html: '200, JSON', data: '200, JSON' },
  },
  {
    code: 'throw new Error(…)',
    outcome: 'throw',
    node: { html: '500, the 500 page', data: '500, the 500 page' },
    edge: { html: '200, the 500 page', data: '200, the 500 page' },
  },
]
