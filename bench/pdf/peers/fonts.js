import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The files of the Source Sans 3 faces, from the repository's own node_modules: every peer embeds the same ones. */
const folder = join(dirname(createRequire(import.meta.url).resolve('source-sans/package.json')), 'TTF');

export const fontFolder = folder;

export const fontFiles = {
  text: join(folder, 'SourceSans3-Regular.ttf'),
  strong: join(folder, 'SourceSans3-Semibold.ttf'),
  emphasis: join(folder, 'SourceSans3-It.ttf'),
  strongEmphasis: join(folder, 'SourceSans3-SemiboldIt.ttf'),
  code: join(folder, 'SourceSans3-Regular.ttf'),
};
