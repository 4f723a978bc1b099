import { defineConfig } from "vite";

// One entry a page; `site` runs on every page. The manifest tells viz/assets.py what to link.
const islands = ["site", "document", "chain", "explore", "sparql", "draft", "review", "upload"];

export default defineConfig({
  base: "/static/dist/",
  publicDir: false,
  build: {
    outDir: "../static/dist",
    emptyOutDir: true,
    manifest: "manifest.json",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2500,
    rollupOptions: { input: islands.map((name) => `src/${name}.ts`) },
  },
});
