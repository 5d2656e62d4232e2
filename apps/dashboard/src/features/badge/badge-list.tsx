import { CodeBlock } from '@repo/ui/code-block'
import { Stack } from '@repo/ui/columns'
import { Panel } from '@repo/ui/panel'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { chartTitles, isChartName } from '#components/charts/chart-names.ts'
import { chartPath } from '#components/charts/chart-path.ts'
import { repoPath } from '#components/repo/paths.ts'
import { useFrame } from '#components/shell/frame-context.tsx'
import styles from './badge-list.module.css'
import { badgeMarkdown, badgePath, chartMarkdown, isSubject, subjects } from './subjects.ts'

/** A preview of each badge and of each chart of a repository, with its Markdown. */
export function BadgeList({ fullName }: { fullName: string }) {
  const siteUrl = useFrame()?.siteUrl ?? ''
  return (
    <Stack gap="large">
      <header className={styles.header}>
        <h1 className={styles.title}>Badges and charts</h1>
        <p className={styles.summary}>
          Images for the README of <Link href={repoPath(fullName)}>{fullName}</Link>. Click the
          Markdown to select it, then copy it. Images refresh every few minutes, and charts are
          light or dark as the reader&rsquo;s browser prefers.
        </p>
      </header>
      {Object.keys(subjects)
        .filter(isSubject)
        .map((subject) => (
          <EmbeddedImage
            key={subject}
            title={subjects[subject]}
            markdown={badgeMarkdown(siteUrl, fullName, subject)}
          >
            {/* biome-ignore lint/performance/noImgElement: an SVG needs no image optimizer */}
            <img
              src={badgePath(fullName, subject)}
              alt={`${subjects[subject]} of ${fullName}`}
              height="20"
            />
          </EmbeddedImage>
        ))}
      {Object.keys(chartTitles)
        .filter(isChartName)
        .map((name) => (
          <div key={name} id={name} className={styles.chart}>
            <EmbeddedImage
              title={chartTitles[name]}
              markdown={chartMarkdown(siteUrl, fullName, name)}
            >
              {/* biome-ignore lint/performance/noImgElement: an SVG needs no image optimizer */}
              <img
                src={`${chartPath(fullName, name)}.svg`}
                alt={`${chartTitles[name]} of ${fullName}`}
                width="760"
                height="260"
                loading="lazy"
              />
            </EmbeddedImage>
          </div>
        ))}
    </Stack>
  )
}

type EmbeddedImageProps = { title: string; markdown: string; children: ReactNode }

function EmbeddedImage({ title, markdown, children }: EmbeddedImageProps) {
  return (
    <Panel title={title}>
      <Stack gap="small">
        <p className={styles.preview}>{children}</p>
        <CodeBlock label={`Markdown for ${title}`}>
          <span className={styles.markdown}>{markdown}</span>
        </CodeBlock>
      </Stack>
    </Panel>
  )
}
