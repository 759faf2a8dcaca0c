import { can } from '../../domain/access/policy.ts';
import { HOUR } from '../../domain/calendar.ts';
import { blankBlocks, blankFileName, blankFormats, blankTitle } from '../../domain/forms/blank.ts';
import { refuse } from '../../domain/refusal.ts';
import { formInForce } from '../../store/collections/forms.ts';
import { settingsInForce } from '../../store/collections/settings.ts';
import { publishNextForm } from '../../store/forms/publish-form.ts';
import { withinLimit } from '../../store/rate-limits.ts';
import { callable } from '../callable.ts';
import { firestore } from '../firebase.ts';
import { blankFormInput, publishFormInput } from '../inputs-forms.ts';

/** Staff change a form of the programme: `domain/forms/change.ts` decides. */
export const publishForm = callable<'publishForm'>(
  publishFormInput,
  async ({ operationId, ...asked }, { actor, now }) =>
    can(actor, { action: 'manageSettings' }) ?? publishNextForm(firestore(), { actor, operationId, asked, now }),
);

const limit = { name: 'blankForm', most: 40, windowMs: HOUR } as const;
const tooMany = refuse(
  'too-many-documents',
  'Vous avez demandé beaucoup de documents à remplir en une heure : ce sont toujours les mêmes. Reprenez dans une heure, ou répondez en ligne.',
);

/** The form in force as a document to fill in, some kilobytes: made at each call and kept nowhere. 1 read, 2 queries, 1 write. */
export const blankForm = callable<'blankForm'>(blankFormInput, async ({ form: name, format }, { actor, now }) => {
  if (!(await withinLimit(firestore(), limit, actor.uid, now))) return tooMany;
  const [form, settings] = await Promise.all([formInForce(firestore(), name), settingsInForce(firestore())]);
  const blocks = blankBlocks({ ...form, name }, settings.programmeName);
  const bytes = await writers[format](blankTitle(form), blocks);
  return {
    name: blankFileName(form, format),
    contentType: blankFormats[format].contentType,
    base64: Buffer.from(bytes).toString('base64'),
  };
});

type Blocks = ReturnType<typeof blankBlocks>;

/** Loaded when a document is asked for: 220 kB, 30 ms, that no other function needs. */
const writers = {
  docx: async (title: string, blocks: Blocks) => {
    const { writeDocx } = await import('../../blank-forms/docx.ts');
    return writeDocx(title, blocks);
  },
  odt: async (title: string, blocks: Blocks) => {
    const { writeOdt } = await import('../../blank-forms/odt.ts');
    return writeOdt(title, blocks);
  },
} as const;
