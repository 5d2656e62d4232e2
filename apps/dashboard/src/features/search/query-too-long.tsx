import { Banner } from '@repo/ui/banner'

type QueryTooLongProps = { length: number; maxLength: number }

/** Says that GitHub would reject a query because of its length, in characters. */
export function QueryTooLong({ length, maxLength }: QueryTooLongProps) {
  return (
    <Banner tone="warning" title="This search is too long">
      Your search has {length} characters; the limit is {maxLength}.
    </Banner>
  )
}
