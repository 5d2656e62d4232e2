import type { BusFactor } from '@repo/github'
import { PanelNote } from '#components/panel/panel-note.tsx'

type BusFactorTextProps = {
  busFactor: BusFactor | null
  /** There are more people than GitHub lists. */
  partial: boolean
}

/** How concentrated the work is, with the definition of the figure. */
export function BusFactorText({ busFactor, partial }: BusFactorTextProps) {
  if (busFactor === null) return null
  const { people, total } = busFactor
  return (
    <PanelNote>
      Bus factor {people}: {people === 1 ? 'one person' : `${people} people`} of{' '}
      {partial
        ? `the first ${total} made half of their commits`
        : `${total} made half of the commits`}
      , bots left out (
      <a href="https://chaoss.community/kb/metric-contributor-absence-factor/">
        contributor absence factor
      </a>{' '}
      of CHAOSS)
    </PanelNote>
  )
}
