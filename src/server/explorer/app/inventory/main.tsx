import '../theme.css';
import '../header.css';
import 'uplot/dist/uPlot.min.css';
import './inventory.css';
import './overview.css';
import './table.css';
import { createRoot } from 'react-dom/client';
import { fetchConfig } from '../config.ts';
import { Page } from './page.tsx';

const root = document.getElementById('root');
const config = await fetchConfig();
if (root !== null) createRoot(root).render(<Page config={config} />);
