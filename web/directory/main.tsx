import { mount } from '../common/page/mount.tsx';
import { DirectoryPage } from './DirectoryPage.tsx';

mount(<DirectoryPage />);
