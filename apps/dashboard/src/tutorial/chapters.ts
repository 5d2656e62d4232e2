/** A chapter of the tutorial: a file in `docs`, and a page of this site. */
export type Chapter = {
  /** The file name in `docs`, without its extension. */
  file: string
  title: string
  /** The first line, which the chapter answers. */
  question: string
}

/** The chapters by the order of their files. A test compares them with the files. */
export const chapters: readonly Chapter[] = [
  {
    file: '01-getting-started',
    title: 'Getting started',
    question: 'What do you need to run the site and see a page rendered for your request?',
  },
  {
    file: '02-anatomy-of-a-page',
    title: 'Anatomy of a page',
    question: 'What happens between a request for a repository and the HTML in the response?',
  },
  {
    file: '03-adding-a-page',
    title: 'Adding a page',
    question: 'What does it take to add a page to this site, with a test?',
  },
  {
    file: '04-fetching-data',
    title: 'Fetching data from GitHub',
    question: 'How does a page fetch from another service and validate every response?',
  },
  {
    file: '05-error-handling',
    title: 'Error handling',
    question: 'What should a visitor see when GitHub returns an error?',
  },
  {
    file: '06-public-and-private-caching',
    title: 'Public and private caching',
    question: 'Can a page be rendered on each request, and still cost almost nothing?',
  },
  {
    file: '07-personalized-pages',
    title: 'Personalized pages',
    question: 'How does a page show private data to its viewer, and never to anyone else?',
  },
  {
    file: '08-presentational-components',
    title: 'Presentational components',
    question: 'How does a page draw a year of commits without a client-side chart library?',
  },
  {
    file: '09-end-to-end-testing',
    title: 'End-to-end testing',
    question: 'How do you know that all of this works, today, on your machine?',
  },
  {
    file: '10-deployment-and-scaling',
    title: 'Deployment and scaling',
    question: 'What changes when one process on one machine is not enough?',
  },
  {
    file: '11-on-demand-revalidation',
    title: 'On-demand revalidation',
    question: 'How does a page show a change at once, although caches store it for minutes?',
  },
  {
    file: '12-node-and-edge-runtimes',
    title: 'Node.js and Edge runtimes',
    question: 'Which runtime does a page use, and how can you check it?',
  },
  {
    file: '13-monorepo-and-packages',
    title: 'Monorepo and packages',
    question: 'Why does one site have so many packages, and what builds what?',
  },
  {
    file: 'getserversideprops',
    title: 'Fact-checking the getServerSideProps docs',
    question: 'Is every sentence of the getServerSideProps docs true, and which test proves it?',
  },
]

/** The path of a chapter: its file name without the number. */
export function chapterPath({ file }: Chapter): string {
  return `/learn/${chapterName(file)}`
}

/** The last segment of a chapter's path. */
export function chapterName(file: string): string {
  return file.replace(/^\d+-/, '')
}
