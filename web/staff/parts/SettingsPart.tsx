import { Loaded } from '../../common/loading/Loaded.tsx';
import { Settings } from '../settings/Settings.tsx';
import type { StaffPartProps } from '../staff-parts.ts';

export function SettingsPart({ home }: StaffPartProps) {
  return <Loaded loading={home}>{({ missions }) => <Settings states={missions.map(({ state }) => state)} />}</Loaded>;
}
