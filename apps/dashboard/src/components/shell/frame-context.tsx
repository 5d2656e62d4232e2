import { createContext, useContext } from 'react'
import type { Frame } from '#server/frame.ts'

const FrameContext = createContext<Frame | undefined>(undefined)

/** Provides the frame's data to the page. */
export const FrameProvider = FrameContext.Provider

/** The frame's data from the server; undefined on static pages. */
export function useFrame(): Frame | undefined {
  return useContext(FrameContext)
}
