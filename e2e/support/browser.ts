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

/** The browser for the tests: the one that is named, Playwright's own, or an installed one. */
export function findBrowser(named = process.env.PLAYWRIGHT_CHROMIUM_PATH): string | undefined {
  // A path that was given and is wrong must not be passed over in silence.
  if (named) return named
  return [chromium.executablePath(), ...installed].find((path) => existsSync(path))
}
