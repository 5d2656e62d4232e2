import { Card, CardGrid } from '@repo/ui/card'
import { Stack } from '@repo/ui/columns'
import { PageHead } from '#components/shell/page-head.tsx'
import { lessonGroups } from '#lessons/lessons.ts'
import { chapterPath, chapters } from '#tutorial/chapters.ts'

export default function LearnPage() {
  return (
    <Stack gap="large">
      <PageHead title="Learn" description="getServerSideProps, one rule a page." />
      <h1>Learn getServerSideProps</h1>
      <p>
        Chapters to read from the first to the last, and live pages that show one rule each. This
        page and the chapters have no <code>getServerSideProps</code>: they are the same for
        everybody at all times, so they are made once, when the site is built.
      </p>
      <h2>Chapters</h2>
      <CardGrid>
        {chapters.map((chapter) => (
          <Card key={chapter.file} href={chapterPath(chapter)} title={chapter.title}>
            {chapter.question}
          </Card>
        ))}
      </CardGrid>
      <h2>Lessons</h2>
      <p>Each is a page of this site that does what it tells of, and has a test.</p>
      {lessonGroups.map(({ title: subject, lessons }) => (
        <Stack key={subject}>
          <h3>{subject}</h3>
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
