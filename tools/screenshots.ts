import { everyPage } from './screenshots/every-page.ts';
import { guidePictures } from './screenshots/guide-pictures.ts';
import { readmePictures } from './screenshots/readme-pictures.ts';

/**
 * Beside a running `npm start`: `node tools/screenshots.ts` takes the pictures of the README from the demonstration; `--all` takes every page in every state, in
 * three widths and both themes, into `.local/pages`, with sheets to look at them many at a time; `--only laureate` only those whose name holds the word. `--guides` takes those of the
 * guides of users.
 */
const flags = process.argv.slice(2);
if (flags.includes('--all')) await everyPage(flags);
else if (flags.includes('--guides')) await guidePictures(flags);
else await readmePictures(flags);
