import { redact } from '@repo/auth-headers'

/**
 * Takes secrets out of all that this process prints. Next prints the errors that pages throw, with
 * their messages, past our log.
 */
export function redactOutput(): void {
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream)
    stream.write = ((chunk: string | Uint8Array, ...rest: []) =>
      write(
        redact(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString()),
        ...rest,
      )) as typeof write
  }
}
