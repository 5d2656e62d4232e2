import { Button } from '@repo/ui/button'
import { Stat, StatList } from '@repo/ui/stat'
import Link from 'next/link'
import { useRouter } from 'next/router'
import { ClockTime } from '#components/clock-time.tsx'
import { useHasScripts } from '#components/shell/use-has-scripts.ts'
import styles from './lesson.module.css'
import { RouterLog } from './router-log.tsx'

type NavigationLessonProps = { renderedAt: string; askedFor: string }

const here = '/learn/navigation'

/** The lesson around the ways from page to page, each of which leads here again. */
export function NavigationLesson({ renderedAt, askedFor }: NavigationLessonProps) {
  const { asPath } = useRouter()
  return (
    <>
      <StatList label="This page">
        <Stat label="Rendered at" value={<ClockTime moment={renderedAt} />} />
        <Stat label="The browser asked for" value={askedFor} />
        <Stat label="Address" value={<code>{asPath}</code>} />
      </StatList>
      <RouterLog />

      <h2>Links</h2>
      <ul>
        <li>
          <Link href={`${here}?by=link`}>A link</Link>: one request for the props, as JSON, from{' '}
          <code>/_next/data</code>. No document is loaded, and the function runs as for a document.
        </li>
        <li>
          <a href={`${here}?by=document`}>A plain element a</a>: the document again, with all of its
          HTML.
        </li>
        <li>
          <Link href={`${here}?by=shallow`} shallow>
            A shallow link
          </Link>
          : another address of the same page, with the same props, and the state of the page stays.
          Nothing is asked. Back to it from elsewhere asks.
        </li>
        <li>
          <Link href="#what-the-router-does">A link to a part of the page</Link>: nothing is asked.
        </li>
        <li>
          <Link href={`${here}?pace=slow`}>A slow page</Link>: its function waits two seconds. The
          old page stays meanwhile, and the bar at the top says that something comes.
        </li>
      </ul>
      <RouterButtons />

      <h2 id="what-the-router-does">What the router does</h2>
      <ul>
        <li>
          It asks for the data of a page with <code>getServerSideProps</code> on the click, and not
          before. What it loads ahead, for links in sight, is the script of the page.
        </li>
        <li>It keeps no props: Back and Forward ask again.</li>
        <li>
          A navigation that another replaces ends with <code>routeChangeError</code> and{' '}
          <code>cancelled: true</code>. Its answer still comes, and nothing is done with it.
        </li>
        <li>
          A data request that fails becomes a navigation of the browser: the document is asked for,
          and says by its status what is wrong.
        </li>
      </ul>
    </>
  )
}

function RouterButtons() {
  const router = useRouter()
  if (!useHasScripts()) return null

  async function goElsewhereMeanwhile() {
    const slow = router.push(`${here}?pace=slow`)
    // At once, the second would come before the router has begun to load the first.
    await new Promise((resolve) => setTimeout(resolve, 500))
    await Promise.all([slow, router.push(`${here}?by=replacing`)])
  }

  return (
    <>
      <h2>From code</h2>
      <p className={styles.buttons}>
        <Button onClick={() => router.push(`${here}?by=push`)}>router.push</Button>
        <Button onClick={() => router.replace(router.asPath, undefined, { scroll: false })}>
          Refresh: router.replace(router.asPath)
        </Button>
        <Button onClick={goElsewhereMeanwhile}>Start a slow one, and replace it</Button>
      </p>
      <p>
        <code>push</code> does what a link does. To replace an address by itself is the way to ask
        for new props: the page stays, its state too, and history has no entry more.
      </p>
    </>
  )
}
