import { Banner } from '@repo/ui/banner'
import { type Reason, reasons } from './reasons.ts'

/** Says why a visitor has come to the sign-in page. */
export function ReasonBanner({ reason }: { reason: Reason }) {
  const { tone, title, text } = reasons[reason]
  return (
    <Banner tone={tone} title={title}>
      {text}
    </Banner>
  )
}
