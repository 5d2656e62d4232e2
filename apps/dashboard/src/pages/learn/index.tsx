import { Card, CardGrid } from '@repo/ui/card-link'
import { Stack } from '@repo/ui/columns'
import { PageHead } from '#features/frame/page-head.tsx'
import { lessonGroups } from '#features/learn/lessons.ts'

export default function LearnPage() {
  return (
    <Stack gap="large">
      <PageHead title="Learn" description="getServerSideProps, one rule a page." />
      <h1>Learn getServerSideProps</h1>
      <p>
        Each lesson is a live page of this site that shows one rule, and each has a test. This page
        itself has no <code>getServerSideProps</code>: it is the same for everybody at all times, so
        it is made once, when the site is built.
      </p>
      {lessonGroups.map(({ title: subject, lessons }) => (
        <Stack key={subject}>
          <h2>{subject}</h2>
          <CardGrid>
            {lessons.map(({ title, summary, path }) => (
              <Card key={path} href={path} title={title}>
                {summary}
              </Card>
            ))}
          </CardGrid>
        </Stack>
      ))}
    </Stack>
  )
}
