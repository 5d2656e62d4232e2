import Link from 'next/link'

/** What is shown in place of results: why there are none, and links that may find some. */
export type NoResultsProps = { text: string; links: [label: string, href: string][] }

/** Says why a search found no repositories, and links to wider searches. */
export function NoResults({ text, links }: NoResultsProps) {
  return (
    <p>
      {text}
      {links.map(([label, href]) => (
        <span key={href}>
          {' '}
          <Link href={href}>{label}</Link>
        </span>
      ))}
    </p>
  )
}
