import { mount } from '../common/page/mount.tsx';
import { VerificationPage } from './VerificationPage.tsx';

mount(<VerificationPage />);
