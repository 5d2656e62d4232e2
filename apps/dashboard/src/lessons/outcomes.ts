/** One way in which `getServerSideProps` or its page can end, and what arrives. */
type Outcome = {
  name: string
  path: string
  /** Statuses of the document and of the data request. */
  document: number
  data: number
  /** What a click on a link to it ends in. */
  click: string
  /** Who may keep the document. */
  kept: string
}

/** A test asks for each of these and holds what arrives against this table. */
export const outcomes: readonly Outcome[] = [
  {
    name: 'throw in the function',
    path: '/learn/errors/thrown',
    document: 500,
    data: 500,
    click: 'the 500 page, as a document of its own',
    kept: 'nobody',
  },
  {
    name: 'throw while rendering',
    path: '/learn/errors/rendering',
    document: 500,
    data: 200,
    click: 'the 500 page, by the error boundary in _app',
    kept: 'nobody',
  },
  {
    name: 'a secret in the props',
    path: '/learn/errors/secret',
    document: 500,
    data: 500,
    click: 'the 500 page, as a document of its own',
    kept: 'nobody',
  },
  {
    name: 'notFound: true',
    path: '/learn/errors?outcome=not-found',
    document: 404,
    data: 404,
    click: 'the 404 page, without a new document',
    kept: 'everybody, for 30 s',
  },
  {
    name: 'redirect',
    path: '/learn/errors?outcome=redirect',
    document: 307,
    data: 200,
    click: 'the page that it leads to, without a new document',
    kept: 'nobody',
  },
  {
    name: 'props with res.statusCode = 503',
    path: '/learn/errors?outcome=not-now',
    document: 503,
    data: 503,
    click: 'the page itself, as a document of its own',
    kept: 'nobody',
  },
]
