import { balanceOf } from '../../subsidy/ledger.ts';
import type { Story } from './story.ts';

/** What the ledger of a laureate says, for assertions. */
export const balance = (story: Story, laureateId: string) => balanceOf(story.laureate(laureateId).entries);

/** The lines a mission wrote on a ledger: id, what it did to what remains. */
export const ledgerLines = (story: Story, laureateId: string) =>
  story
    .laureate(laureateId)
    .entries.slice(1)
    .map(({ id, cents }) => [id, cents]);
