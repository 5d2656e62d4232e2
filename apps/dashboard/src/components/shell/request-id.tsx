/** The ID by which support finds a failed request in the log. */
export function RequestId({ id }: { id: string | undefined }) {
  if (id === undefined) return null
  return (
    <p>
      Request ID: <code>{id}</code>
    </p>
  )
}
