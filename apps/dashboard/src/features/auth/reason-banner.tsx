import { Banner } from '@repo/ui/banner'
import { type SignInNotice, signInNotices } from './sign-in-notices.ts'

/** Says why a visitor has come to the sign-in page. */
export function ReasonBanner({ reason }: { reason: SignInNotice }) {
  const { tone, title, text } = signInNotices[reason]
  return (
    <Banner tone={tone} title={title}>
      {text}
    </Banner>
  )
}
