import { mount } from '../common/page/mount.tsx';
import { AccessibilityPage } from './AccessibilityPage.tsx';

mount(<AccessibilityPage />);
