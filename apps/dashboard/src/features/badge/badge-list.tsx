import { CodeBlock } from '@repo/ui/code-block'
import { Stack } from '@repo/ui/columns'
import { Panel } from '@repo/ui/panel'
import Link from 'next/link'
import { repoPath } from '#components/repo/paths.ts'
import { useFrame } from '#components/shell/frame-context.tsx'
import styles from './badge-list.module.css'
import { badgeMarkdown, badgePath, isSubject, subjects } from './subjects.ts'

/** A preview of each badge of a repository, with its Markdown. */
export function BadgeList({ fullName }: { fullName: string }) {
  const siteUrl = useFrame()?.siteUrl ?? ''
  return (
    <Stack gap="large">
      <header className={styles.header}>
        <h1 className={styles.title}>README badges</h1>
        <p className={styles.summary}>
          README badges for <Link href={repoPath(fullName)}>{fullName}</Link>. Click the Markdown to
          select it, then copy it. Badges refresh every few minutes.
        </p>
      </header>
      {Object.keys(subjects)
        .filter(isSubject)
        .map((subject) => (
          <Panel key={subject} title={subjects[subject]}>
            <Stack gap="small">
              <p className={styles.preview}>
                {/* biome-ignore lint/performance/noImgElement: an SVG needs no image optimizer */}
                <img
                  src={badgePath(fullName, subject)}
                  alt={`${subjects[subject]} of ${fullName}`}
                  height="20"
                />
              </p>
              <CodeBlock label={`Markdown for ${subjects[subject]}`}>
                <span className={styles.markdown}>{badgeMarkdown(siteUrl, fullName, subject)}</span>
              </CodeBlock>
            </Stack>
          </Panel>
        ))}
    </Stack>
  )
}
