import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The browser for the tests: from the environment, Playwright's, or an installed one. */
export function findBrowser(path = process.env.PLAYWRIGHT_CHROMIUM_PATH): string | undefined {
  // A wrong path in the environment must fail, so this does not check it.
  if (path) return path
  return [chromium.executablePath(), ...installed].find((candidate) => existsSync(candidate))
}
