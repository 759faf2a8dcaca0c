import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** Address of each page (Hosting serves `laureat.html` at /laureat). The gallery of components exists only beside the emulators. */
const pages = ['index', 'connexion', 'laureat', 'decision', 'inscription', 'expert', 'equipe', '404'] as const;

export default defineConfig(({ mode }) => {
  const emulators = mode === 'emulator';
  const entries = emulators ? [...pages, 'galerie'] : pages;
  return {
    root: fileURLToPath(new URL('.', import.meta.url)),
    publicDir: 'public',
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
      rolldownOptions: {
        input: Object.fromEntries(
          entries.map((page) => [page, fileURLToPath(new URL(`${page}.html`, import.meta.url))]),
        ),
      },
    },
  };
});
