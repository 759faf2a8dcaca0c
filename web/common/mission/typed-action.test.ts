import { describe, expect, test } from 'vitest';
import { handedIn, submission } from '../testing/fixtures.ts';
import { share, whole } from '../testing/mission-view.ts';
import { amendedPayment, askedFields, commandOf, finalsAsked, nothingTyped, typedErrors } from './typed-action.ts';

describe('what an action asks to type', () => {
  test('comes from the checks of the table', () => {
    expect(askedFields('cancel')).toEqual(['reason']);
    expect(askedFields('sendBack').toSorted()).toEqual(['reason', 'reasons']);
    expect(askedFields('endEarly').toSorted()).toEqual(['finals', 'reason']);
    expect(askedFields('accept')).toEqual([]);
  });

  test('is said all at once, in the order of the fields', () => {
    const fields = typedErrors('sendBack', nothingTyped, whole(null)).map(({ fieldId }) => fieldId);
    expect(fields).toEqual(['sendBack-reasons', 'sendBack-reason']);
  });

  test('is one’s own amount only, and none before a validation', () => {
    expect(finalsAsked(whole(share('proposed')))).toEqual([]);
    expect(finalsAsked(whole(share('committed')))).toEqual([
      { laureateId: 'bois', name: 'Fabrique du Bois', mostCents: 300_000 },
    ]);
  });

  test('is bound by the devis in force while an amendment waits for the others', () => {
    const before = { shareCents: 200_000, fundedCents: 200_000, subsidyCents: 200_000, ownCents: 0 };
    const amendment = { number: 1, shareCents: 300_000, fundedCents: 300_000, before };
    expect(finalsAsked(whole({ ...share('committed'), amendment }))).toMatchObject([{ mostCents: 200_000 }]);
    expect(finalsAsked(whole({ ...share('committed'), amendment: { ...amendment, before: null } }))).toMatchObject([
      { mostCents: 300_000 },
    ]);
  });
});

test('a service is confirmed for the report and the amount that the page shows', () => {
  const view = whole({ ...share('committed'), finalCents: 280_000 });
  expect(commandOf('confirmService', nothingTyped, view)).toEqual({
    action: 'confirmService',
    input: { finalCents: 280_000, reportNumber: view.mission.report?.number ?? 0 },
  });
});

test('a return and a refusal name the version that the page shows', () => {
  const read = {
    ...whole(null),
    mission: handedIn('awaiting_validation', { submission: { ...submission, version: 2 } }),
  };
  expect(commandOf('sendBack', nothingTyped, read)?.input).toMatchObject({ version: 2 });
  expect(commandOf('refuse', nothingTyped, read)?.input).toMatchObject({ version: 2 });
});

test('an amendment takes what the first devis engaged before asking for more', () => {
  const amendment = { number: 1, shareCents: 400_000, fundedCents: 400_000, before: null };
  const view = whole({ ...share('committed'), subsidyCents: 300_000, amendment });
  expect(amendedPayment(view)).toEqual({ number: 1, shareCents: 400_000, subsidyCents: 350_000, ownCents: 50_000 });
});

test('an amendment never asks the subsidy for the VAT that the laureate recovers', () => {
  const amendment = { number: 1, shareCents: 60_000, fundedCents: 50_000, before: null };
  const view = whole({ ...share('committed'), amendment });
  expect(amendedPayment(view)).toMatchObject({ subsidyCents: 50_000, ownCents: 10_000 });
});
