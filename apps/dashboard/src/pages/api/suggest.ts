import { sendSuggestions } from '#features/palette/send-suggestions.server.ts'
import { serveGitHubApi } from '#server/serve-api.ts'

/** Suggests public repositories for a text that a visitor types: `/api/suggest?q=rocket`. */
export default serveGitHubApi(sendSuggestions)
