/** A key that was pressed, or without a key the focus of a field. */
export type Trigger = Event &
  Partial<Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>> & {
    /** What was typed after the key, until the palette was loaded; Enter is a line break. */
    typed?: string | undefined
  }
