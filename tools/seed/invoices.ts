import { dayOf, formatDay } from '../../functions/src/domain/calendar.ts';
import type { Command } from '../../functions/src/domain/missions/actions.ts';
import { formatEuros } from '../../functions/src/domain/money.ts';
import { dueCents } from '../../functions/src/domain/subsidy/invoice.ts';
import { INVOICES, invoices } from '../../functions/src/store/collections/invoices.ts';
import { keepFile } from '../../functions/src/store/files/stored-files.ts';
import type { Turn } from './commands.ts';
import { printText } from './printing.ts';
import { at, idOf } from './random.ts';

/** One invoice a mission, of all that its first laureate owes. */
export async function depositInvoice({ world, mission, facts, laureates, expert }: Turn): Promise<Command> {
  const buyer = at(laureates, 0);
  const share = facts.shares[buyer.id];
  const amountCents = share === undefined ? 0 : dueCents(share);
  const date = dayOf(facts.now);
  const number = `F${date.slice(0, 4)}-${mission.id.slice(0, 4).toUpperCase()}`;
  const text = `# Facture ${number}

**${expert.company}**, SIRET ${expert.siret}, à **${buyer.name}**, SIRET ${buyer.siret}. Émise le ${formatDay(date)}.

Objet : ${mission.need}

Prestation selon devis accepté et service confirmé.

**Total TTC : ${formatEuros(amountCents)}**, à régler sous trente jours.
`;
  const file = await keepFile(
    world.stage.firestore,
    world.stage.bucket,
    {
      ...{ id: idOf(mission.id, 'invoice'), piece: 'invoice', laureateId: buyer.id, missionId: mission.id },
      ...{ ownerUid: expert.uid, name: `Facture ${number}.pdf`, contentType: 'application/pdf', createdAt: facts.now },
    },
    printText(text, { title: `Facture ${number}`, author: expert.company, at: facts.now }),
  );
  return { action: 'depositInvoice', input: { laureateId: buyer.id, fileId: file.id, number, date, amountCents } };
}

/** What was invoiced, paid that day in one transfer. @throws Error when nothing was. */
export async function recordPayment({ world, mission, facts }: Turn): Promise<Command> {
  const found = await world.stage.firestore.collection(INVOICES).where('missionId', '==', mission.id).get();
  const { id, amountCents } = at(invoices.list(found.docs), 0);
  return {
    action: 'recordPayment',
    input: { invoiceId: id, day: dayOf(facts.now), paidCents: amountCents },
  };
}
