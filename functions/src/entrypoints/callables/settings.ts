import { can } from '../../domain/access/policy.ts';
import { saveNextSettings } from '../../store/programme/save-settings.ts';
import { callable } from '../callable.ts';
import { firestore } from '../firebase.ts';
import { saveSettingsInput } from '../inputs-settings.ts';

/** Staff change the programme's settings: `domain/settings/change.ts` decides. */
export const saveSettings = callable<'saveSettings'>(
  saveSettingsInput,
  async ({ operationId, ...asked }, { actor, now }) =>
    can(actor, { action: 'manageSettings' }) ?? saveNextSettings(firestore(), { actor, operationId, asked, now }),
);
