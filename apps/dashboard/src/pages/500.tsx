import { ErrorPage } from '#components/shell/error-page.tsx'

export default function ServerErrorPage() {
  return <ErrorPage />
}
