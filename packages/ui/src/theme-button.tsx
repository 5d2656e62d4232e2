import { useSyncExternalStore } from 'react'
import { Icon } from './icon.tsx'
import styles from './theme-button.module.css'

const themes = {
  auto: { name: 'system', icon: 'device-desktop', next: 'light' },
  light: { name: 'light', icon: 'sun', next: 'dark' },
  dark: { name: 'dark', icon: 'moon', next: 'auto' },
} as const

type Theme = keyof typeof themes

/** A button that cycles through the system, light and dark themes and stores the choice in the browser. */
export function ThemeButton() {
  const theme = useSyncExternalStore(subscribeToTheme, getTheme, () => undefined)

  // The theme is stored in the browser, so the server reserves the button's space only.
  if (!theme) return <span className={styles.button} />

  const { name, icon, next } = themes[theme]
  const label = `Theme: ${name}`

  return (
    <button
      className={styles.button}
      type="button"
      aria-label={label}
      title={label}
      onClick={() => setTheme(next)}
    >
      <Icon name={icon} />
    </button>
  )
}

function getTheme(): Theme {
  const { colorMode } = document.documentElement.dataset
  return colorMode === 'light' || colorMode === 'dark' ? colorMode : 'auto'
}

function setTheme(theme: Theme) {
  document.documentElement.dataset.colorMode = theme
  try {
    localStorage.setItem('theme', theme)
  } catch {
    // If storage is blocked, the theme applies until the page is reloaded.
  }
}

function subscribeToTheme(notify: () => void) {
  const observer = new MutationObserver(notify)
  observer.observe(document.documentElement, { attributeFilter: ['data-color-mode'] })
  addEventListener('storage', syncFromOtherTab)
  return () => {
    observer.disconnect()
    removeEventListener('storage', syncFromOtherTab)
  }
}

function syncFromOtherTab({ key, newValue }: StorageEvent) {
  if (key === 'theme') document.documentElement.dataset.colorMode = newValue ?? 'auto'
}
