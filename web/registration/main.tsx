import { mount } from '../common/page/mount.tsx';
import { RegistrationPage } from './RegistrationPage.tsx';

mount(<RegistrationPage />);
