import { BrokenPage } from '#components/shell/error-page.tsx'

export default function ServerErrorPage() {
  return <BrokenPage />
}
