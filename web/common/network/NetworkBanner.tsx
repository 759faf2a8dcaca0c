import { useEffect, useState } from 'preact/hooks';
import { isCut, onNetworkChange } from './network.ts';
import './network.css';

/** Long enough to be read twice; what comes after is no news. */
const SAID_MS = 10_000;

type Network = 'here' | 'cut' | 'back';

/**
 * Says that the network is gone, and that it is back. Always in the page, so that screen readers hear it change. What is promised is kept by `call`: what was
 * being sent waits, and leaves by itself.
 */
export function NetworkBanner() {
  const network = useNetwork();
  return (
    <div role="status" class="network no-print">
      {network === 'cut' && (
        <p class="page-width network-cut">
          <strong>Pas de connexion.</strong> Gardez cette page ouverte : ce que vous avez écrit y reste, et ce que vous
          envoyez partira au retour du réseau.
        </p>
      )}
      {network === 'back' && <p class="page-width network-back">La connexion est revenue.</p>}
    </div>
  );
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
