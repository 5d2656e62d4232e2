type LabeledValue = { label: string; value: number }

/** Describes the range, the extremes and the last value of a chart, in one sentence each. */
export function describeValues(values: readonly LabeledValue[], unit: string): string {
  const [first] = values
  const last = values.at(-1)
  if (!first || !last) return 'No data.'

  const highest = values.reduce((best, next) => (next.value > best.value ? next : best))
  const lowest = values.reduce((best, next) => (next.value < best.value ? next : best))

  return [
    `${values.length} values from ${first.label} to ${last.label}.`,
    `Highest: ${formatValue(highest, unit)}.`,
    `Lowest: ${formatValue(lowest, unit)}.`,
    `Last: ${formatValue(last, unit)}.`,
  ].join(' ')
}

function formatValue({ label, value }: LabeledValue, unit: string) {
  return `${value.toLocaleString('en')} ${pluralizeUnit(value, unit)} (${label})`
}

/** Returns the unit in the singular for 1, else in the plural: `commit`, `commits`. */
export function pluralizeUnit(value: number, unit: string): string {
  return value === 1 ? unit.replace(/s$/, '') : unit
}
