/** A chapter of the tutorial: a file in `docs`, and a page of this site. */
export type Chapter = {
  /** The file's name in `docs`, without its ending. */
  file: string
  title: string
  /** What it opens with. */
  question: string
}

/** The chapters in the order in which they are read. A test holds them against their files. */
export const chapters: readonly Chapter[] = [
  {
    file: '01-run-it',
    title: 'Run it',
    question: 'What do you need to see a page that was made for your request?',
  },
  {
    file: '02-one-page',
    title: 'One page from top to bottom',
    question: 'What happens between a request for a repository and the HTML that comes back?',
  },
  {
    file: '03-talking-to-github',
    title: 'Talking to GitHub',
    question: 'How does a page ask another service, and believe only what it said in full?',
  },
  {
    file: '04-when-github-says-no',
    title: 'When GitHub says no',
    question: 'What should a visitor see when the data does not come?',
  },
  {
    file: '05-who-may-keep-this-page',
    title: 'Who may keep a page',
    question: 'Can a page be made on each request, and still cost almost nothing?',
  },
  {
    file: '06-the-same-page-for-someone',
    title: 'The same page for someone',
    question: 'How does a page show what one visitor may see, and never show it to the next?',
  },
  {
    file: '07-where-it-runs',
    title: 'Where it runs',
    question: 'Which runtime does a page have, and how do you know?',
  },
  {
    file: '08-components-that-know-nothing',
    title: 'Components that know nothing',
    question: 'How does a page draw a year of commits without sending a chart library?',
  },
  {
    file: '09-proving-it-in-a-browser',
    title: 'Proving it in a browser',
    question: 'How do you know that all of this is true, today, on your machine?',
  },
  {
    file: '10-the-workspace',
    title: 'The workspace',
    question: 'Why is one site made of so many folders, and what builds what?',
  },
  {
    file: '11-deploying-and-growing',
    title: 'Deploying and growing',
    question: 'What changes when one process on one machine is not enough?',
  },
  {
    file: '12-add-a-page-yourself',
    title: 'Add a page yourself',
    question: 'What does it take to add a page to this site, with a test?',
  },
  {
    file: 'getserversideprops',
    title: 'The documentation, sentence by sentence',
    question: 'Is what the documentation says of getServerSideProps true, and who has checked it?',
  },
]

/** The address of a chapter: its file's name without the number. */
export function chapterPath({ file }: Chapter): string {
  return `/learn/${chapterName(file)}`
}

/** The last part of a chapter's address. */
export function chapterName(file: string): string {
  return file.replace(/^\d+-/, '')
}
