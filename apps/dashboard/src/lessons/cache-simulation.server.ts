import type { ParsedUrlQuery } from 'node:querystring'
import {
  type Explanation,
  explain,
  findAmbiguousField,
  type Simulation,
  simulate,
} from '@repo/cache-headers'
import { getSearchParam } from '#components/list-query.ts'
import {
  getSimulatedEvent,
  headerExamples,
  isSimulatedEventName,
  MAX_EVENTS,
  type SimulatedEventName,
} from './simulated-events.ts'

/** What caches do with response headers and events from the URL. */
export type CacheSimulation = {
  /** The response headers as typed, one per line. */
  headers: string
  headersError: string | null
  events: SimulatedEventName[]
  eventsError: string | null
  /** Empty for headers with an error. */
  simulations: Simulation[]
  /** Why each cache does so; empty for headers with an error. */
  explanations: Explanation[]
}

type HeaderPair = readonly [name: string, value: string]

const MAX_HEADERS_LENGTH = 500

const headerNames = [
  'Cache-Control',
  'CDN-Cache-Control',
  'Vercel-CDN-Cache-Control',
  'Cloudflare-CDN-Cache-Control',
  'Vary',
  'Set-Cookie',
]

/**
 * Simulates a query: its `headers`, the earlier `events`, and the `event` of the button that was
 * pressed. Without `headers`, uses those of the Next.js documentation.
 */
export function simulateQuery(query: ParsedUrlQuery): CacheSimulation {
  const typed = getSearchParam(query, 'headers')?.replaceAll('\r\n', '\n').trim()
  const headers = typed || headerExamples[0].headers
  const parsed = parseHeaders(headers)
  const { events, eventsError } = parseEvents(query)
  if ('error' in parsed) {
    return {
      headers,
      headersError: parsed.error,
      events,
      eventsError,
      simulations: [],
      explanations: [],
    }
  }
  const cacheEvents = events.map((name) => getSimulatedEvent(name).event)
  return {
    headers,
    headersError: null,
    events,
    eventsError,
    simulations: simulate(parsed.pairs, cacheEvents),
    explanations: explain(parsed.pairs),
  }
}

function parseHeaders(text: string): { pairs: HeaderPair[] } | { error: string } {
  if (text.length > MAX_HEADERS_LENGTH) {
    return { error: `Headers can have up to ${MAX_HEADERS_LENGTH} characters.` }
  }
  const pairs: HeaderPair[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const [, name, value] = /^([\w-]+):([\t -~]*)$/.exec(line.trim()) ?? []
    if (name === undefined || value === undefined) {
      return {
        error: `Line ${index + 1} is not a header. Use a name and a value: Cache-Control: max-age=60`,
      }
    }
    if (!headerNames.some((known) => known.toLowerCase() === name.toLowerCase())) {
      return { error: `Line ${index + 1}: use one of ${headerNames.join(', ')}.` }
    }
    pairs.push([name, value.trim()])
  }
  const ambiguousField = findAmbiguousField(pairs)
  if (ambiguousField !== undefined) {
    return {
      error: `${ambiguousField} is malformed or ambiguous: caches interpret it differently.`,
    }
  }
  return { pairs }
}

function parseEvents(query: ParsedUrlQuery): Pick<CacheSimulation, 'events' | 'eventsError'> {
  const typed = [getSearchParam(query, 'events'), getSearchParam(query, 'event')]
  const names = typed.flatMap((value) => value?.split('.') ?? []).filter((name) => name !== '')
  const events = names.filter(isSimulatedEventName)
  if (events.length < names.length) {
    return {
      events: [],
      eventsError: 'The URL has an unknown event, so the simulation starts over.',
    }
  }
  if (events.length > MAX_EVENTS) {
    return {
      events: events.slice(0, MAX_EVENTS),
      eventsError: `A simulation has up to ${MAX_EVENTS} events. Start over to continue.`,
    }
  }
  return { events, eventsError: null }
}
