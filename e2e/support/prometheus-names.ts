import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Metric } from './otlp-receiver.ts'

const folder = join(import.meta.dirname, '../../deploy/monitoring')
// What Prometheus appends to the names of counters and histograms.
const HISTOGRAM_SUFFIXES = /_(bucket|count|sum)$/

/** The metrics and labels that a file of `deploy/monitoring` uses, by the names of Prometheus. */
export function usedNames(file: string): Set<string> {
  const text = readFileSync(join(folder, file), 'utf8')
  const names = text.match(/\b(http|github|shared_cache)_[a-z_]+/g) ?? []
  return new Set(names.map((name) => name.replace(HISTOGRAM_SUFFIXES, '')))
}

/** The names that Prometheus gives to exported metrics and their attributes. */
export function exportedNames(metrics: readonly Metric[]): string[] {
  return metrics.flatMap(({ name, unit, isCounter, points }) => {
    const suffix = unit === 's' ? '_seconds' : isCounter ? '_total' : ''
    const labels = points.flatMap(({ value: _, ...attributes }) => Object.keys(attributes))
    return [`${name}${suffix}`, ...labels].map((each) => each.replaceAll('.', '_'))
  })
}
