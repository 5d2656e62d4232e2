/** One way in which `getServerSideProps` or its page can end, and the response to it. */
type ErrorResponse = {
  name: string
  path: string
  documentStatus: number
  dataStatus: number
  /** What the visitor sees after a client navigation to it. */
  navigation: string
  /** How shared caches may store the document. */
  caching: 'not cached' | 'public, 30 s'
}

/** A test requests each of these and compares the responses with this table. */
export const errorResponses: readonly ErrorResponse[] = [
  {
    name: 'throw in the function',
    path: '/learn/errors/thrown',
    documentStatus: 500,
    dataStatus: 500,
    navigation: 'the 500 page, as a new document',
    caching: 'not cached',
  },
  {
    name: 'throw while rendering',
    path: '/learn/errors/rendering',
    documentStatus: 500,
    dataStatus: 200,
    navigation: 'the 500 page, by the error boundary in _app',
    caching: 'not cached',
  },
  {
    name: 'a secret in the props',
    path: '/learn/errors/secret',
    documentStatus: 500,
    dataStatus: 500,
    navigation: 'the 500 page, as a new document',
    caching: 'not cached',
  },
  {
    name: 'notFound: true',
    path: '/learn/errors?outcome=not-found',
    documentStatus: 404,
    dataStatus: 404,
    navigation: 'the 404 page, on the client',
    caching: 'public, 30 s',
  },
  {
    name: 'redirect',
    path: '/learn/errors?outcome=redirect',
    documentStatus: 307,
    dataStatus: 200,
    navigation: 'the redirect target, on the client',
    caching: 'not cached',
  },
  {
    name: 'props with res.statusCode = 503',
    path: '/learn/errors?outcome=not-now',
    documentStatus: 503,
    dataStatus: 503,
    navigation: 'the page itself, as a new document',
    caching: 'not cached',
  },
]
