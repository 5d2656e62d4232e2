import { Stack } from '@repo/ui/columns'
import { PageHead } from '#components/shell/page-head.tsx'
import { PathIndex } from '#tutorial/path-index.tsx'
import { STEP_COUNT } from '#tutorial/steps.ts'

export default function LearnPage() {
  return (
    <Stack gap="large">
      <PageHead
        title="Learn"
        description="A tutorial and live lessons about getServerSideProps in the Pages Router."
      />
      <h1>Learn getServerSideProps</h1>
      <p>
        The tutorial has {STEP_COUNT} steps: chapters to read, and lessons to try on live pages. A
        line below each step says what you can do afterwards. This page and the chapters have no{' '}
        <code>getServerSideProps</code>: they are the same for everyone, so they are statically
        generated when the site is built.
      </p>
      <PathIndex />
    </Stack>
  )
}
