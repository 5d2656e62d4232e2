import { sendSocialCard } from '#features/social-card/send-social-card.server.ts'
import { SOCIAL_CARD_DEADLINE_MS } from '#server/deadlines.ts'
import { serveApi } from '#server/serve-api.ts'

/** The image that link previews show for a repository: `acme/rocket.png`. */
export default serveApi(sendSocialCard, SOCIAL_CARD_DEADLINE_MS)
