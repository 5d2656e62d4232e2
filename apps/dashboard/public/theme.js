// Runs before the first paint, so that the page never flashes in the wrong theme.
try {
  const theme = localStorage.getItem('theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.colorMode = theme
  const shortcuts = localStorage.getItem('shortcuts')
  if (shortcuts === 'off') document.documentElement.dataset.shortcuts = shortcuts
  // The home page and comparisons leave room for the lists of this browser.
  for (const key of ['pins', 'recent']) {
    const { length } = JSON.parse(localStorage.getItem(key) ?? '[]')
    if (!(length > 0)) continue
    document.documentElement.dataset[key] = length
    document.documentElement.style.setProperty(`--${key}`, length)
  }
} catch {
  // Storage may be blocked: the system's theme applies, and the shortcuts are on.
}
