import { globSync } from 'node:fs'
import { defineConfig } from 'vite'
import type { Plugin } from 'vite'

const root = import.meta.dirname

/** Builds what a browser needs and nothing else: the style sheet, the islands, the fonts. The server runs from source. */
export default defineConfig({
  root,
  base: '/assets/',
  publicDir: 'src/ui/public',
  plugins: [sliceStyles()],
  build: {
    outDir: 'dist/assets',
    assetsDir: '',
    emptyOutDir: true,
    manifest: 'manifest.json',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: ['src/ui/css/app.css', 'src/ui/island/start.tsx', 'src/slices/surveys/responding/islands/offline.tsx'] },
  },
})

/** A slice's own style, `src/slices/x/*.css`, joins the one style sheet in the layer `slices`. */
function sliceStyles(): Plugin {
  return {
    name: 'slice-styles',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('/src/ui/css/app.css')) return undefined
      const files = globSync('src/slices/*/*.css', { cwd: root }).toSorted()
      for (const file of files) this.addWatchFile(`${root}/${file}`)
      return code + files.map((file) => `@import '../../../${file}' layer(slices);\n`).join('')
    },
  }
}
