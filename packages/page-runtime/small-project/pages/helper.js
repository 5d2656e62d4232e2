export const notAPage = true
