import type { BusFactor } from '@repo/github'
import { PanelNote } from '#features/repo/panel-note.tsx'

/** How concentrated the work is, with the definition of the figure. */
export function BusFactorText({ busFactor }: { busFactor: BusFactor | null }) {
  if (busFactor === null) return null
  const { people, of } = busFactor
  return (
    <PanelNote>
      Bus factor {people}: {people === 1 ? 'one person' : `${people} people`} of {of} made half of
      the commits, bots left out (
      <a href="https://chaoss.community/kb/metric-contributor-absence-factor/">
        contributor absence factor
      </a>{' '}
      of CHAOSS)
    </PanelNote>
  )
}
