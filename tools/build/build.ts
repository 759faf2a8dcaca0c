import { prepareTemplates } from './document-templates.ts';
import { prepareFonts } from './fonts.ts';
import { buildFunctions } from './functions.ts';
import { keepMetafile } from './metafile.ts';
import { buildWeb } from './web.ts';

/** Everything that runs: prepared fonts and templates, the functions' folder, and the pages. */
export async function buildAll(
  modes: readonly ('production' | 'emulator')[],
  progress: (line: string) => void,
): Promise<void> {
  progress('Fonts and templates…');
  await prepareFonts();
  prepareTemplates();
  progress('Functions…');
  await keepMetafile(await buildFunctions());
  for (const mode of modes) {
    progress(mode === 'production' ? 'Pages…' : 'Pages with one-click sign-in, for the emulators only…');
    await buildWeb(mode);
  }
}

if (import.meta.main) await buildAll(['production'], (line) => console.log(line));
