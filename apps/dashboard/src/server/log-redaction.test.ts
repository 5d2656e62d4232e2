import { expect, onTestFinished, test } from 'vitest'
import { redactOutput } from './log.ts'

const token = 'ghp_0123456789abcdefghijABCDEFGHIJ012345'

test('takes secrets out of what is printed past the log, as text and as bytes', () => {
  const { stdout, stderr } = process
  const before = [stdout.write, stderr.write] as const
  const printed: unknown[] = []
  for (const stream of [stdout, stderr]) {
    stream.write = (chunk: unknown) => printed.push(chunk) > 0
  }
  onTestFinished(() => {
    ;[stdout.write, stderr.write] = before
  })

  redactOutput()
  stderr.write(`Error: boom ${token}\n    at page\n`)
  stdout.write(Buffer.from(`said ${token}\n`))
  expect(printed).toEqual(['Error: boom [redacted]\n    at page\n', 'said [redacted]\n'])
})
