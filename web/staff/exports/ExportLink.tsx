import type { Address } from '../../common/page/address.ts';
import { exportAddress } from './export-address.ts';

/** From a list to its export, filtered and ordered as it is shown. */
export function ExportLink({ address }: { readonly address: Pick<Address, 'parameters'> }) {
  return (
    <p>
      <a class="pager-link" href={`/equipe?${exportAddress(address.parameters)}`}>
        Exporter ces lignes
      </a>
    </p>
  );
}
