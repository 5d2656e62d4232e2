type LabelledValue = { label: string; value: number }

/** Says in a sentence what a sighted reader takes from a chart at a glance. */
export function describeValues(values: readonly LabelledValue[], unit: string): string {
  const [first] = values
  const last = values.at(-1)
  if (!first || !last) return 'No values.'

  const highest = values.reduce((best, next) => (next.value > best.value ? next : best))
  const lowest = values.reduce((best, next) => (next.value < best.value ? next : best))

  return [
    `${values.length} values from ${first.label} to ${last.label}.`,
    `Highest: ${written(highest, unit)}.`,
    `Lowest: ${written(lowest, unit)}.`,
    `Last: ${written(last, unit)}.`,
  ].join(' ')
}

function written({ label, value }: LabelledValue, unit: string) {
  return `${value.toLocaleString('en')} ${inUnits(value, unit)} (${label})`
}

/** The word for what is counted: `commits`, but one `commit`. */
export function inUnits(value: number, unit: string): string {
  return value === 1 ? unit.replace(/s$/, '') : unit
}
