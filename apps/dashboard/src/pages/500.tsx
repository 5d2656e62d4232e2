import { useDocumentRequestId } from '#components/shell/document-request-id.ts'
import { ErrorPage } from '#components/shell/error-page.tsx'

export default function ServerErrorPage() {
  return <ErrorPage requestId={useDocumentRequestId()} />
}
