import type { CalendarDay } from '@sur-mesure/functions/domain/calendar-files/calendar-file';
import type { CalendarPlace } from '@sur-mesure/functions/domain/calendar-files/days';
import { isLive } from '@sur-mesure/functions/domain/missions/states';
import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import type { Refusal } from '@sur-mesure/functions/domain/refusal';
import { useState } from 'preact/hooks';
import { connectionLost } from '../api/refusals.ts';
import { Button } from '../button/Button.tsx';
import { saveAs } from '../files.ts';
import { RefusalNotice } from '../notice/Notice.tsx';
import { whyNoFile } from './no-dates.ts';
import { knownDates } from './programme-dates.ts';

interface CalendarFileProps {
  readonly label: string;
  readonly name: string;
  readonly days: (place: CalendarPlace) => Promise<readonly CalendarDay[]>;
}

/** The code that makes a file comes when somebody wants one: few do, and everybody reads the page. */
const words = () => import('@sur-mesure/functions/domain/calendar-files/calendar-file');
const dates = () => import('@sur-mesure/functions/domain/calendar-files/days');

/**
 * Dates to take to one's own diary, made in the page from what it shows. Nothing to subscribe to: an address that a diary reads by itself would be a key
 * without a sign-in, which every program it is given to keeps.
 */
function CalendarFile({ label, name, days }: CalendarFileProps) {
  const [saved, setSaved] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const save = async () => {
    const place = { host: location.hostname, address: `${location.origin}${location.pathname}${location.search}` };
    try {
      const [{ calendarFile, calendarContentType }, found] = await Promise.all([words(), days(place)]);
      const refused = whyNoFile(found);
      if (refused !== null) {
        setSaved(false);
        setRefusal(refused);
        return;
      }
      saveAs(new Blob([calendarFile(found, Date.now())], { type: calendarContentType }), name);
      setRefusal(undefined);
      setSaved(true);
    } catch {
      setRefusal(connectionLost);
    }
  };
  return (
    <div class="stack stack-tight no-print">
      <p>
        <Button tone="quiet" onClick={save}>
          {label}
        </Button>
      </p>
      <p class="small muted" aria-live="polite">
        {saved && 'Fichier enregistré : ouvrez-le avec votre agenda. Il ne suit pas les changements de dates.'}
      </p>
      {refusal !== undefined && <RefusalNotice refusal={refusal} />}
    </div>
  );
}

/** Of one mission, while it goes on. */
export function MissionCalendar({ view }: { readonly view: MissionView }) {
  const { mission } = view;
  if (!isLive(mission.state)) return null;
  return (
    <CalendarFile
      label="Mettre les dates dans mon agenda"
      name={`mission-${mission.id}.ics`}
      days={async (place) => (await dates()).missionCalendar(view, place)}
    />
  );
}

/** Of the programme, on each home. */
export function ProgrammeCalendar() {
  return (
    <CalendarFile
      label="Mettre les dates du programme dans mon agenda"
      name="programme-sur-mesure.ics"
      days={async (place) => {
        const known = knownDates();
        return known === undefined ? [] : (await dates()).programmeCalendar(known, place);
      }}
    />
  );
}
