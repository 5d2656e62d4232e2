import { FilterForm, TextFilter } from '@repo/ui/filter-form'
import { useRouter } from 'next/router'

const fields = [
  { name: 'country', label: 'Country (CH)' },
  { name: 'region', label: 'Region (ZH)' },
  { name: 'city', label: 'City (Zürich)' },
  { name: 'timeZone', label: 'Time zone (Europe/Zurich)' },
  { name: 'languages', label: 'Languages (de-CH, en)' },
]

/** Simulates the geolocation headers of a platform, for development. */
export function SimulateLocationForm({ path }: { path: string }) {
  const { query } = useRouter()
  return (
    <FilterForm action={path} label="Simulate a location">
      {fields.map(({ name, label }) => (
        <TextFilter key={name} name={name} label={label} value={query[name]?.toString()} />
      ))}
    </FilterForm>
  )
}
