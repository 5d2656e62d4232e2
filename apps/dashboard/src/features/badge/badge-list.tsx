import { CodeBlock } from '@repo/ui/code-block'
import { Stack } from '@repo/ui/columns'
import { Panel } from '@repo/ui/panel'
import Link from 'next/link'
import { repoPath } from '#components/repo/paths.ts'
import { useFrame } from '#components/shell/frame-context.tsx'
import styles from './badge-list.module.css'
import { badgeMarkdown, badgePath, isSubject, subjects } from './subjects.ts'

/** Each badge of a repository as it is now, and the Markdown that shows it in a README. */
export function BadgeList({ fullName }: { fullName: string }) {
  const siteUrl = useFrame()?.siteUrl ?? ''
  return (
    <Stack gap="large">
      <header className={styles.header}>
        <h1 className={styles.title}>Badges for a README</h1>
        <p className={styles.summary}>
          Pictures that say how <Link href={repoPath(fullName)}>{fullName}</Link> is doing. A click
          on the Markdown selects all of it. Caches keep a picture for a few minutes.
        </p>
      </header>
      {Object.keys(subjects)
        .filter(isSubject)
        .map((subject) => (
          <Panel key={subject} title={subjects[subject]}>
            <Stack gap="small">
              <p className={styles.preview}>
                {/* biome-ignore lint/performance/noImgElement: an SVG of our own needs no optimizer */}
                <img
                  src={badgePath(fullName, subject)}
                  alt={`${subjects[subject]} of ${fullName}`}
                  height="20"
                />
              </p>
              <CodeBlock label={`Markdown for ${subjects[subject]}`}>
                <span className={styles.whole}>{badgeMarkdown(siteUrl, fullName, subject)}</span>
              </CodeBlock>
            </Stack>
          </Panel>
        ))}
    </Stack>
  )
}
