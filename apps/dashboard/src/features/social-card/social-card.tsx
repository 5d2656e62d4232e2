import type { CSSProperties, ReactNode } from 'react'
import type { SocialCard } from './read-social-card.server.ts'

export const WIDTH = 1200
export const HEIGHT = 630

const PADDING = 72
const CHART_HEIGHT = 110
const BAR_GAP = 5

// The dark theme, like the card of the site.
const colors = { canvas: '#0d1117', text: '#f0f6fc', muted: '#9198a1', bar: '#388bfd' }

/** A social card as next/og lays it out: every element with several children is a flexbox. */
export function SocialCardImage({ card }: { card: SocialCard }) {
  const { heading, owner, description, isArchived, figures, weeks } = card
  const fontSize = headingSize(heading)
  return (
    <Column
      style={{
        width: WIDTH,
        height: HEIGHT,
        padding: `56px ${PADDING}px 0`,
        justifyContent: 'space-between',
        background: colors.canvas,
        color: colors.text,
      }}
    >
      <Column style={{ gap: 22 }}>
        <Row style={{ justifyContent: 'space-between', color: colors.muted, fontSize: 32 }}>
          <span>{owner === undefined ? '' : `${owner} /`}</span>
          <Row style={{ gap: 16 }}>
            <Logo />
            Repo Dashboard
          </Row>
        </Row>
        <Row style={{ fontSize, lineHeight: 1.1, wordBreak: 'break-all', ...clamp(2) }}>
          {heading}
        </Row>
        {isArchived && <Row style={{ color: colors.muted, fontSize: 32 }}>Archived repository</Row>}
        {description !== undefined && (
          <Row style={{ color: colors.muted, fontSize: 32, lineHeight: 1.35, ...clamp(2) }}>
            {description}
          </Row>
        )}
      </Column>
      <Column style={{ gap: 32, paddingBottom: weeks ? 0 : PADDING }}>
        <Row style={{ gap: 56 }}>
          {figures.map(({ label, value }) => (
            <Column key={label} style={{ maxWidth: 300 }}>
              <Row style={{ fontSize: 44, ...clamp(1) }}>{value}</Row>
              <Row style={{ color: colors.muted, fontSize: 24 }}>{label}</Row>
            </Column>
          ))}
        </Row>
        {weeks && <Bars weeks={weeks} />}
      </Column>
    </Column>
  )
}

function Row({ style, children }: { style?: CSSProperties; children: ReactNode }) {
  return <div style={{ display: 'flex', alignItems: 'center', ...style }}>{children}</div>
}

function Column({ style, children }: { style?: CSSProperties; children: ReactNode }) {
  return <div style={{ display: 'flex', flexDirection: 'column', ...style }}>{children}</div>
}

function clamp(lines: number): CSSProperties {
  return { display: 'block', lineClamp: lines }
}

// A name has up to 100 characters.
function headingSize({ length }: string): number {
  if (length <= 20) return 88
  return length <= 32 ? 60 : 44
}

function Logo() {
  return (
    <svg aria-hidden="true" width="44" height="44" viewBox="0 0 20 20">
      <rect width="20" height="20" rx="5" fill="#1f6feb" />
      <path d="M5 15v-4M10 15V5M15 15V8" stroke="#fff" strokeWidth="2.4" strokeLinecap="round" />
    </svg>
  )
}

function Bars({ weeks }: { weeks: readonly number[] }) {
  const width = WIDTH - 2 * PADDING
  const step = width / weeks.length
  const max = Math.max(...weeks)
  const bars = weeks.map((commits, week) => {
    const height = Math.round((commits / max) * CHART_HEIGHT)
    const left = Math.round(week * step)
    return `M${left} ${CHART_HEIGHT}v${-height}h${Math.round(step - BAR_GAP)}v${height}z`
  })
  return (
    <svg
      aria-hidden="true"
      width={width}
      height={CHART_HEIGHT}
      viewBox={`0 0 ${width} ${CHART_HEIGHT}`}
    >
      <path d={bars.join('')} fill={colors.bar} />
    </svg>
  )
}
