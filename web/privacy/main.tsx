import { mount } from '../common/page/mount.tsx';
import { PrivacyPage } from './PrivacyPage.tsx';

mount(<PrivacyPage />);
