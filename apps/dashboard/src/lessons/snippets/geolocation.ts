// biome-ignore-all format: written from snippet-sources.ts by `vitest run -u`
export const forgedCountry = "curl -H <span class=\"pl-s\"><span class=\"pl-pds\">\"</span>COUNTRY_HEADER: CH<span class=\"pl-pds\">\"</span></span> …"
