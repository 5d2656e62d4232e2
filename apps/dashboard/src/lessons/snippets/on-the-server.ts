// biome-ignore-all format: written from snippet-sources.ts by `vitest run -u`
export const directRead = "<span class=\"pl-k\">const</span> { <span class=\"pl-c1\">data</span> } <span class=\"pl-k\">=</span> <span class=\"pl-k\">await</span> <span class=\"pl-smi\">github</span>.<span class=\"pl-en\">getRepo</span>(<span class=\"pl-smi\">owner</span>, <span class=\"pl-smi\">repo</span>)"
