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
 * What becomes of an answer on each runtime. e2e/tests/page-runtime.spec.ts measures it on the
 * running build, and fails when a release of Next mends or breaks something.
 */
export const answerMatrix: readonly Row[] = [
  {
    name: 'res.statusCode = 418',
    asked: 'status',
    node: { html: '', data: '' },
    edge: { html: '', data: '' },
  },
  {
    name: "res.setHeader('X-Probe', …)",
    asked: 'header',
    node: { html: '', data: '' },
    edge: { html: '', data: '' },
  },
  {
    name: "res.setHeader('Set-Cookie', …)",
    asked: 'cookie',
    node: { html: '', data: '' },
    edge: { html: '', data: '' },
  },
  {
    name: 'setCacheHeaders(res, …)',
    asked: 'cache-control',
    node: { html: '', data: '' },
    edge: { html: '', data: '' },
  },
  {
    name: 'return { notFound: true }',
    asked: 'not-found',
    node: { html: '', data: '' },
    edge: { html: '', data: '' },
  },
  {
    name: 'return { redirect: … }',
    asked: 'redirect',
    node: { html: '', data: '' },
    edge: { html: '', data: '' },
  },
  {
    name: 'throw new Error(…)',
    asked: 'throw',
    node: { html: '', data: '' },
    edge: { html: '', data: '' },
  },
]
