import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './theme.css';
import './header.css';
import './style.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { fetchConfig } from './config.ts';

const root = document.getElementById('root');
const config = await fetchConfig();
if (root !== null) createRoot(root).render(<App config={config} />);
