import { GeoPoint, Timestamp } from 'firebase-admin/firestore';
import { expect, it } from 'vitest';
import { absolute, plainFields, relative } from './values.ts';

const root = 'projects/sur-mesure/databases/(default)/documents';

it('References name no project in an export, wherever they are, and are of the project that it is restored into', () => {
  const fields = {
    one: { referenceValue: `${root}/laureates/lac` },
    several: { arrayValue: { values: [{ mapValue: { fields: { deep: { referenceValue: `${root}/a/b` } } } }] } },
  };
  const kept = relative(fields, root);
  expect(JSON.stringify(kept)).not.toContain('sur-mesure');
  expect(absolute(kept, root)).toEqual(fields);
  expect(absolute(kept, 'projects/other/databases/(default)/documents').one).toEqual({
    referenceValue: 'projects/other/databases/(default)/documents/laureates/lac',
  });
});

it('A reference to another project stays one, and a field called « referenceValue » is no reference', () => {
  const elsewhere = { one: { referenceValue: 'projects/other/databases/(default)/documents/a/b' } };
  expect(absolute(relative(elsewhere, root), root)).toEqual(elsewhere);
  const named = { referenceValue: { stringValue: `${root}/a/b` } };
  expect(relative(named, root)).toEqual(named);
});

it('Values are read as firebase-admin reads them', () => {
  const fields = {
    nothing: { nullValue: null },
    yes: { booleanValue: true },
    count: { integerValue: '9007199254740991' },
    none: { doubleValue: 'NaN' },
    endless: { doubleValue: '-Infinity' },
    part: { doubleValue: 0.5 },
    text: { stringValue: 'é' },
    bytes: { bytesValue: 'AQID' },
    at: { timestampValue: '2026-01-02T03:04:05.123456Z' },
    where: { geoPointValue: { latitude: 1, longitude: -2 } },
    list: { arrayValue: { values: [{ mapValue: {} }, { arrayValue: {} }] } },
  };
  expect(plainFields(fields)).toEqual({
    ...{
      nothing: null,
      yes: true,
      count: 9007199254740991,
      none: Number.NaN,
      endless: Number.NEGATIVE_INFINITY,
      part: 0.5,
    },
    ...{ text: 'é', bytes: Buffer.from([1, 2, 3]), where: new GeoPoint(1, -2), list: [{}, []] },
    at: new Timestamp(Date.parse('2026-01-02T03:04:05Z') / 1_000, 123_456_000),
  });
  expect(() => plainFields({ odd: { vectorial: 1 } })).toThrow('not a value of Firestore');
});
