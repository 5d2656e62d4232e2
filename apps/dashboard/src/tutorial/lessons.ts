/** A live page that demonstrates one behavior. */
export type Lesson = { title: string; summary: string; path: string; source: string }

/** The live lessons, with the pages that fail on purpose. */
export const lessons = {
  firstPage: {
    title: 'A first page',
    summary: 'The stars of one repository, as in the documentation and with error handling.',
    path: '/learn/first-page',
    source: 'apps/dashboard/src/pages/learn/first-page.tsx',
  },
  onTheServer: {
    title: 'Server-only code',
    summary: 'What remains of getServerSideProps in the client bundle: one flag.',
    path: '/learn/on-the-server',
    source: 'apps/dashboard/src/pages/learn/on-the-server.tsx',
  },
  propsArePublic: {
    title: 'Props are public',
    summary: 'Everything that getServerSideProps returns is in the HTML, shown or not.',
    path: '/learn/props-are-public',
    source: 'apps/dashboard/src/pages/learn/props-are-public.tsx',
  },
  dataFetching: {
    title: 'SSR, SSG or client fetch?',
    summary: 'The same number, three ways.',
    path: '/learn/when',
    source: 'apps/dashboard/src/pages/learn/when/index.tsx',
  },
  navigation: {
    title: 'Client-side navigation',
    summary: 'Links, the router, shallow routing, refresh, Back: which requests each one makes.',
    path: '/learn/navigation',
    source: 'apps/dashboard/src/pages/learn/navigation.tsx',
  },
  authorization: {
    title: 'The Authorization header',
    summary: 'One URL, with and without credentials: who sees what, and what a cache may store.',
    path: '/learn/authorization',
    source: 'apps/dashboard/src/pages/learn/authorization.tsx',
  },
  geolocation: {
    title: 'Geolocation by country',
    summary: 'One cached page per country, and why a geolocation header needs a trusted source.',
    path: '/learn/geolocation',
    source: 'apps/dashboard/src/pages/learn/geolocation/index.tsx',
  },
  visitorLocation: {
    title: 'City and time zone',
    summary: 'They identify one visitor, so this page is private and not cached.',
    path: '/learn/geolocation/yours',
    source: 'apps/dashboard/src/pages/learn/geolocation/yours.tsx',
  },
  caching: {
    title: 'Caching this page',
    summary:
      'The cache header from the documentation on a live page: fresh, stale-while-revalidate, expired.',
    path: '/learn/caching',
    source: 'apps/dashboard/src/pages/learn/caching.tsx',
  },
  revalidation: {
    title: 'A push, layer by layer',
    summary: 'Push a commit at the sample GitHub, and see when each layer shows it.',
    path: '/learn/revalidation',
    source: 'apps/dashboard/src/pages/learn/revalidation.tsx',
  },
  errors: {
    title: 'Errors and status codes',
    summary: 'Throw, notFound, redirect, 503: the status code and caching of each.',
    path: '/learn/errors',
    source: 'apps/dashboard/src/pages/learn/errors/index.tsx',
  },
  thrown: {
    title: 'An error on the server',
    summary: 'This page sets a public cache header and then throws: the 500 is not cached.',
    path: '/learn/errors/thrown',
    source: 'apps/dashboard/src/pages/learn/errors/thrown.tsx',
  },
  rendering: {
    title: 'An error while rendering',
    summary: 'This page has its data, but its component throws: the status is 500 too.',
    path: '/learn/errors/rendering',
    source: 'apps/dashboard/src/pages/learn/errors/rendering.tsx',
  },
  secret: {
    title: 'A secret in the props',
    summary: 'This page returns a token in its props: it causes an error, not a leak.',
    path: '/learn/errors/secret',
    source: 'apps/dashboard/src/pages/learn/errors/secret.tsx',
  },
  failures: {
    title: 'GitHub failures',
    summary:
      'Choose how GitHub fails, and see how a page handles it. Available with sample data only.',
    path: '/learn/failures',
    source: 'apps/dashboard/src/pages/learn/failures.tsx',
  },
  runtimeNode: {
    title: 'A page on Node.js',
    summary:
      'How a page selects its runtime, what it can use there, and what happens to its response.',
    path: '/learn/runtime/node',
    source: 'apps/dashboard/src/pages/learn/runtime/node.tsx',
  },
  runtimeEdge: {
    title: 'A page on the Edge Runtime',
    summary: 'The same page on the deprecated runtime, which drops its status and its headers.',
    path: '/learn/runtime/edge',
    source: 'apps/dashboard/src/pages/learn/runtime/edge.tsx',
  },
}

/** The lessons that crawlers index: the others respond with errors, or need the sample GitHub. */
export const indexedLessonPaths = Object.values(lessons).flatMap(({ path }) =>
  path.startsWith('/learn/errors/') || path === lessons.failures.path ? [] : [path],
)

/** Returns the ISR page of a repository, which the data-fetching lesson compares. */
export function isrLessonFor(fullName: string) {
  return {
    title: 'Incremental static regeneration (ISR)',
    summary: `The stars of ${fullName} by getStaticProps: rendered once, cached, and regenerated in the background.`,
    path: `/learn/when/${fullName}`,
    source: 'apps/dashboard/src/pages/learn/when/[owner]/[repo].tsx',
  }
}
