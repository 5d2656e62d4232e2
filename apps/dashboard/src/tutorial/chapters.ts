/** A chapter of the tutorial: a file in `docs`, and a page of this site. */
export type Chapter = {
  /** The file name in `docs`, without its extension. */
  file: string
  title: string
  /** The first line, which the chapter answers. */
  question: string
}

/** The chapters in reading order. A test compares them with their files. */
export const chapters: readonly Chapter[] = [
  {
    file: '01-run-it',
    title: 'Getting started',
    question: 'What do you need to run the site and see a page rendered for your request?',
  },
  {
    file: '02-one-page',
    title: 'Anatomy of a page',
    question: 'What happens between a request for a repository and the HTML in the response?',
  },
  {
    file: '03-talking-to-github',
    title: 'Fetching data from GitHub',
    question: 'How does a page fetch from another service and validate every response?',
  },
  {
    file: '04-when-github-says-no',
    title: 'Error handling',
    question: 'What should a visitor see when GitHub returns an error?',
  },
  {
    file: '05-who-may-keep-this-page',
    title: 'Public and private caching',
    question: 'Can a page be rendered on each request, and still cost almost nothing?',
  },
  {
    file: '06-the-same-page-for-someone',
    title: 'Personalized pages',
    question: 'How does a page show private data to its viewer, and never to anyone else?',
  },
  {
    file: '07-where-it-runs',
    title: 'Node.js and Edge runtimes',
    question: 'Which runtime does a page use, and how can you check it?',
  },
  {
    file: '08-components-that-know-nothing',
    title: 'Presentational components',
    question: 'How does a page draw a year of commits without a client-side chart library?',
  },
  {
    file: '09-proving-it-in-a-browser',
    title: 'End-to-end testing',
    question: 'How do you know that all of this works, today, on your machine?',
  },
  {
    file: '10-the-workspace',
    title: 'Monorepo and packages',
    question: 'Why does one site have so many packages, and what builds what?',
  },
  {
    file: '11-deploying-and-growing',
    title: 'Deployment and scaling',
    question: 'What changes when one process on one machine is not enough?',
  },
  {
    file: '12-add-a-page-yourself',
    title: 'Adding a page',
    question: 'What does it take to add a page to this site, with a test?',
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
