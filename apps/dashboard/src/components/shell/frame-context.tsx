import { createContext, useContext } from 'react'
import type { Frame } from '#server/frame.ts'

const FrameContext = createContext<Frame | undefined>(undefined)

/** Gives the pages what the server says of itself. */
export const FrameProvider = FrameContext.Provider

/** What the server says of itself; undefined on static pages. */
export function useFrame(): Frame | undefined {
  return useContext(FrameContext)
}
