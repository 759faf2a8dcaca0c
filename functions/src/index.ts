import './entrypoints/options.ts';

export { apiTokenAction } from './entrypoints/callables/api-tokens.ts';
export { archiveAction, openArchive } from './entrypoints/callables/archives.ts';
export { compareFile } from './entrypoints/callables/compare-file.ts';
export { makeDocument, makeStatement } from './entrypoints/callables/documents.ts';
export { keepRegistration, previewWork, workDraft } from './entrypoints/callables/drafts.ts';
export { expertAction, registerExpert, sayAvailability, updateExpert } from './entrypoints/callables/experts.ts';
export { makeFigures } from './entrypoints/callables/figures.ts';
export {
  addLink,
  fileAction,
  openFile,
  removeLink,
  requestUpload,
  uploadState,
} from './entrypoints/callables/files.ts';
export { blankForm, publishForm } from './entrypoints/callables/forms.ts';
export { grantAction } from './entrypoints/callables/grants.ts';
export { importLaureates } from './entrypoints/callables/import-laureates.ts';
export { importProgramme } from './entrypoints/callables/import-programme.ts';
export { incidentAction } from './entrypoints/callables/incidents.ts';
export { laureateAction } from './entrypoints/callables/laureates.ts';
export { mailPreferences } from './entrypoints/callables/mail-preferences.ts';
export { messageAction } from './entrypoints/callables/messages.ts';
export { missionAction } from './entrypoints/callables/mission-action.ts';
export { erasureAction } from './entrypoints/callables/my-data.ts';
export { noteAction } from './entrypoints/callables/notes.ts';
export { invite, inviteExpert, personAction } from './entrypoints/callables/people.ts';
export { viewAction } from './entrypoints/callables/saved-views.ts';
export { handInScopingNote, scopingNoteAction } from './entrypoints/callables/scoping-note.ts';
export { saveSettings } from './entrypoints/callables/settings.ts';
export {
  exchangeCode,
  exchangeSignIn,
  renewSignIn,
  requestCode,
  requestSignIn,
  signOutEverywhere,
} from './entrypoints/callables/sign-in.ts';
export { staffAction } from './entrypoints/callables/staff.ts';
export { subsidyAction } from './entrypoints/callables/subsidy.ts';
export { previewTemplate, saveTemplate } from './entrypoints/callables/templates.ts';
export { view } from './entrypoints/callables/view.ts';
export { dataApi } from './entrypoints/data-api.ts';
export { directory } from './entrypoints/directory.ts';
export { sweepArchives } from './entrypoints/schedules/archives.ts';
export { sweepCards } from './entrypoints/schedules/cards.ts';
export { sweepDeadlines, sweepTasks } from './entrypoints/schedules/deadlines.ts';
export { makeDigests } from './entrypoints/schedules/digests.ts';
export { countFigures } from './entrypoints/schedules/figures.ts';
export { watchHealth } from './entrypoints/schedules/health.ts';
export { sweepInterests } from './entrypoints/schedules/interests.ts';
export { reconcileLedgers } from './entrypoints/schedules/ledgers.ts';
export { sweepLists } from './entrypoints/schedules/lists.ts';
export { sweepMails } from './entrypoints/schedules/mails.ts';
export { sweepPreviews } from './entrypoints/schedules/previews.ts';
export { sweepProjections } from './entrypoints/schedules/projections.ts';
export { retainData } from './entrypoints/schedules/retention.ts';
export { sendSummaries } from './entrypoints/schedules/summaries.ts';
export { stampProofs } from './entrypoints/schedules/time-stamps.ts';
export { checkUpload } from './entrypoints/triggers/check-upload.ts';
export { closeTickets } from './entrypoints/triggers/close-tickets.ts';
export { makeArchive } from './entrypoints/triggers/make-archive.ts';
export { makeRequestedDocument } from './entrypoints/triggers/make-document.ts';
export { makePreview } from './entrypoints/triggers/make-preview.ts';
export { publishCard } from './entrypoints/triggers/publish-card.ts';
export { sendMail } from './entrypoints/triggers/send-mail.ts';
export { showBalance } from './entrypoints/triggers/show-balance.ts';
export { stripClosedTickets, stripMintedTokens } from './entrypoints/triggers/strip-tokens.ts';
export { unsubscribe } from './entrypoints/unsubscribe.ts';
