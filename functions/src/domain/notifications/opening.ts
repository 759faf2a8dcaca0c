import type { Mission } from '../missions/mission.ts';
import type { MissionState } from '../missions/states.ts';
import type { MailName } from './mails.ts';

/**
 * The states in which an expert hands a document in, and by which mails the form opens at once: every mail where nothing else is to be done; while
 * the work goes on, those alone that ask for the report.
 */
const handedIn: Partial<Record<MissionState, readonly MailName[] | 'all'>> = {
  awaiting_diagnostic: 'all',
  awaiting_correction: 'all',
  awaiting_report: ['sentBack', 'reminder'],
};

/** A mail that asks for one form among those that are open, by its word in the address. */
const forms: Partial<Record<MailName, string>> = { missionRefused: 'repartition' };

/**
 * Where the button of a mail leads its expert. « Attendue » names no form: the page opens the one that is awaited when the mail is read, and the
 * mission when none is any more.
 */
export function expertPath({ id, state }: Pick<Mission, 'id' | 'state'>, mail: MailName): string {
  const mails = handedIn[state] ?? [];
  const opens = mails === 'all' || mails.includes(mail);
  return opens ? `/expert?mission=${id}&etape=${forms[mail] ?? 'attendue'}` : `/expert?mission=${id}`;
}
