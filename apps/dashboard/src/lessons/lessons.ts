/** The live lessons, in the order in which they are read. */
export const lessons = {
  firstPage: {
    title: 'A first page',
    summary: 'The stars of one repository, as the documentation writes it, and made safe.',
    path: '/learn/first-page',
    source: 'apps/dashboard/src/pages/learn/first-page.tsx',
  },
  onTheServer: {
    title: 'On the server only',
    summary: 'What is left of the function in the scripts that this page brings: a flag.',
    path: '/learn/on-the-server',
    source: 'apps/dashboard/src/pages/learn/on-the-server.tsx',
  },
  propsArePublic: {
    title: 'Props are public',
    summary: 'All that getServerSideProps returns is in the HTML, shown or not.',
    path: '/learn/props-are-public',
    source: 'apps/dashboard/src/pages/learn/props-are-public.tsx',
  },
  when: {
    title: 'When to ask',
    summary: 'The same stars on each request, ahead of time, and from the browser, side by side.',
    path: '/learn/when',
    source: 'apps/dashboard/src/pages/learn/when/index.tsx',
  },
  navigation: {
    title: 'From page to page',
    summary: 'Links, the router, shallow changes, a refresh, Back: what each asks of the server.',
    path: '/learn/navigation',
    source: 'apps/dashboard/src/pages/learn/navigation.tsx',
  },
  authorization: {
    title: 'The Authorization header',
    summary: 'One address, with the header and without: who sees what, and what a cache may keep.',
    path: '/learn/authorization',
    source: 'apps/dashboard/src/pages/learn/authorization.tsx',
  },
  geolocation: {
    title: 'Where a visitor is',
    summary: 'One page for each country, kept for everybody there. Anybody could send its header.',
    path: '/learn/geolocation',
    source: 'apps/dashboard/src/pages/learn/geolocation/index.tsx',
  },
  yourPlace: {
    title: 'Where you are',
    summary: 'City and time zone are about one visitor: this page is kept by nobody.',
    path: '/learn/geolocation/yours',
    source: 'apps/dashboard/src/pages/learn/geolocation/yours.tsx',
  },
  caching: {
    title: 'Who may keep this page',
    summary:
      'The documentation’s cache header on a live page: fresh, stale while it is renewed, expired.',
    path: '/learn/caching',
    source: 'apps/dashboard/src/pages/learn/caching.tsx',
  },
  errors: {
    title: 'When it goes wrong',
    summary: 'Thrown, not found, sent elsewhere, not now: the status of each, and who may keep it.',
    path: '/learn/errors',
    source: 'apps/dashboard/src/pages/learn/errors/index.tsx',
  },
  thrown: {
    title: 'An error on the server',
    summary: 'This page sets a public cache header and then throws: nobody keeps the 500.',
    path: '/learn/errors/thrown',
    source: 'apps/dashboard/src/pages/learn/errors/thrown.tsx',
  },
  rendering: {
    title: 'An error while rendering',
    summary: 'This page has its data, and its component throws: the status is 500 all the same.',
    path: '/learn/errors/rendering',
    source: 'apps/dashboard/src/pages/learn/errors/rendering.tsx',
  },
  secret: {
    title: 'A secret in the props',
    summary: 'This page hands over a token: it becomes an error, and not a leak.',
    path: '/learn/errors/secret',
    source: 'apps/dashboard/src/pages/learn/errors/secret.tsx',
  },
  failures: {
    title: 'When GitHub fails',
    summary:
      'Choose what GitHub does, and see what a page makes of it. Only with the sample GitHub.',
    path: '/learn/failures',
    source: 'apps/dashboard/src/pages/learn/failures.tsx',
  },
  runtimeNode: {
    title: 'A page on Node.js',
    summary:
      'What a page asks of its runtime, what it finds there, and what becomes of its answer.',
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

/** The lessons to index: the others respond with errors, or exist only with the sample GitHub. */
export const indexedLessonPaths = Object.values(lessons).flatMap(({ path }) =>
  path.startsWith('/learn/errors/') || path === lessons.failures.path ? [] : [path],
)

/** The lessons by their subjects. */
export const lessonGroups = [
  {
    title: 'The function',
    lessons: [lessons.firstPage, lessons.onTheServer, lessons.propsArePublic],
  },
  { title: 'Getting there', lessons: [lessons.when, lessons.navigation] },
  {
    title: 'Known with the request only',
    lessons: [lessons.authorization, lessons.geolocation, lessons.yourPlace],
  },
  { title: 'Caching', lessons: [lessons.caching] },
  {
    title: 'Failures',
    lessons: [lessons.errors, lessons.thrown, lessons.rendering, lessons.secret, lessons.failures],
  },
  { title: 'Where it runs', lessons: [lessons.runtimeNode, lessons.runtimeEdge] },
]

/** The page that `when` compares itself with: one for each repository, made ahead of time. */
export function aheadOfTime(fullName: string) {
  return {
    title: 'Made ahead of time',
    summary: `The stars of ${fullName} by getStaticProps: made once, kept, and made again behind the visitor’s back.`,
    path: `/learn/when/${fullName}`,
    source: 'apps/dashboard/src/pages/learn/when/[owner]/[repo].tsx',
  }
}
