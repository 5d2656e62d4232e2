import { BrokenPage } from '#features/frame/broken-page.tsx'

export default function ServerErrorPage() {
  return <BrokenPage />
}
