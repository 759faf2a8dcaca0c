import { newId } from '../functions/src/entrypoints/ids.ts';
import { normalEmail } from '../functions/src/store/people/accounts.ts';
import { newSiret } from './sirets.ts';

const header =
  'référence;nom;SIRET;promotion;territoire;région;département;signataire 1 nom;signataire 1 e-mail;plafond;montant attribué;décision;date de décision';

/** A table of laureates as the team has it, under the columns that it needs. */
export function laureatesCsv(...rows: readonly string[]): string {
  return [header, ...rows].join('\n');
}

/** One laureate of such a table, and its signatory. */
export interface FileOfTests {
  readonly reference: string;
  readonly name: string;
  readonly siret: string;
  readonly email: string;
  readonly signatory: string;
  readonly promotion: string;
}

/** New in every name, so that no test meets another's. */
export function newFile(facts: Partial<FileOfTests> = {}): FileOfTests {
  const [reference, name, signatory] = [newId(), `Manufacture ${newId()}`, `Maël ${newId()}`];
  const email = normalEmail(`${newId()}@exemple.fr`);
  return { reference, name, siret: newSiret(), email, signatory, promotion: '1', ...facts };
}

/** The table of this laureate alone, to whom 12 000,00 EUR are awarded. */
export function csvOfFile({ reference, name, siret, promotion, signatory, email }: FileOfTests): string {
  return laureatesCsv(
    `${reference};${name};${siret};${promotion};rural;Bretagne;Finistère;${signatory};${email};20 000;12 000,00;D-${reference};12/01/2023`,
  );
}
