import { freeze } from './freeze.ts'

type Arg = string | number | boolean | null | undefined | object

type DerivedResult = {
  source: unknown
  compute: unknown
  args: readonly Arg[]
  result: unknown
  bytes: number
}

/** The results that were derived from one stored value. */
export type Derived = {
  results: DerivedResult[]
  /** Their size in memory, which counts as part of the value's size. */
  bytes: number
  /** Called when `bytes` has changed. */
  onChange: () => void
}

// A value has more only if an argument or a function differs from request to request.
const MAX_RESULTS = 8
// A stored entry, its data, and a list in the data.
const MAX_DEPTH = 2

// Next gives pages, API routes and instrumentation each an instance of this module, and they share
// the stored values.
const name = Symbol.for('@repo/github derived')
const holder = globalThis as { [name]?: WeakMap<object, Derived> }
holder[name] ??= new WeakMap()
const derivedBySource = holder[name]

/**
 * Computes a result from stored data once, and returns the same frozen result as long as the data
 * stays in memory. The result belongs to that object: a viewer's data is another object than public
 * data, even if both are equal. From data that is not stored, it computes a result on every call.
 * @param compute A function at the top level of a module, with a result that depends only on the
 * data and the arguments, and consists of plain objects and arrays.
 * @param args Compared by `Object.is`.
 */
export function derive<Source, Args extends readonly Arg[], Result>(
  source: Source,
  compute: (source: Source, ...args: Args) => Result,
  ...args: Args
): Result {
  const derived = derivedFrom(source)
  if (!derived) return compute(source, ...args)
  const stored = derived.results.find(
    (one) => one.source === source && one.compute === compute && areSame(one.args, args),
  )
  // The same function has returned it.
  if (stored) return stored.result as Result

  const result = compute(source, ...args)
  const bytes = freeze(result)
  // Further results can be derived from this one.
  if (isObject(result) && !derivedBySource.has(result)) derivedBySource.set(result, derived)
  derived.results.push({ source, compute, args, result, bytes })
  if (derived.results.length > MAX_RESULTS) derived.results.shift()
  derived.bytes = derived.results.reduce((sum, one) => sum + one.bytes, 0)
  derived.onChange()
  return result
}

/** The results derived from an object; undefined if the object is not stored. */
export function derivedFrom(source: unknown): Derived | undefined {
  return isObject(source) ? derivedBySource.get(source) : undefined
}

/** Lets results be derived from a stored value, its parts and their parts, but no items of lists. */
export function registerSource(value: unknown, derived: Derived, depth = 0): void {
  if (!isObject(value)) return
  derivedBySource.set(value, derived)
  if (depth === MAX_DEPTH || Array.isArray(value)) return
  for (const part of Object.values(value)) registerSource(part, derived, depth + 1)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function areSame(a: readonly Arg[], b: readonly Arg[]): boolean {
  return a.length === b.length && a.every((arg, index) => Object.is(arg, b[index]))
}
