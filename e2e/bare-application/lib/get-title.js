// A side effect, which a build keeps wherever this file is imported.
globalThis.titleOfNotes = 'Title from the server'

export const getTitle = () => globalThis.titleOfNotes
