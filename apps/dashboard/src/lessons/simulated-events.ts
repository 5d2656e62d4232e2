import type { CacheEvent } from '@repo/cache-headers'

type SimulatedEvent = {
  /** In the URL. */
  name: string
  /** On the button, and in the list of events. */
  action: string
  label: string
  event: CacheEvent
}

/** The events that a visitor can add to a simulation of caches, as groups of buttons. */
export const eventGroups = [
  [
    { name: 'request', action: 'Send a request', label: 'Request', event: { type: 'request' } },
    {
      name: 'request-german',
      action: 'Send in German',
      label: 'Request in German',
      event: { type: 'request', headers: { 'accept-language': 'de' } },
    },
    {
      name: 'request-ann',
      action: 'Send as Ann',
      label: 'Request as Ann',
      event: { type: 'request', headers: { authorization: 'Bearer ann' } },
    },
  ],
  [
    {
      name: 'wait-5',
      action: 'Wait 5 s',
      label: 'Wait 5 s',
      event: { type: 'wait', seconds: 5 },
    },
    {
      name: 'wait-30',
      action: 'Wait 30 s',
      label: 'Wait 30 s',
      event: { type: 'wait', seconds: 30 },
    },
    {
      name: 'wait-60',
      action: 'Wait 1 min',
      label: 'Wait 1 min',
      event: { type: 'wait', seconds: 60 },
    },
  ],
  [
    {
      name: 'change',
      action: 'Change the data',
      label: 'The data changes',
      event: { type: 'change' },
    },
    {
      name: 'fail',
      action: 'Let the server fail',
      label: 'The server responds with 503',
      event: { type: 'fail', failure: 'error' },
    },
    {
      name: 'stop',
      action: 'Stop the server',
      label: 'The server stops',
      event: { type: 'fail', failure: 'unreachable' },
    },
    {
      name: 'recover',
      action: 'Let it recover',
      label: 'The server recovers',
      event: { type: 'recover' },
    },
  ],
] as const satisfies readonly (readonly SimulatedEvent[])[]

/** The name of an event in the URL. */
export type SimulatedEventName = (typeof eventGroups)[number][number]['name']

const simulatedEvents = Object.fromEntries(
  eventGroups.flat().map((event) => [event.name, event]),
) as Record<SimulatedEventName, SimulatedEvent>

/** Returns an event by its name. */
export function getSimulatedEvent(name: SimulatedEventName): SimulatedEvent {
  return simulatedEvents[name]
}

/** Whether a text is the name of an event. */
export function isSimulatedEventName(name: string): name is SimulatedEventName {
  return Object.hasOwn(simulatedEvents, name)
}

/** Response headers to try, by a short description. */
export const headerExamples = [
  {
    label: 'Next.js docs',
    headers: 'Cache-Control: public, s-maxage=10, stale-while-revalidate=59',
  },
  {
    label: 'This site',
    headers: `Cache-Control: public, max-age=0, must-revalidate, s-maxage=60, stale-while-revalidate=600
CDN-Cache-Control: max-age=60, stale-while-revalidate=600`,
  },
  {
    label: 'Stale if error',
    headers: 'Cache-Control: public, max-age=10, stale-if-error=300',
  },
  { label: 'Browser only', headers: 'Cache-Control: private, max-age=60' },
  {
    label: 'Per language',
    headers: `Cache-Control: public, max-age=0, s-maxage=60
Vary: Accept-Language`,
  },
  {
    label: 'With a cookie',
    headers: `Cache-Control: public, s-maxage=60
Set-Cookie: theme=dark`,
  },
  { label: 'Not cached', headers: 'Cache-Control: private, no-store' },
] as const

/** The maximum number of events in a simulation. */
export const MAX_EVENTS = 30
