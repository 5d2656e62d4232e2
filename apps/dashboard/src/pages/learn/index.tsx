import { Card, CardGrid } from '@repo/ui/card'
import { Stack } from '@repo/ui/columns'
import { PageHead } from '#components/shell/page-head.tsx'
import { lessonGroups } from '#lessons/lessons.ts'
import { chapterPath, chapters } from '#tutorial/chapters.ts'

export default function LearnPage() {
  return (
    <Stack gap="large">
      <PageHead
        title="Learn"
        description="A tutorial and live lessons about getServerSideProps in the Pages Router."
      />
      <h1>Learn getServerSideProps</h1>
      <p>
        Read the chapters in order; each lesson demonstrates one rule on a live page. This page and
        the chapters have no <code>getServerSideProps</code>: they are the same for everyone, so
        they are statically generated when the site is built.
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
      <p>Each lesson is a live page that demonstrates one behavior, with a test.</p>
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
