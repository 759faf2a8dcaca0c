import { row } from '../transition.ts';

/** A mission that ran before this service: brought in once, by an import that staff ask for. Nobody is told, no dossier opens. */
export const takingOver = {
  takeOver: row({
    label: 'Reprendre une mission déjà en cours',
    done: 'Mission reprise, commencée hors de ce service',
    by: ['staff'],
    from: ['start'],
    to: 'given',
    guards: ['ledgersHold'],
    checks: ['reasonGiven', 'knownSubthemes', 'needDescribed', 'takenOverWhole', 'takenOverWithinRemaining'],
    effects: ['recordSubmission', 'takeOverShares', 'recordOutsideProofs', 'updateShares'],
  }),
} as const;
