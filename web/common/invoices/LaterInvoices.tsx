import type { MissionActionResult } from '@sur-mesure/functions/domain/api';
import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import { Later } from '../loading/Later.tsx';

export interface InvoicesProps {
  readonly view: MissionView;
  /** Uid of who is signed in: drafts of one person are not shown to another. */
  readonly person: string;
  readonly onDone: (result: MissionActionResult) => void;
}

const load = () => import('./Invoices.tsx');

/** The invoices of a mission, once there is one: most visits come before. */
export function LaterInvoices(props: InvoicesProps) {
  if (props.view.invoices.rows.length === 0) return null;
  return <Later load={load}>{({ Invoices }) => <Invoices {...props} />}</Later>;
}
