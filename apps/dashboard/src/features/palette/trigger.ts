/** A key that was pressed, or without a key the focus of a field. */
export type Trigger = Event & Partial<Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>>
