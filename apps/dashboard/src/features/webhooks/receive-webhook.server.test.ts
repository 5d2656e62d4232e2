import { createHmac, randomUUID } from 'node:crypto'
import type { Change } from '@repo/github'
import { createStores } from '@repo/github/store'
import { expect, onTestFinished, test } from 'vitest'
import {
  createWebhookReceiver,
  MAX_EVENT_AGE_SECONDS,
  type WebhookRequest,
} from './receive-webhook.server.ts'

const secret = 'a-secret-that-only-tests-know-1234'
const older = 'an-older-secret-that-is-still-valid'
const now = Date.parse('2026-06-01T12:00:00Z')

function createReceiver({ stores = createStores(), canRegenerate = true } = {}) {
  onTestFinished(() => stores.close())
  const changes: Change[] = []
  const purged: string[] = []
  const regenerated: string[] = []
  const steps: string[] = []
  const receiveRequest = createWebhookReceiver({
    secrets: [secret, older],
    recordOnce: stores.recordOnce,
    markChanged: async (change) => void changes.push(change),
    purge: async (tags) => void purged.push(...tags),
    onStep: (_delivery, step) => void steps.push(step),
    now: () => now,
  })
  async function regenerate(path: string): Promise<boolean> {
    // The data that the page shows is marked before.
    if (changes.length > 0) regenerated.push(path)
    return canRegenerate
  }
  const receive = (event: Omit<WebhookRequest, 'regenerate'>) =>
    receiveRequest({ ...event, regenerate })
  return { receive, changes, purged, regenerated, steps, stores }
}

function bodyOf(fields: object = {}): string {
  const repository = { id: 42, full_name: 'acme/rocket', private: false, pushed_at: now / 1000 }
  return JSON.stringify({ repository, ...fields })
}

function signed(
  body: string,
  { key = secret, name = 'push', delivery = String(randomUUID()) } = {},
) {
  const signature = `sha256=${createHmac('sha256', key).update(body).digest('hex')}`
  return { name, delivery, signature, body }
}

test.each([secret, older])('accepts an event that is signed with a secret', async (key) => {
  const { receive, changes, purged, regenerated, steps } = createReceiver()
  const { status, outcome, work } = await receive(signed(bodyOf(), { key }))
  await work
  expect({ status, outcome }).toEqual({ status: 202, outcome: 'accepted' })
  expect(changes).toEqual([
    { repoNames: ['acme/rocket'], repoId: 42, topics: ['facts', 'code', 'ci'] },
  ])
  expect(regenerated).toEqual(['/learn/when/acme/rocket'])
  expect(purged).toEqual(['repo:42', 'isr:acme/rocket'])
  expect(steps).toEqual(['received', 'marked', 'regenerated', 'purged'])
})

test('does not purge an ISR page that could not be regenerated', async () => {
  const { receive, purged, steps } = createReceiver({ canRegenerate: false })
  const { work } = await receive(signed(bodyOf()))
  await work
  expect(purged).toEqual(['repo:42'])
  expect(steps).toEqual(['received', 'marked', 'regenerated', 'purged'])
})

const forged = signed(bodyOf(), { key: 'another-secret-that-is-not-valid-1' })

test.each([
  ['another secret', forged.signature],
  ['no signature', undefined],
  ['an empty signature', ''],
  ['the old algorithm', `sha1=${'0'.repeat(40)}`],
  ['another length', 'sha256=00'],
  ['no hexadecimal digits', `sha256=${'z'.repeat(64)}`],
])('refuses an event with %s', async (_what, signature) => {
  const { receive, changes, purged } = createReceiver()
  const result = await receive({ ...forged, signature })
  expect(result).toEqual({ status: 401, outcome: 'unsigned' })
  expect([...changes, ...purged]).toEqual([])
})

test('refuses a signature of another body', async () => {
  const { receive } = createReceiver()
  const event = signed(bodyOf())
  expect(await receive({ ...event, body: `${event.body} ` })).toEqual({
    status: 401,
    outcome: 'unsigned',
  })
})

test('refuses a replay, by its delivery or by its body, also in another instance', async () => {
  const { receive, changes, stores } = createReceiver()
  const event = signed(bodyOf())
  expect((await receive(event)).outcome).toBe('accepted')
  expect(await receive(event)).toEqual({ status: 409, outcome: 'replayed' })
  expect((await receive({ ...event, delivery: randomUUID() })).outcome).toBe('replayed')
  const other = createReceiver({ stores })
  expect((await other.receive({ ...event, delivery: randomUUID() })).outcome).toBe('replayed')
  expect(changes.length).toBe(1)
})

test('accepts only one of two replays at the same time', async () => {
  const { receive } = createReceiver()
  const event = signed(bodyOf())
  const results = await Promise.all([receive(event), receive(event)])
  expect(results.map(({ outcome }) => outcome).sort()).toEqual(['accepted', 'replayed'])
})

test('refuses an event that is too old', async () => {
  const { receive, changes } = createReceiver()
  const pushed_at = now / 1000 - MAX_EVENT_AGE_SECONDS - 1
  const repository = { id: 42, full_name: 'acme/rocket', private: false, pushed_at }
  expect(await receive(signed(bodyOf({ repository })))).toEqual({ status: 422, outcome: 'too-old' })
  expect(changes).toEqual([])
})

test.each(['ping', 'sponsorship'])('accepts and ignores %s', async (name) => {
  const { receive } = createReceiver()
  expect(await receive(signed(bodyOf(), { name }))).toEqual({ status: 202, outcome: 'ignored' })
})

test.each([
  ['a body that is no object', signed('[]')],
  ['a body that is no JSON', signed('{')],
  ['an event that is no name', signed(bodyOf(), { name: 'push\n' })],
  ['a delivery that is no ID', signed(bodyOf(), { delivery: '' })],
])('refuses %s', async (_what, event) => {
  const { receive } = createReceiver()
  expect(await receive(event)).toEqual({ status: 400, outcome: 'invalid' })
})

test('of a thousand events, those that are forged or replayed do nothing', async () => {
  const { receive, changes } = createReceiver()
  const events = Array.from({ length: 1000 }, (_, index) => {
    const event = signed(bodyOf({ after: index - (index % 20 === 10 ? 1 : 0) }))
    return index % 20 === 0 ? { ...event, signature: forged.signature } : event
  })
  const results = await Promise.all(events.map(receive))
  await Promise.all(results.map(({ work }) => work))
  const count = (outcome: string) => results.filter((result) => result.outcome === outcome).length
  expect([count('unsigned'), count('replayed'), count('accepted')]).toEqual([50, 50, 900])
  expect(changes.length).toBe(900)
})
