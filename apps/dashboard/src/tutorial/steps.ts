import { chapterPath, chapters } from './chapters.ts'
import { type Lesson, lessons } from './lessons.ts'

/** A page of the tutorial: a chapter to read, or a lesson to try. */
export type Step = {
  kind: 'chapter' | 'lesson'
  title: string
  path: string
  /** About how long it takes. */
  minutes: number
  /** What the reader can do afterwards. */
  outcome: string
}

/** The tutorial in reading order; the appendices have no numbers. */
export const parts: readonly { title: string; steps: readonly Step[] }[] = [
  {
    title: 'First steps',
    steps: [
      chapter(
        '01-getting-started',
        2,
        'Start the site with sample data, and point it at real repositories.',
      ),
      chapter(
        '02-anatomy-of-a-page',
        3,
        'Read any page file here, and follow a request through it.',
      ),
      chapter('03-adding-a-page', 4, 'Add a page of your own, with its tab and its tests.'),
    ],
  },
  {
    title: 'The function',
    steps: [
      lesson(lessons.firstPage, 4, 'Find five problems in the first example of the documentation.'),
      lesson(lessons.onTheServer, 4, 'Check that server code does not reach the browser.'),
      lesson(lessons.propsArePublic, 4, 'Keep data that a page does not show out of its HTML.'),
      lesson(
        lessons.navigation,
        5,
        'Predict which requests a link, a refresh and the Back button make.',
      ),
    ],
  },
  {
    title: 'Data and errors',
    steps: [
      chapter('04-fetching-data', 4, 'Read an API with a timeout, a schema and a cache.'),
      chapter(
        '05-error-handling',
        4,
        'Give each kind of failure its own status, text and lifetime.',
      ),
      lesson(lessons.errors, 5, 'Return a 404, a redirect or a 503 from the function.'),
      lesson(lessons.failures, 5, 'Make GitHub fail, and recognize each failure on a page.'),
    ],
  },
  {
    title: 'Caching',
    steps: [
      chapter(
        '06-public-and-private-caching',
        3,
        'Write a Cache-Control header, and say what each cache does with it.',
      ),
      lesson(lessons.caching, 5, 'Watch a response become fresh, stale and expired.'),
      lesson(lessons.dataFetching, 4, 'Choose between SSR, SSG, ISR and a request by the browser.'),
    ],
  },
  {
    title: 'Personalized pages',
    steps: [
      chapter('07-personalized-pages', 4, 'Show private data to its viewer only.'),
      lesson(lessons.authorization, 4, 'Send credentials, and say what a cache may store.'),
      lesson(lessons.geolocation, 3, 'Cache one page per country, from a header you can trust.'),
      lesson(lessons.visitorLocation, 2, 'Read what a request says about its visitor.'),
    ],
  },
  {
    title: 'From code to production',
    steps: [
      chapter('08-presentational-components', 3, 'Draw a chart without sending its library.'),
      chapter('09-end-to-end-testing', 3, 'Test a page in a browser, with failures on demand.'),
      chapter('10-deployment-and-scaling', 4, 'Run several instances behind a shared cache.'),
      chapter('11-on-demand-revalidation', 4, 'Show a change at once, without shorter lifetimes.'),
      lesson(lessons.revalidation, 4, 'Follow a push through every layer that stores data.'),
    ],
  },
  {
    title: 'Appendices',
    steps: [
      chapter('12-node-and-edge-runtimes', 3, 'Choose a runtime, and check which one a page got.'),
      lesson(lessons.runtimeNode, 3, 'See what a page on Node.js can use.'),
      lesson(lessons.runtimeEdge, 3, 'See what the Edge Runtime drops from a response.'),
      chapter(
        '13-monorepo-and-packages',
        3,
        'Find the package for a change, and what it rebuilds.',
      ),
      chapter('getserversideprops', 14, 'Know which sentences of the documentation to trust.'),
    ],
  },
]

const steps = parts.flatMap((part) => part.steps)

/** The number of steps, without the appendices. */
export const STEP_COUNT = parts.slice(0, -1).flatMap((part) => part.steps).length

/** A link to a step; an appendix has no number. */
export type StepLink = { title: string; path: string; number?: number }

/** Where a step is in the tutorial. */
export type Place = {
  /** Absent for an appendix. */
  number?: number
  minutes: number
  previous: StepLink | null
  next: StepLink | null
}

/** A section of a chapter, with the fragment of its URL. */
export type Heading = { id: string; title: string }

/** The links of all steps, in reading order. */
export const stepLinks: readonly StepLink[] = steps.map(({ title, path }, index) => ({
  title,
  path,
  ...(index < STEP_COUNT && { number: index + 1 }),
}))

/** Finds the place of a step by its path; undefined for a page that is not a step. */
export function findPlace(path: string): Place | undefined {
  const index = steps.findIndex((step) => step.path === path)
  const step = steps[index]
  return (
    step && {
      ...(index < STEP_COUNT && { number: index + 1 }),
      minutes: step.minutes,
      previous: stepLinks[index - 1] ?? null,
      next: stepLinks[index + 1] ?? null,
    }
  )
}

function chapter(file: string, minutes: number, outcome: string): Step {
  const found = chapters.find((candidate) => candidate.file === file)
  if (!found) throw new Error(`There is no chapter ${file}`)
  return { kind: 'chapter', title: found.title, path: chapterPath(found), minutes, outcome }
}

function lesson({ title, path }: Lesson, minutes: number, outcome: string): Step {
  return { kind: 'lesson', title, path, minutes, outcome }
}
