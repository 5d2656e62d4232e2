import { Tabs } from '@repo/ui/tabs'

type SortTabsProps<Sort extends string> = {
  sorts: readonly { sort: Sort; label: string }[]
  current: Sort
  href: (sort: Sort) => string
}

/** The orders in which a list can be seen. */
export function SortTabs<Sort extends string>({ sorts, current, href }: SortTabsProps<Sort>) {
  return (
    <Tabs
      label="Sort"
      tabs={sorts.map(({ sort, label }) => ({
        href: href(sort),
        label,
        current: sort === current,
      }))}
    />
  )
}
