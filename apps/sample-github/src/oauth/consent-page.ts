import { html } from 'hono/html'
import { findAccount } from '../data/accounts.ts'
import { sampleTokens } from '../data/tokens.ts'
import type { AuthorizationRequest } from './authorization-request.ts'

export const authorizePath = '/login/oauth/authorize'
export const stylePath = '/login/oauth/consent.css'

type Html = ReturnType<typeof html>

function page(title: string, content: Html): Html {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title} · Sample GitHub</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="${stylePath}">
  </head>
  <body>
    <main>
      <h1>${title}</h1>
      ${content}
    </main>
  </body>
</html>
`
}

/** The page where a user chooses an account and authorizes the application. */
export function consentPage({ client, fields }: AuthorizationRequest): Html {
  const scopes = fields.scope ? fields.scope.split(/[\s,]+/) : []
  return page(
    `Authorize ${client.name}`,
    html`<p>This is a fictional GitHub. Choose an account; no password is needed.</p>
      <p>
        ${client.name} wants read access to your repositories, including private ones.
        ${scopes.length > 0 ? `Scopes: ${scopes.join(', ')}.` : ''}
      </p>
      <form method="post" action="${authorizePath}">
        ${Object.entries(fields).map(
          ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
        )}
        <fieldset>
          <legend>Continue as</legend>
          ${Object.keys(sampleTokens).map((login, index) => accountOption(login, index === 0))}
        </fieldset>
        <p>
          <button name="decision" value="authorize">Authorize</button>
          <button name="decision" value="cancel">Cancel</button>
        </p>
      </form>`,
  )
}

function accountOption(login: string, isFirst: boolean): Html {
  return html`<label>
      <input type="radio" name="login" value="${login}" ${isFirst ? 'checked' : ''}>
      ${login} <span>${findAccount(login)?.name}</span>
    </label>`
}

/** The page for a request that has no safe redirect. */
export function errorPage(message: string): Html {
  return page('Sign-in failed', html`<p>${message}</p>`)
}

export const style = `:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0; }
main { box-sizing: border-box; max-width: 34rem; margin: 0 auto; padding: 2rem 1rem; }
h1 { font-size: 1.5rem; line-height: 1.25; overflow-wrap: anywhere; }
fieldset { margin: 1.5rem 0; padding: 0.5rem 1rem; border: 1px solid GrayText; border-radius: 6px; }
legend { padding: 0 0.25rem; font-weight: 600; }
label { display: block; padding: 0.5rem 0; }
input { width: 1.125rem; height: 1.125rem; margin: 0 0.5rem 0 0; vertical-align: text-bottom; }
button { min-height: 2.75rem; margin: 0 0.5rem 0 0; padding: 0 1.25rem; font: inherit; }
`
