import { useEffect, useState } from 'preact/hooks';
import { isCut, onNetworkChange, onWaitingChange, somethingWaits } from './network.ts';
import './network.css';

/** Long enough to be read twice; what comes after is no news. */
const SAID_MS = 10_000;

type Network = 'here' | 'cut' | 'back';

/**
 * Says that the network is gone, and that it is back. Always in the page, so that screen readers hear it change. It promises that something leaves by
 * itself only while a call waits for that: most are refused at once, and no call waits for ever.
 */
export function NetworkBanner() {
  const network = useNetwork();
  const waits = useWaiting();
  return (
    <div role="status" class="network no-print">
      {network === 'cut' && (
        <p class="page-width network-cut">
          <strong>Pas de connexion.</strong>{' '}
          {waits
            ? 'Gardez cette page ouverte : votre envoi attend, et partira si le réseau revient dans les deux minutes.'
            : 'Gardez cette page ouverte : ce que vous avez écrit reste ici.'}
        </p>
      )}
      {network === 'back' && <p class="page-width network-back">La connexion est revenue.</p>}
    </div>
  );
}

function useWaiting(): boolean {
  const [waits, setWaits] = useState(somethingWaits);
  useEffect(() => onWaitingChange(() => setWaits(somethingWaits())), []);
  return waits;
}

function useNetwork(): Network {
  const [network, setNetwork] = useState<Network>(isCut() ? 'cut' : 'here');
  useEffect(
    () => onNetworkChange(() => setNetwork((before) => (isCut() ? 'cut' : before === 'cut' ? 'back' : before))),
    [],
  );
  useEffect(() => {
    if (network !== 'back') return;
    const timer = setTimeout(() => setNetwork('here'), SAID_MS);
    return () => clearTimeout(timer);
  }, [network]);
  return network;
}
