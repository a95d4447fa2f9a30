import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './style.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { fetchConfig } from './gateway.ts';

const root = document.getElementById('root');
const config = await fetchConfig().catch(() => ({ sandbox: false, tokens: [] }));
if (root !== null) createRoot(root).render(<App config={config} />);
