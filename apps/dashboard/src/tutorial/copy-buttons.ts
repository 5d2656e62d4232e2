const SHOWN_MS = 2000

/** Adds a button to each snippet that copies its code; none if the browser has no clipboard. */
export function addCopyButtons(container: HTMLElement): void {
  if (!('clipboard' in navigator)) return
  for (const code of container.querySelectorAll('figure > pre')) {
    if (code.parentElement?.querySelector(':scope > button')) continue
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = 'Copy'
    button.addEventListener('click', () => copy(code.textContent, button))
    code.before(button)
  }
}

async function copy(text: string, button: HTMLButtonElement): Promise<void> {
  const isCopied = await navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  )
  button.textContent = isCopied ? 'Copied' : 'Couldn’t copy'
  setTimeout(() => {
    button.textContent = 'Copy'
  }, SHOWN_MS)
}
