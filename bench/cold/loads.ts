/**
 * What a first work of a function loads: the function itself, and what that imports by itself. Both are counted, so that nothing is gained by
 * importing later. The functions that load most, those that people wait for, and those that import something.
 */
export interface Load {
  readonly target: string;
  readonly later: readonly string[];
}

const printing = ['functions/src/documents/model.ts', 'functions/src/entrypoints/render-source.ts'];
const inspection = ['functions/src/store/inspection/inspect.ts', 'node_modules/file-type/source/index.js'];
const smtp = 'functions/src/mail/transport.ts';

export const loads: readonly Load[] = [
  { target: 'view', later: ['functions/src/mail/render.ts'] },
  { target: 'missionAction', later: [] },
  { target: 'exchangeSignIn', later: [] },
  { target: 'directory', later: [] },
  { target: 'showBalance', later: [] },
  { target: 'makeArchive', later: [] },
  { target: 'sweepArchives', later: [] },
  { target: 'retainData', later: [] },
  { target: 'sendMail', later: [smtp] },
  { target: 'sweepMails', later: [smtp] },
  { target: 'checkUpload', later: inspection },
  { target: 'importProgramme', later: ['functions/src/store/imports/import-programme.ts'] },
  { target: 'importLaureates', later: ['functions/src/store/laureates/import.ts'] },
  { target: 'makeRequestedDocument', later: printing },
  { target: 'sweepProjections', later: printing },
  { target: 'incidentAction', later: ['functions/src/entrypoints/works/make-document.ts', ...printing] },
];
