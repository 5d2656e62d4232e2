/** Removes characters that XML cannot contain (XML 1.0 §2.2) and bidirectional controls. */
export function removeControls(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\p{Bidi_Control}\ufffe\uffff]/gu, '')
}
