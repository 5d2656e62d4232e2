// biome-ignore-all format: written from snippet-sources.ts by `vitest run -u`
export const documentationHeader = "<span class=\"pl-s\"><span class=\"pl-v\">Cache-Control:</span> public, s-maxage=10, stale-while-revalidate=59</span>"
export const publicHeaders = "<span class=\"pl-s\"><span class=\"pl-v\">Cache-Control:</span> public, max-age=0, must-revalidate, s-maxage=60, stale-while-revalidate=600</span>\n<span class=\"pl-s\"><span class=\"pl-v\">CDN-Cache-Control:</span> max-age=60, stale-while-revalidate=600</span>"
