/** What arrives as a document, and on the data route of a client navigation. */
export type Answers = { html: string; data: string }

type Row = {
  /** What getServerSideProps does. */
  name: string
  /** The probe's address ends so. */
  asked: string
  node: Answers
  edge: Answers
}

/**
 * What becomes of an answer on each runtime. e2e/tests/lesson-runtime-responses.spec.ts measures it on the
 * running build, and fails when a release of Next mends or breaks something.
 */
export const answerMatrix: readonly Row[] = [
  {
    name: 'res.statusCode = 418',
    asked: 'status',
    node: { html: '418, the page', data: '418, JSON' },
    edge: { html: '200, the page', data: '200, JSON' },
  },
  {
    name: "res.setHeader('X-Probe', …)",
    asked: 'header',
    node: { html: 'kept', data: 'kept' },
    edge: { html: 'dropped', data: 'dropped' },
  },
  {
    name: "res.setHeader('Set-Cookie', …)",
    asked: 'cookie',
    node: { html: 'kept', data: 'kept' },
    edge: { html: 'dropped', data: 'dropped' },
  },
  {
    name: 'setCacheHeaders(res, …)',
    asked: 'cache-control',
    node: { html: 'kept', data: 'kept' },
    edge: { html: 'dropped', data: 'dropped' },
  },
  {
    name: 'return { notFound: true }',
    asked: 'not-found',
    node: { html: '404, the 404 page', data: '404, JSON' },
    edge: { html: '500, nothing', data: '500, nothing' },
  },
  {
    name: 'return { redirect: … }',
    asked: 'redirect',
    node: { html: '307 to /learn/runtime/node', data: '200, JSON' },
    edge: { html: '200, JSON', data: '200, JSON' },
  },
  {
    name: 'throw new Error(…)',
    asked: 'throw',
    node: { html: '500, the 500 page', data: '500, the 500 page' },
    edge: { html: '200, the 500 page', data: '200, the 500 page' },
  },
]
