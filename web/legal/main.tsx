import { mount } from '../common/page/mount.tsx';
import { LegalPage } from './LegalPage.tsx';

mount(<LegalPage />);
