import { useSyncExternalStore } from 'react'
import { Icon } from './icon.tsx'
import { DeviceDesktopIcon, MoonIcon, SunIcon } from './icons.ts'
import styles from './theme-button.module.css'

const choices = {
  auto: { name: 'system', icon: DeviceDesktopIcon, next: 'light' },
  light: { name: 'light', icon: SunIcon, next: 'dark' },
  dark: { name: 'dark', icon: MoonIcon, next: 'auto' },
} as const

type Choice = keyof typeof choices

/** A button that goes from the system's theme to light to dark, and remembers the choice. */
export function ThemeButton() {
  const choice = useSyncExternalStore(onThemeChange, chosenTheme, () => undefined)

  // The server cannot know the choice: until the browser does, the button's place stays empty.
  if (!choice) return <span className={styles.button} />

  const { name, icon, next } = choices[choice]
  const label = `Theme: ${name}`

  return (
    <button
      className={styles.button}
      type="button"
      aria-label={label}
      title={label}
      onClick={() => chooseTheme(next)}
    >
      <Icon of={icon} />
    </button>
  )
}

function chosenTheme(): Choice {
  const { colorMode } = document.documentElement.dataset
  return colorMode === 'light' || colorMode === 'dark' ? colorMode : 'auto'
}

function chooseTheme(choice: Choice) {
  document.documentElement.dataset.colorMode = choice
  try {
    localStorage.setItem('theme', choice)
  } catch {
    // Storage may be blocked: the choice then lasts as long as the page.
  }
}

function onThemeChange(tell: () => void) {
  const observer = new MutationObserver(tell)
  observer.observe(document.documentElement, { attributeFilter: ['data-color-mode'] })
  addEventListener('storage', followOtherTabs)
  return () => {
    observer.disconnect()
    removeEventListener('storage', followOtherTabs)
  }
}

function followOtherTabs({ key, newValue }: StorageEvent) {
  if (key === 'theme') document.documentElement.dataset.colorMode = newValue ?? 'auto'
}
