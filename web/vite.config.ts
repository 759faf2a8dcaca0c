import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

/** Address of each page (Hosting serves `laureat.html` at /laureat), but those of the directory, which a function makes. The gallery of components exists only beside the emulators. */
const pages = [
  'connexion',
  'laureat',
  'decision',
  'inscription',
  'verification',
  'expert',
  'equipe',
  'preferences',
  'accessibilite',
  '404',
] as const;

/**
 * What pdf.js fetches by name when a document needs it: fonts it names without carrying them, character maps, and the decoders of scanned pages
 * written in JavaScript (their WebAssembly twins are refused by the content security policy). Under the version, so that they are cached for ever.
 */
function pdfResources(): Plugin {
  const require = createRequire(import.meta.url);
  const library = dirname(require.resolve('pdfjs-dist/package.json'));
  const { version }: { version: string } = require('pdfjs-dist/package.json');
  return {
    name: 'pdf-resources',
    generateBundle() {
      for (const folder of ['cmaps', 'standard_fonts', 'wasm']) {
        for (const name of readdirSync(join(library, folder)).filter((one) => !one.endsWith('.wasm'))) {
          const source = readFileSync(join(library, folder, name));
          this.emitFile({ type: 'asset', fileName: `assets/pdfjs-${version}/${folder}/${name}`, source });
        }
      }
    },
  };
}

export default defineConfig(({ mode }) => {
  const emulators = mode === 'emulator';
  const entries = emulators ? [...pages, 'galerie'] : pages;
  return {
    root: fileURLToPath(new URL('.', import.meta.url)),
    publicDir: 'public',
    plugins: [pdfResources()],
    worker: { format: 'es' },
    // A constant, not a variable of the environment: the minifier drops what stands behind `if (__EMULATORS__)` from a production build.
    define: { __EMULATORS__: JSON.stringify(emulators) },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      // Two folders, so that a build for the emulators can never be the one that is deployed.
      outDir: emulators ? '../dist/web-emulator' : '../dist/web',
      emptyOutDir: true,
      target: 'es2022',
      // The content security policy refuses data: fonts and inline scripts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      // pdf.js, which comes when a PDF is read; everything else is a tenth of it.
      chunkSizeWarningLimit: 600,
      rolldownOptions: {
        // Parsing pdf.js takes a second, which is known and no reason to warn at each build.
        checks: { bundlerTimings: false },
        input: {
          ...Object.fromEntries(entries.map((page) => [page, fileURLToPath(new URL(`${page}.html`, import.meta.url))])),
          annuaire: fileURLToPath(new URL('directory/annuaire.css', import.meta.url)),
        },
        output: {
          // Pages that caches keep name this one stylesheet: its address stays, and browsers ask whether it has changed.
          assetFileNames: ({ names }) =>
            names.includes('annuaire.css') ? 'annuaire.css' : 'assets/[name]-[hash][extname]',
        },
      },
    },
  };
});
