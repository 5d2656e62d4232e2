import { Count } from '@repo/ui/count'
import type { ReactNode } from 'react'
import { ClockTime } from '#components/clock-time.tsx'
import { useSecondsSince } from '#components/use-seconds-since.ts'
import type { Answer } from './answer.ts'
import styles from './request-drawer.module.css'
import type { RequestTrace } from './request-trace.ts'

type RequestFactsProps = { answer: Answer; told: RequestTrace | undefined; isInProps: boolean }

/** What was asked for, and when and where it was rendered. */
export function RequestFacts({ answer, told, isInProps }: RequestFactsProps) {
  return (
    <>
      <dl className={styles.facts}>
        <Fact name="Request">
          {kinds[answer.kind]}
          <br />
          <code>{answer.path}</code>
        </Fact>
        {told?.rendered && <Rendered moment={told.rendered} />}
        {told?.cache && (
          <Fact name="Cache in front">
            <code>{told.cache}</code>
          </Fact>
        )}
        {told?.runtime && (
          <Fact name="Runtime">
            <code>{told.runtime}</code>
          </Fact>
        )}
        {answer.bytes !== undefined && (
          <Fact name="Props">
            <Count value={answer.bytes} /> bytes{' '}
            {answer.kind === 'document' ? (
              <>
                in <code>__NEXT_DATA__</code>
              </>
            ) : (
              'of JSON'
            )}
          </Fact>
        )}
      </dl>
      {isInProps && (
        <p>
          The Edge Runtime drops the headers of a page, and <code>Server-Timing</code> with them.
          This page carries the same in its props.
        </p>
      )}
      {!told?.rendered && <p>{unasked[told ? 'ahead' : answer.kind]}</p>}
    </>
  )
}

const kinds = {
  document: 'A document: the whole page as HTML',
  data: 'A data request: the props alone, as JSON',
  none: 'None: the browser had all that the page needs',
} as const satisfies Record<Answer['kind'], string>

const silent =
  'The answer says nothing of itself. The page was not made for this request: it is static, or made ahead of time by getStaticProps. So there are no calls to GitHub to show, and its cache headers come from Next.'

const unasked = {
  ahead:
    'The page was not made for this request: it was made when the site was built. So there are no calls to GitHub to show, and its cache headers come from next.config.',
  document: silent,
  data: silent,
  none: 'The page is static: it has no getServerSideProps, and no props to ask for.',
} as const satisfies Record<Answer['kind'] | 'ahead', string>

function Rendered({ moment }: { moment: string }) {
  const age = useSecondsSince(moment)
  return (
    <Fact name="Rendered">
      at <ClockTime moment={moment} />
      {age !== undefined && `, ${age} s ago by your clock`}
    </Fact>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
