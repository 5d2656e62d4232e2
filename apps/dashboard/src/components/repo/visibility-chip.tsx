import { Chip } from '@repo/ui/chip'
import type { LinkedRepo } from './paths.ts'

/** A chip for a repository that is not public, and a space after it. */
export function VisibilityChip({ repo }: { repo: LinkedRepo }) {
  if (!repo.visibility) return null
  return (
    <span>
      <Chip tone="accent">{repo.visibility === 'internal' ? 'Internal' : 'Private'}</Chip>{' '}
    </span>
  )
}
